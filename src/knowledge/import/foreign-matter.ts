import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { isProperTag, spelledProperly } from '../format/language-tag.ts';
import { type Finding, warning } from '../format/problem.ts';
import { yamlDanger } from '../format/yaml-guard.ts';
import type { Line } from './faq-lines.ts';
import { fieldOf, readableName } from './field-names.ts';

/** What other programs' front matter says that an entry can hold. */
export interface ForeignMatter {
  readonly title?: string | undefined;
  /** Other short names. */
  readonly names: readonly string[];
  readonly tags: readonly string[];
  readonly language?: string | undefined;
  /** Whether the whole file is about one thing. */
  readonly isEntry: boolean;
}

const NOTHING: ForeignMatter = { names: [], tags: [], isEntry: false };
/** Characters; yaml takes its time on more. */
const LONGEST = 8192;
const DEEPEST = 6;

/**
 * Reads what stands between `---` lines above a text, as far as it can be read; its lines become empty, so that others
 * keep their numbers. Never throws.
 */
export function readForeignMatter(lines: readonly Line[]): {
  readonly matter: ForeignMatter;
  readonly lines: readonly Line[];
  readonly findings: readonly Finding[];
} {
  const mark = /^(-{3}|\+{3})[ \t]*$/.exec(lines[0]?.text ?? '')?.[1];
  const end = mark === undefined ? -1 : lines.findIndex(({ text }, at) => at > 0 && text.trimEnd() === mark);
  if (end < 0) return { matter: NOTHING, lines, findings: [] };
  const text = lines
    .slice(1, end)
    .map((line) => line.text)
    .join('\n');
  const below = lines.map((line, at) => (at <= end ? { ...line, text: '', isCode: false } : line));
  const matter = text.length > LONGEST ? undefined : readMatter(mark === '+++' ? fromToml(text) : text);
  return { matter: matter ?? NOTHING, lines: below, findings: matter ? [] : [warning(1, 'unreadable-foreign-matter')] };
}

/** `key = "value"` and lists of texts; the rest of TOML is passed over. */
const fromToml = (text: string): string =>
  text
    .split('\n')
    .flatMap((line) =>
      /^[\w-]+[ \t]*=[ \t]*(?:"[^"]*"|'[^']*'|\[[^\]]*\])[ \t]*$/.test(line)
        ? [line.replace('=', ':').replace(/^([\w-]+)[ \t]*:/, '$1:')]
        : [],
    )
    .join('\n');

function readMatter(text: string): ForeignMatter | undefined {
  if (yamlDanger(text, 1, DEEPEST)) return undefined;
  const { contents, errors } = parseDocument(text, { schema: 'failsafe', prettyErrors: false });
  if (errors.length > 0) return undefined;
  if (!isMap(contents)) return contents === null ? NOTHING : undefined;
  const values = new Map(contents.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value]));
  const embed = values.get('embed');
  const title =
    someText(values.get('question')) ??
    someText(isMap(embed) ? embed.get('title', true) : undefined) ??
    someText(values.get('title'));
  const names = [...values].flatMap(([key, value]) =>
    fieldOf(key) === 'names' || fieldOf(key) === 'phrasings' ? texts(value) : [],
  );
  // Programs for sites call addresses that lead to a page its aliases.
  const own = names.filter((name) => !name.includes('/')).map(readableName);
  const language = spelledProperly(someText(values.get('lang')) ?? someText(values.get('language')) ?? '');
  return {
    title,
    names: own,
    tags: [...values].flatMap(([key, value]) => (fieldOf(key) === 'tags' ? texts(value) : [])),
    ...(isProperTag(language) ? { language } : {}),
    isEntry: isMap(embed) || values.has('question') || own.length > 0,
  };
}

function texts(node: unknown): string[] {
  if (isSeq(node)) return node.items.flatMap(texts);
  return (someText(node) ?? '').split(/[,;]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}

function someText(node: unknown): string | undefined {
  const text = isScalar(node) && typeof node.value === 'string' ? node.value.trim() : '';
  return text === '' ? undefined : text;
}
