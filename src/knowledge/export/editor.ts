import type { Block } from '../../core/entry/blocks.ts';
import type { EntryText, Source } from '../../core/entry/entry.ts';
import { remember } from '../../core/text/remember.ts';
import { readText } from '../format/entry-file.ts';
import { splitFrontMatter } from '../format/front-matter.ts';
import { checkJson } from '../format/json-file.ts';
import { parseEntry } from '../format/markdown.ts';
import { PACK_SHAPE } from '../format/pack-json.ts';
import { LONGEST_PHRASING } from '../format/phrasings.ts';
import { type Finding, fault, type ProblemCode, shortened, wordsOf } from '../format/problem.ts';
import { splitEntryText, writeEntryText } from './entry-text.ts';
import { writeFrontMatter } from './front-matter-text.ts';
import { slugOf } from './slug.ts';
import { withPhrasings } from './with-phrasings.ts';

type Read<T> =
  | { readonly value: T; readonly problems: readonly [] }
  | { readonly value?: undefined; readonly problems: readonly Flaw[] };

/** Reads and writes the knowledge format for those who have no files: what a community teaches is kept as texts. */
export const editor = {
  readEntry,
  readAnswer,
  split: splitEntryText,
  write: writeEntryText,
  writeFrontMatter,
  withPhrasings,
  idFor: slugOf,
  isTooLong: (words: string): boolean => words.length > LONGEST_PHRASING,
  sourceIds: (file: string): readonly string[] => splitOnce(file).frontMatter?.sources ?? [],
  sourcesOf: (packJson: string): Readonly<Record<string, Source>> =>
    checkJson(packJson, PACK_SHAPE).data?.sources ?? {},
};

/** An entry's sources are asked for before the entry is read. */
const splitOnce = remember(splitFrontMatter, 1);

function readEntry(file: string, language: string, sources: Readonly<Record<string, Source>>): Read<EntryText> {
  const split = splitOnce(file);
  const { text, findings } = readText(split, language);
  const ids = split.frontMatter?.sources ?? [];
  const missing = ids
    .filter((id) => !Object.hasOwn(sources, id))
    .map((id) => fault(1, 'unknown-source', { id: shortened(id), cure: 'add it to the sources of the pack' }));
  const errors = [...findings, ...missing].filter(({ level }) => level === 'error');
  if (errors.length > 0 || !text) return { problems: flawsOf(errors) };
  return { value: { ...text, sources: ids.flatMap((id) => sources[id] ?? []) }, problems: [] };
}

function readAnswer(markdown: string): Read<readonly Block[]> {
  // Below phrasings a quote at the beginning is part of the answer.
  const { answer, findings } = parseEntry(`# .\n\n> - .\n\n${markdown}\n`, 1);
  const errors = findings.filter(({ level }) => level === 'error');
  return errors.length > 0 ? { problems: flawsOf(errors) } : { value: answer, problems: [] };
}

/** Each once: of HTML, each mark is a finding. */
const flawsOf = (findings: readonly Finding[]): Flaw[] => [
  ...new Map(findings.map(flawOf).map((flaw) => [JSON.stringify(flaw), flaw])).values(),
];

/** A problem of a text, for people who see no file: a message of `locales/` and what it names. */
interface Flaw {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Messages of `locales/` by the code of a problem, as far as a text or a file that people send can have it. */
const FLAWS: Readonly<Partial<Record<ProblemCode, string>>> = {
  html: 'flaw-html',
  image: 'flaw-image',
  struck: 'flaw-struck',
  'link-address': 'flaw-address',
  'link-words': 'flaw-link-words',
  'nested-blocks': 'flaw-nested',
  'nested-words': 'flaw-nested',
  'second-heading': 'flaw-heading',
  rule: 'flaw-rule',
  table: 'flaw-table',
  'empty-code': 'flaw-empty',
  'empty-quote': 'flaw-empty',
  'empty-item': 'flaw-empty',
  'list-start': 'flaw-list-start',
  'long-heading': 'flaw-long-question',
  'long-phrasing': 'flaw-long-phrasing',
  'empty-heading': 'flaw-no-question',
  'empty-phrasing': 'flaw-empty-phrasing',
  'no-answer': 'flaw-no-answer',
  'long-answer': 'flaw-long-answer',
  'long-text': 'flaw-bytes',
  // Files that are imported
  'draft-without-answer': 'flaw-no-answer',
  'long-question': 'flaw-long-question',
  'repeated-question': 'flaw-asked-twice',
  'question-in-other-file': 'flaw-asked-elsewhere',
  'repeated-entry': 'flaw-same-entry',
  'entry-in-other-file': 'flaw-same-entry',
  'repeated-phrasing': 'flaw-same-phrasing',
  'phrasing-in-other-file': 'flaw-same-phrasing',
  'unanswered-heading': 'flaw-heading-no-answer',
  'unanswered-item': 'flaw-item-no-answer',
  'unasked-answer': 'flaw-no-question-to',
  'endless-quotation': 'flaw-open-quote',
  'text-without-questions': 'flaw-no-questions',
  'table-without-questions': 'flaw-no-questions',
  'json-without-questions': 'flaw-no-questions',
  'yaml-without-questions': 'flaw-no-questions',
  'page-without-questions': 'flaw-no-questions',
  'no-question-column': 'flaw-no-columns',
  'no-answer-column': 'flaw-no-columns',
  'no-question-or-answer-column': 'flaw-no-columns',
  'unknown-column': 'flaw-column',
  'other-encoding': 'flaw-encoding',
  'unlike-its-encoding': 'flaw-encoding',
  'unknown-file-kind': 'flaw-file-kind',
  'spreadsheet-file': 'flaw-file-kind',
  'markup-file': 'flaw-file-kind',
  'document-file': 'flaw-file-kind',
  'nothing-to-import': 'flaw-file-kind',
  'not-an-archive': 'flaw-archive',
  'locked-archived-file': 'flaw-archive',
  'broken-archived-file': 'flaw-archive',
  'unheaded-text': 'flaw-text-outside',
  'text-below-heading': 'flaw-text-outside',
  'cut-answer': 'flaw-cut',
  'links-only': 'flaw-links-only',
  'not-json': 'flaw-not-data',
  'not-yaml': 'flaw-not-data',
  'unreadable-table': 'flaw-not-data',
};

/** A finding in the words of `locales/`; one that texts of people cannot have keeps its own words. */
export function flawOf(finding: Pick<Finding, 'code' | 'values'>): Flaw {
  const key = FLAWS[finding.code];
  if (key !== undefined) return { key, values: finding.values };
  const { message, cure } = wordsOf(finding);
  return { key: 'flaw-other', values: { what: `${message} (${cure})` } };
}
