import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { yamlDanger } from '../format/front-matter.ts';
import { checkJson } from '../format/json-file.ts';
import { type Finding, fault } from '../format/problem.ts';
import { withoutIndent } from './lines.ts';

/** Parsed JSON or YAML, with the line on which each object or list begins. */
export interface Data {
  readonly value: unknown;
  readonly lineOf: (part: unknown) => number;
}

export type ReadData = Data | { readonly findings: readonly Finding[] };

/** Most brackets inside one another; exports have some six. */
const DEEPEST = 30;
/** Most characters of YAML: for this many the parser needs some 5 seconds and 400 MB. */
const LONGEST_YAML = 1024 * 1024;
const ANYTHING = z.unknown();
const TOO_DEEP = fault(1, 'deep-data', { most: DEEPEST });

/** Parses JSON. Never throws: bad or too deeply nested JSON becomes a finding. */
export function readJson(text: string): ReadData {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { depth, starts } = scanJson(plain);
  if (depth > DEEPEST) return { findings: [TOO_DEEP] };
  const lines = new WeakMap<object, number>();
  let seen = 0;
  try {
    // A reviver is called for objects as they end, in the order of their closing brackets, as `starts` is.
    const value: unknown = JSON.parse(plain, (_key, part: unknown) => {
      if (typeof part === 'object' && part !== null) lines.set(part, starts[seen++] ?? 1);
      return part;
    });
    return { value, lineOf: finder(lines) };
  } catch {
    return { findings: checkJson(plain, ANYTHING).findings };
  }
}

/**
 * Parses YAML. Never throws: errors become findings. Anchors, tags and the like are refused, as they are not plain
 * data.
 */
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

/** Refuses deep indentation, for each level of which the parser and all readers of its result recurse once more. */
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

/** Finds depth and lines in one pass, without recursion, so that millions of brackets do no harm. Never throws. */
function scanJson(text: string): { readonly depth: number; readonly starts: readonly number[] } {
  const starts: number[] = [];
  const open: number[] = [];
  let [line, depth] = [1, 0];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') line++;
    else if (character === '{' || character === '[') depth = Math.max(depth, open.push(line));
    else if (character === '}' || character === ']') starts.push(open.pop() ?? line);
    // Skips a string; JSON has no line breaks inside of one.
    else if (character === '"') for (at++; at < text.length && text[at] !== '"'; ) at += text[at] === '\\' ? 2 : 1;
  }
  return { depth, starts };
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An empty object for all other values, so that unknown data can be read without checks. */
export const asObject = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});

export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const asText = (value: unknown): string =>
  typeof value === 'string' ? withoutIndent(value) : typeof value === 'number' ? String(value) : '';
