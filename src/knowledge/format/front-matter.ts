import { CST, isMap, isNode, isSeq, Lexer, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { z } from 'zod';
import { isDate, isDay } from '../../core/entry/dates.ts';
import type { Status } from '../../core/entry/entry.ts';
import { type Finding, fault } from './problem.ts';
import { checkShape, listOf, must, objectOf, type Path, someText, textThat } from './shape.ts';

/** The fields above an entry's text. */
export interface FrontMatter {
  /** Ids from pack.json, at least one. */
  readonly sources: readonly string[];
  /** A year, month or day. */
  readonly as_of?: string;
  /** Default: none. */
  readonly tags: readonly string[];
  /** A day. */
  readonly review_by?: string;
  /** Default: current. */
  readonly status: Status;
  /** Ids of entries. Default: none. */
  readonly related: readonly string[];
}

export interface SplitText {
  /** Absent if the front matter has errors. */
  readonly frontMatter?: FrontMatter;
  /** The line in the file of a key or list item; 1 if it is not there. */
  readonly lineOf: (path: Path) => number;
  /** Text below the front matter; absent if the front matter does not end. */
  readonly body?: string;
  /** The line in the file on which the body begins. */
  readonly bodyLine: number;
  readonly findings: readonly Finding[];
}

/** Bytes; the yaml parser is slow on more. */
const MOST_BYTES = 4096;
const FENCE = /^---[ \t]*$/;
const STATUSES: readonly Status[] = ['current', 'outdated', 'disputed'];

const SHAPE: z.ZodType<FrontMatter> = objectOf({
  sources: listOf(someText)
    .refine((ids) => ids.length > 0, { error: must('name a source') })
    .describe('list ids from pack.json, e.g. sources: [clampdown]'),
  as_of: textThat('be a date', isDate)
    .optional()
    .describe('write a year, month or day that exists, e.g. 2023, 2023-03 or 2023-03-16'),
  tags: listOf(someText).default([]).describe('write a list of words, e.g. tags: [ban, reasons]'),
  review_by: textThat('be a day', isDay).optional().describe('write a day that exists, e.g. 2027-01-01'),
  status: z
    .enum(STATUSES, { error: must('be current, outdated or disputed') })
    .default('current')
    .describe('leave it out where the entry is current'),
  related: listOf(someText).default([]).describe('write a list of entries, e.g. related: [questions/why-banned]'),
}).describe('write `key: value` lines');

/** Splits an entry's file at its `---` lines and reads what is between them. Never throws. */
export function splitFrontMatter(text: string): SplitText {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  if (!FENCE.test(lines[0] ?? '')) return { ...refused(fault(1, 'no-matter')), body: lines.join('\n'), bodyLine: 1 };
  const end = lines.findIndex((line, at) => at > 0 && FENCE.test(line));
  if (end < 0) return { ...refused(fault(1, 'endless-matter')), bodyLine: 1 };
  return {
    ...readFrontMatter(lines.slice(1, end).join('\n')),
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  };
}

type Read = Pick<SplitText, 'frontMatter' | 'lineOf' | 'findings'>;

const refused = (...findings: readonly Finding[]): Read => ({ lineOf: () => 1, findings });

/** The line of the file on which the first key can be. */
const FIRST_LINE = 2;

function readFrontMatter(text: string): Read {
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES) return refused(fault(1, 'long-matter', { count: bytes, most: MOST_BYTES }));
  const danger = yamlDanger(text, FIRST_LINE);
  if (danger) return refused(danger);
  const counter = new LineCounter();
  const lineAt = (offset: number): number => FIRST_LINE + counter.linePos(offset).line - 1;
  // Scalars stay as they are written: `2023` and `1.0` are texts.
  const options = { schema: 'failsafe', stringKeys: true, prettyErrors: false, lineCounter: counter } as const;
  const { contents, errors } = parseDocument(text, options);
  if (contents !== null && !isMap(contents)) return refused(fault(FIRST_LINE, 'keyless-matter'));
  const repeated = errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  // After the first syntax error the parser guesses, so further errors would mislead.
  const broken = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  const lineOf = lineFinder(contents, lineAt);
  const findings = [
    ...repeated.map(({ pos }) => fault(lineAt(pos[0]), 'repeated-matter-key')),
    ...(broken ? [fault(lineAt(broken.pos[0]), 'unreadable-matter', { reason: broken.message })] : []),
  ];
  if (broken) return { lineOf, findings };
  const { data, findings: others } = checkShape(SHAPE, contents?.toJSON() ?? {}, lineOf);
  return {
    frontMatter: findings.length === 0 ? data : undefined,
    lineOf,
    findings: [...findings, ...others],
  };
}

function lineFinder(contents: YAMLMap | null, lineAt: (offset: number) => number): (path: Path) => number {
  return ([key, item]) => {
    const pair = contents?.items.find((one) => String(one.key) === key);
    const listed = isSeq(pair?.value) && typeof item === 'number' ? pair.value.items[item] : undefined;
    const node = listed ?? pair?.key;
    return isNode(node) && node.range ? lineAt(node.range[0]) : 1;
  };
}

/** Nested brackets and list marks; flat front matter needs one level. */
const DEEPEST_YAML = 2;
const REFUSED_YAML: Readonly<Record<string, string>> = {
  anchor: 'an anchor (&)',
  alias: 'an alias (*)',
  tag: 'a tag (!)',
  'explicit-key-ind': 'a complex key (?)',
  'directive-line': 'a directive (%)',
  'doc-end': 'the end of a document (...)',
};

/**
 * Finds YAML that must not reach the parser: deep nesting can abort the process, and no `catch` helps. The parser's own
 * lexer sees the same brackets, and does not recurse.
 * @param firstLine the text's first line in its file. @param deepest nested brackets and list marks. Default: 2. @param
 * part as a message calls it.
 */
export function yamlDanger(
  text: string,
  firstLine: number,
  deepest = DEEPEST_YAML,
  part = 'the front matter',
): Finding | undefined {
  let line = firstLine;
  let depth = 0;
  let marks = 0;
  for (const { type, token } of lexemes(text)) {
    if (type.endsWith('-start')) depth++;
    if (type.endsWith('-end')) depth--;
    if (type === 'seq-item-ind') marks++;
    if (type === 'newline') marks = 0;
    const refused = REFUSED_YAML[type];
    if (refused !== undefined) return fault(line, 'special-yaml', { part, what: refused });
    if (depth + marks > deepest) return fault(line, 'nested-yaml', { part });
    line += token.split('\n').length - 1;
  }
  return undefined;
}

/** The lexer announces a plain scalar with a mark; the token after it is text, whatever it begins with. */
function lexemes(text: string): { type: string; token: string }[] {
  const found: { type: string; token: string }[] = [];
  let isText = false;
  for (const token of new Lexer().lex(text)) {
    found.push({ type: isText ? 'text' : (CST.tokenType(token) ?? 'text'), token });
    isText = token === CST.SCALAR;
  }
  return found;
}
