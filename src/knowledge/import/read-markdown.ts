import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { yamlDanger } from '../format/front-matter.ts';
import { isProperTag, spelledProperly } from '../format/language-tag.ts';
import { type Finding, fault, warning } from '../format/problem.ts';
import { cleanLines } from './clean-lines.ts';
import { type Defaults, type EntryDraft, type FileDrafts, UNSAID } from './draft.ts';
import { fieldOf, readableName } from './field-names.ts';
import { isSeen } from './lines.ts';
import { type MarkdownTree, type TextLine, textLines } from './markdown-tree.ts';
import { readQuestions } from './read-questions.ts';

/** Most lines: 5,000 entries of 40 lines each. Each line takes some 200 bytes while it is examined. */
const MOST_LINES = 200_000;
/** Most characters of front matter; the YAML parser is slow on more. */
const LONGEST = 8192;
const DEEPEST = 6;

/**
 * Reads Markdown as people keep it: a list of questions, a page of a handbook, or one answer with title and other names
 * in its front matter. Such names become phrasings.
 */
export function readMarkdown(text: string, defaults: Defaults): FileDrafts {
  if (hasMoreLines(text)) return { drafts: [], findings: [fault(1, 'many-lines', { most: MOST_LINES })] };
  const { frontMatter, lines: below, findings } = readForeignFrontMatter(textLines(text.replace(/^\uFEFF/, '')));
  const { tree, repairs, findings: code } = cleanLines(below);
  const { language = UNSAID } = frontMatter;
  const own = language === UNSAID || defaults.language !== UNSAID ? defaults : { ...defaults, language };
  const name = defaults.name === undefined ? undefined : readableName(defaults.name);
  const read =
    frontMatter.isEntry && tree.lines.some(isSeen)
      ? oneEntry(frontMatter, tree, own, name)
      : readQuestions(tree, own, { title: frontMatter.title ?? name, tags: frontMatter.tags });
  return { drafts: read.drafts, findings: [...findings, ...code, ...read.findings], repairs };
}

function hasMoreLines(text: string): boolean {
  let count = 0;
  for (const _ of text.matchAll(/\r\n?|\n/g)) if (++count > MOST_LINES) return true;
  return false;
}

/** If the front matter has a question, other names or an embed, the file is one answer, whatever headings it has. */
function oneEntry(
  frontMatter: ForeignFrontMatter,
  tree: MarkdownTree,
  defaults: Defaults,
  name: string | undefined,
): FileDrafts {
  const from = tree.lines.findIndex(isSeen);
  const first = tree.blocks.find(({ token: { tag, map } }) => tag === 'h1' && map?.[0] === from);
  const heading = first?.children[0]?.token.content;
  const title = frontMatter.title ?? heading ?? name ?? '';
  const [, to = 0] = first?.token.map ?? [];
  const lines = tree.lines.map((line, at) => (at < to ? { ...line, text: '' } : line));
  const { drafts, findings } = readQuestions({ ...tree, lines }, defaults, {
    title,
    tags: frontMatter.tags,
    isEntry: true,
  });
  const phrasings = [...(name === undefined ? [] : [name]), ...frontMatter.names];
  return { drafts: drafts.map((draft): EntryDraft => ({ ...draft, line: 1, phrasings })), findings };
}

/** The values in another program's front matter that an entry can have. */
interface ForeignFrontMatter {
  readonly title?: string;
  /** Other short names of the same thing. */
  readonly names: readonly string[];
  readonly tags: readonly string[];
  readonly language?: string;
  /** Whether the whole file is one answer. */
  readonly isEntry: boolean;
}

const NOTHING: ForeignFrontMatter = { names: [], tags: [], isEntry: false };

/**
 * Reads YAML between `---` lines above a text, and TOML between `+++` lines. Its lines become empty, so that the others
 * keep their numbers. Never throws: front matter that cannot be read is ignored, with a warning.
 */
function readForeignFrontMatter(lines: readonly TextLine[]): {
  readonly frontMatter: ForeignFrontMatter;
  readonly lines: readonly TextLine[];
  readonly findings: readonly Finding[];
} {
  const mark = /^(-{3}|\+{3})[ \t]*$/.exec(lines[0]?.text ?? '')?.[1];
  const end = mark === undefined ? -1 : lines.findIndex(({ text }, at) => at > 0 && text.trimEnd() === mark);
  if (end < 0) return { frontMatter: NOTHING, lines, findings: [] };
  const texts = lines.slice(1, end).map(({ text }) => text);
  const text = (mark === '+++' ? texts.flatMap(fromToml) : texts).join('\n');
  const below = lines.map((line, at) => (at <= end ? { ...line, text: '' } : line));
  const frontMatter = text.length > LONGEST ? undefined : readFrontMatter(text);
  return {
    frontMatter: frontMatter ?? NOTHING,
    lines: below,
    findings: frontMatter ? [] : [warning(1, 'unreadable-foreign-matter')],
  };
}

/** Turns `key = "value"` and lists of texts into YAML; other TOML is ignored. */
const fromToml = (line: string): string[] =>
  /^[\w-]+[ \t]*=[ \t]*(?:"[^"]*"|'[^']*'|\[[^\]]*\])[ \t]*$/.test(line) ? [line.replace(/[ \t]*=/, ':')] : [];

function readFrontMatter(text: string): ForeignFrontMatter | undefined {
  if (yamlDanger(text, 1, DEEPEST)) return undefined;
  const { contents, errors } = parseDocument(text, { schema: 'failsafe', prettyErrors: false });
  if (errors.length > 0) return undefined;
  if (!isMap(contents)) return contents === null ? NOTHING : undefined;
  const values = new Map(contents.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value]));
  const named = (...fields: readonly (string | undefined)[]): string[] =>
    [...values].flatMap(([key, value]) => (fields.includes(fieldOf(key)) ? textsIn(value) : []));
  const embed = values.get('embed');
  // Site generators use `aliases` for old addresses of the page; those contain a slash.
  const names = named('names', 'phrasings')
    .filter((name) => !name.includes('/'))
    .map(readableName);
  const language = spelledProperly(textIn(values.get('lang')) ?? textIn(values.get('language')) ?? '');
  return {
    title:
      textIn(values.get('question')) ??
      textIn(isMap(embed) ? embed.get('title', true) : undefined) ??
      textIn(values.get('title')),
    names,
    tags: named('tags'),
    language: isProperTag(language) ? language : undefined,
    isEntry: isMap(embed) || values.has('question') || names.length > 0,
  };
}

const textsIn = (node: unknown): string[] =>
  isSeq(node)
    ? node.items.flatMap(textsIn)
    : (textIn(node) ?? '')
        .split(/[,;]/)
        .map((part) => part.trim())
        .filter((part) => part !== '');

function textIn(node: unknown): string | undefined {
  const text = isScalar(node) && typeof node.value === 'string' ? node.value.trim() : '';
  return text === '' ? undefined : text;
}
