import { z } from 'zod';
import { isProperTag } from './language-tag.ts';
import { suggester } from './nearest.ts';
import { type Finding, fault, quoted, shortened } from './problem.ts';

/** The way to a value: `['sources', 'clampdown', 'url']`, `['tags', 0]`. */
export type Path = readonly PropertyKey[];

/** What a file's data must look like, and what to say where it does not. */
export interface Shape<T> {
  readonly schema: z.ZodType<T>;
  /** The keys that may stand in the object at a path. */
  readonly keys: (path: Path) => readonly string[];
  /** What to write at a path. */
  readonly cure: (path: Path) => string;
}

export interface Checked<T> {
  /** Absent where there are findings. */
  readonly data?: T;
  readonly findings: readonly Finding[];
}

/** Compares data with a shape; all its problems are found at once, each with its line. */
export function checkShape<T>(shape: Shape<T>, value: unknown, lineOf: (path: Path) => number): Checked<T> {
  const result = shape.schema.safeParse(value);
  if (result.success) return { data: result.data, findings: [] };
  return { findings: result.error.issues.flatMap((issue) => findingsOf(issue, shape, lineOf)) };
}

function findingsOf<T>(issue: z.core.$ZodIssue, shape: Shape<T>, lineOf: (path: Path) => number): Finding[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey([...issue.path, key], shape.keys(issue.path), lineOf));
  const rule = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  return [fault(lineOf(issue.path), 'wrong-value', { name: nameOf(issue.path), rule, cure: shape.cure(issue.path) })];
}

function unknownKey(path: Path, known: readonly string[], lineOf: (path: Path) => number): Finding {
  const key = String(path.at(-1));
  return fault(lineOf(path), 'unknown-key', {
    key: shortened(key),
    cure: suggester(known)(key, `the keys are ${known.join(', ')}`),
  });
}

/** `sources.clampdown.url`, or `tags, item 2`; `item 2` of a file that is a list. */
function nameOf(path: Path): string {
  const names = path.map((part) => (typeof part === 'number' ? `, item ${part + 1}` : `.${String(part)}`));
  return names.join('').replace(/^(?:\.|, )/, '') || 'the file';
}

/** The message of a schema: "is missing", or "must be … , not …". */
export const must =
  (rule: string) =>
  (issue: { readonly input?: unknown }): string =>
    issue.input === undefined ? 'is missing' : `must ${rule}, not ${shown(issue.input)}`;

/** A text in which something is written. */
export const someText = textThat('be a text that is not empty', (text) => text.trim() !== '');

export const properTag = textThat('be the tag of a language', isProperTag);

export const listOf = <T extends z.ZodType>(item: T) => z.array(item, { error: must('be a list') });

export function textThat(rule: string, holds: (text: string) => boolean) {
  return z.string({ error: must(rule) }).refine(holds, { error: must(rule) });
}

function shown(input: unknown): string {
  if (input === null || input === '') return 'empty';
  if (Array.isArray(input)) return input.length === 0 ? 'an empty list' : 'a list';
  return typeof input === 'object' ? 'an object' : quoted(typeof input === 'string' ? input : JSON.stringify(input));
}
