import { isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, type YAMLError } from 'yaml';
import { type Finding, fault } from './problem.ts';
import type { Path } from './shape.ts';
import { yamlDanger } from './yaml-guard.ts';

export interface FlatYaml {
  /** Absent where the text cannot be read. Scalars stay as written: `2023` and `1.0` are texts. */
  readonly value?: Readonly<Record<string, unknown>>;
  /** Of a key, or of a list's item; the first line for what is not there. */
  readonly lineOf: (path: Path) => number;
  readonly findings: readonly Finding[];
}

/** Reads `key: value` and `key: [a, b]` lines. */
export const readFlatYaml = (text: string, firstLine: number): FlatYaml =>
  readPlain(text, firstLine) ?? readYaml(text, firstLine);

const WORD = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}/_-]*[\\p{L}\\p{N}])?';
const PLAIN_LINE = new RegExp(
  `^(\\w+): +(?:(${WORD})|\\[(${WORD}(?: ${WORD})*(?:, ?${WORD}(?: ${WORD})*)*)?\\]) *$`,
  'u',
);

/**
 * Lines of a key and a word, or of a list of words in one line, as nearly all are: a start reads hundreds of them, and
 * waits for each. The same as the library's reading.
 */
export function readPlain(text: string, firstLine: number): FlatYaml | undefined {
  const values: [string, string | string[]][] = [];
  const lines = new Map<string, number>();
  for (const [at, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const [whole, key = '', word, list = ''] = PLAIN_LINE.exec(line) ?? [];
    if (whole === undefined || lines.has(key)) return undefined;
    values.push([key, word ?? (list === '' ? [] : list.split(/, ?/))]);
    lines.set(key, firstLine + at);
  }
  const lineOf = ([key]: Path): number => lines.get(String(key)) ?? firstLine;
  return lines.size > 0 ? { value: Object.fromEntries(values), lineOf, findings: [] } : undefined;
}

/** The same of all that may stand there. */
export function readYaml(text: string, firstLine: number): FlatYaml {
  const danger = yamlDanger(text, firstLine);
  if (danger) return { lineOf: () => firstLine, findings: [danger] };
  const counter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, lineCounter: counter });
  const lineAt = (offset: number) => firstLine + counter.linePos(offset).line - 1;
  const findings = syntaxFindings(document.errors, lineAt);
  const { contents } = document;
  if (contents === null) return { value: {}, lineOf: () => firstLine, findings };
  if (!isMap(contents)) return { lineOf: () => firstLine, findings: [fault(firstLine, 'keyless-matter')] };
  const lineOf = lineFinder(contents.items, lineAt, firstLine);
  if (document.errors.some(isBroken)) return { lineOf, findings };
  return {
    value: Object.fromEntries(contents.items.map((pair) => [keyOf(pair), plain(pair.value)])),
    lineOf,
    findings,
  };
}

const isBroken = (error: YAMLError): boolean => error.code !== 'DUPLICATE_KEY';

/** After the first syntax error the parser guesses, so that others mislead; repeated keys are all told. */
function syntaxFindings(errors: readonly YAMLError[], lineAt: (offset: number) => number): Finding[] {
  const repeated = errors.filter((error) => !isBroken(error));
  const first = errors.find(isBroken);
  return [
    ...repeated.map(({ pos }) => fault(lineAt(pos[0]), 'repeated-matter-key')),
    ...(first ? [fault(lineAt(first.pos[0]), 'unreadable-matter', { reason: first.message })] : []),
  ];
}

function lineFinder(
  pairs: readonly Pair[],
  lineAt: (offset: number) => number,
  firstLine: number,
): (path: Path) => number {
  return ([key, item]) => {
    const pair = pairs.find((one) => keyOf(one) === key);
    const listed = isSeq(pair?.value) && typeof item === 'number' ? pair.value.items[item] : undefined;
    const offset = offsetOf(listed) ?? offsetOf(pair?.key);
    return offset === undefined ? firstLine : lineAt(offset);
  };
}

function offsetOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
}

const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '[…]');

/** The guard leaves at most two levels. */
function plain(node: unknown): unknown {
  if (isSeq(node)) return node.items.map(plain);
  if (isMap(node)) return {};
  return isScalar(node) ? String(node.value) : '';
}
