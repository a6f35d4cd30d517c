import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { yamlDanger } from '../format/front-matter.ts';
import { checkJson } from '../format/json-file.ts';
import { type Finding, fault } from '../format/problem.ts';
import { withoutIndent } from './lines.ts';

/** Plain data, with the line on which each object or list in it begins. */
export interface Data {
  readonly value: unknown;
  readonly lineOf: (part: unknown) => number;
}

export type ReadData = Data | { readonly findings: readonly Finding[] };

/** Brackets inside one another; an export has six. */
const DEEPEST = 30;
/** The parser takes some 5 seconds and 400 MB for as much. */
const LONGEST_YAML = 1024 * 1024;
const ANYTHING = z.unknown();
const TOO_DEEP = fault(1, 'deep-data', { most: DEEPEST });

/** Never throws. */
export function readJson(text: string): ReadData {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { depth, starts } = scanJson(plain);
  if (depth > DEEPEST) return { findings: [TOO_DEEP] };
  const lines = new WeakMap<object, number>();
  let seen = 0;
  try {
    // A reviver meets objects as they end, in the order in which their brackets close.
    const value: unknown = JSON.parse(plain, (_key, part: unknown) => {
      if (typeof part === 'object' && part !== null) lines.set(part, starts[seen++] ?? 1);
      return part;
    });
    return { value, lineOf: finder(lines) };
  } catch {
    return { findings: checkJson(plain, ANYTHING).findings };
  }
}

/** Never throws. Anchors, tags and the like are refused: they are no data. */
export function readYaml(text: string): ReadData {
  if (text.length > LONGEST_YAML)
    return { findings: [fault(1, 'long-yaml', { count: text.length, most: LONGEST_YAML })] };
  const danger = yamlDanger(text, 1, DEEPEST, 'the file') ?? deepIndents(text);
  if (danger) return { findings: [danger] };
  const counter = new LineCounter();
  const { contents, errors } = parseDocument(text, { schema: 'core', prettyErrors: false, lineCounter: counter });
  const [error] = errors;
  if (error)
    return { findings: [fault(counter.linePos(error.pos[0]).line || 1, 'not-yaml', { reason: error.message })] };
  const lines = new WeakMap<object, number>();
  const plain = (node: unknown): unknown => {
    if (isScalar(node)) return node.value;
    if (!isMap(node) && !isSeq(node)) return null;
    const value = isSeq(node)
      ? node.items.map(plain)
      : Object.fromEntries(
          node.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', plain(pair.value)]),
        );
    lines.set(value, counter.linePos(node.range?.[0] ?? 0).line || 1);
    return value;
  };
  return { value: plain(contents), lineOf: finder(lines) };
}

const finder =
  (lines: WeakMap<object, number>): Data['lineOf'] =>
  (part) =>
    typeof part === 'object' && part !== null ? (lines.get(part) ?? 1) : 1;

/** The parser goes one level deeper with each indentation, and so do those who read what it made. */
function deepIndents(text: string): Finding | undefined {
  const open: number[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const indent = line.length - line.trimStart().length;
    while ((open.at(-1) ?? -1) >= indent) open.pop();
    if (open.push(indent) > DEEPEST) return { ...TOO_DEEP, line: at + 1 };
  }
  return undefined;
}

/** One pass over a JSON text, so that even millions of brackets cost nothing but that. Never throws. */
function scanJson(text: string): { readonly depth: number; readonly starts: readonly number[] } {
  const starts: number[] = [];
  const open: number[] = [];
  let [line, depth] = [1, 0];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') line++;
    else if (character === '{' || character === '[') depth = Math.max(depth, open.push(line));
    else if (character === '}' || character === ']') starts.push(open.pop() ?? line);
    // A string has no line breaks.
    else if (character === '"') for (at++; at < text.length && text[at] !== '"'; ) at += text[at] === '\\' ? 2 : 1;
  }
  return { depth, starts };
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Anything else has no keys. */
export const asObject = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});

export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const asText = (value: unknown): string =>
  typeof value === 'string' ? withoutIndent(value) : typeof value === 'number' ? String(value) : '';
