import { fault } from '../format/problem.ts';
import { cleanLines } from './clean-lines.ts';
import { type Defaults, type Draft, type Drafts, type LineRepair, UNSAID } from './draft.ts';
import { documentLines, headingsIn, type Line } from './faq-lines.ts';
import { outlineDocument } from './faq-outline.ts';
import { readableName } from './field-names.ts';
import { type ForeignMatter, readForeignMatter } from './foreign-matter.ts';
import { readDocument } from './import-faq.ts';
import { pageProperties } from './page-properties.ts';
import { markQuestions } from './question-marks.ts';

/**
 * Reads Markdown as people keep it: a list of questions (see readDocument and markQuestions), a page of a handbook, or
 * a file for each answer, with its title and its other names above. Other names become phrasings.
 */
export function readMarkdown(text: string, defaults: Defaults): Drafts {
  if (hasMoreLines(text)) return { drafts: [], findings: [fault(1, 'many-lines', { most: MOST_LINES })] };
  const { matter: above, lines: below, findings } = readForeignMatter(documentLines(text.replace(/^\uFEFF/, '')));
  const properties = pageProperties(below);
  const matter = { ...above, tags: [...above.tags, ...properties.tags] };
  const { lines, repairs: cleaned } = cleanLines(properties.lines);
  const repairs: readonly LineRepair[] =
    properties.line === undefined
      ? cleaned
      : [...cleaned, { line: properties.line, what: "a page's properties were left out" }];
  const headings = headingsIn(lines);
  const own =
    matter.language === undefined || defaults.language !== UNSAID
      ? defaults
      : { ...defaults, language: matter.language };
  const read = isOneEntry(matter, lines) ? oneEntry(matter, lines, own) : readPage(matter, lines, own);
  return { ...read, repairs: [...repairs, ...(read.repairs ?? [])], findings: [...findings, ...read.findings] };

  function readPage(page: ForeignMatter, all: readonly Line[], shared: Defaults): Drafts {
    const marked = markQuestions(all, headings);
    const title = page.title ?? (shared.name === undefined ? undefined : readableName(shared.name));
    return readDocument(outlineDocument(marked.lines, marked.headings), shared, { title, tags: page.tags });
  }
}

/** 5,000 entries of 40 lines each; every line costs some 200 bytes while it is looked at. */
const MOST_LINES = 200_000;

function hasMoreLines(text: string): boolean {
  let count = 0;
  for (const _ of text.matchAll(/\r\n?|\n/g)) if (++count > MOST_LINES) return true;
  return false;
}

/** A file with other names for what it answers is about one thing, whatever headings it has. */
function isOneEntry({ isEntry }: ForeignMatter, lines: readonly Line[]): boolean {
  return isEntry && lines.some(({ text }) => text.trim() !== '');
}

function oneEntry(matter: ForeignMatter, lines: readonly Line[], defaults: Defaults): Drafts {
  const [first] = headingsIn(lines);
  const isTitled = first?.level === 1 && lines.slice(0, first.from).every(({ text }) => text.trim() === '');
  const from = isTitled ? first.to : 0;
  const name = defaults.name === undefined ? [] : [readableName(defaults.name)];
  const title = matter.title ?? (isTitled ? first.text : (name[0] ?? ''));
  const page = outlineDocument(
    lines.map((line, at) => (at < from ? { ...line, text: '' } : line)),
    [],
  );
  const { drafts, findings } = readDocument(page, defaults, { title, tags: matter.tags });
  return {
    drafts: drafts.map((draft): Draft => ({ ...draft, line: 1, phrasings: [...name, ...matter.names] })),
    findings,
  };
}
