import { z } from 'zod';
import { isProperTag } from './language-tag.ts';
import { suggester } from './nearest.ts';
import { type Finding, fault, quoted, shortened } from './problem.ts';

/** The way to a value: `['sources', 'clampdown', 'url']`, `['tags', 0]`. */
export type Path = readonly PropertyKey[];

export interface Checked<T> {
  /** Absent if there are findings. */
  readonly data?: T;
  readonly findings: readonly Finding[];
}

/**
 * Compares data with a schema; all its problems are found at once, each with its line. The cure of a problem is the
 * description of the schema at its path, or of the nearest one around it.
 */
export function checkShape<T>(schema: z.ZodType<T>, value: unknown, lineOf: (path: Path) => number): Checked<T> {
  const result = schema.safeParse(value);
  if (result.success) return { data: result.data, findings: [] };
  return { findings: result.error.issues.flatMap((issue) => findingsOf(issue, schema, lineOf)) };
}

function findingsOf(issue: z.core.$ZodIssue, schema: z.core.$ZodType, lineOf: (path: Path) => number): Finding[] {
  const { path } = issue;
  const around = along(schema, path).reverse();
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(around[0]);
    const suggest = suggester(known);
    return issue.keys.map((key) =>
      fault(lineOf([...path, key]), 'unknown-key', {
        key: shortened(key),
        cure: suggest(key, `the keys are ${known.join(', ')}`),
      }),
    );
  }
  const rule = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  const cure = around.map(cureOf).find((words) => words !== undefined) ?? '';
  return [fault(lineOf(path), 'wrong-value', { name: nameOf(path), rule, cure })];
}

/** The schemas along a path, outermost first. */
function along(schema: z.core.$ZodType, path: Path): z.core.$ZodType[] {
  const [key, ...rest] = path;
  const inside = key === undefined ? undefined : schemaIn(schema, key);
  return [schema, ...(inside ? along(inside, rest) : [])];
}

function schemaIn(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return schemaIn(schema.unwrap(), key);
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return schema instanceof z.ZodObject ? schema.shape[String(key)] : undefined;
}

function keysOf(schema: z.core.$ZodType | undefined): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return keysOf(schema.unwrap());
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function cureOf(schema: z.core.$ZodType): string | undefined {
  const keys = keysOf(schema);
  return (
    z.globalRegistry.get(schema)?.description ??
    (keys.length > 0 ? `write an object with the keys ${keys.join(', ')}` : undefined)
  );
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

export const someText = textThat('be a text that is not empty', (text) => text.trim() !== '');

export const properTag = textThat('be the tag of a language', isProperTag);

export const isTrue = z.boolean({ error: must('be true or false') });

export const listOf = <T extends z.ZodType>(item: T) => z.array(item, { error: must('be a list') });

/** An object with these keys and no others. */
export const objectOf = <T extends z.core.$ZodShape>(shape: T) =>
  z.strictObject(shape, { error: must('be an object') });

export const recordOf = <T extends z.ZodType>(key: z.ZodType<string, string>, value: T) =>
  z.record(key, value, { error: must('be an object') });

export function textThat(rule: string, holds: (text: string) => boolean) {
  return z.string({ error: must(rule) }).refine(holds, { error: must(rule) });
}

function shown(input: unknown): string {
  if (input === null || input === '') return 'empty';
  if (Array.isArray(input)) return input.length === 0 ? 'an empty list' : 'a list';
  return typeof input === 'object' ? 'an object' : quoted(typeof input === 'string' ? input : JSON.stringify(input));
}
