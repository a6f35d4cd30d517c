import { z } from 'zod';
import type { Status } from '../../core/entry/entry.ts';
import { isDate, isDay } from './dates.ts';
import { readFlatYaml } from './flat-yaml.ts';
import { type Finding, fault } from './problem.ts';
import { checkShape, listOf, must, type Path, type Shape, someText, textThat } from './shape.ts';

/** What stands above an entry's text. */
export interface FrontMatter {
  /** Ids from pack.json, at least one. */
  readonly sources: readonly string[];
  /** A year, month or day. */
  readonly as_of?: string | undefined;
  /** Default: none. */
  readonly tags: readonly string[];
  /** A day. */
  readonly review_by?: string | undefined;
  /** Default: current. */
  readonly status: Status;
  /** Ids of entries. Default: none. */
  readonly related: readonly string[];
}

export interface SplitText {
  /** Absent where the front matter has errors. */
  readonly matter?: FrontMatter;
  /** The line in the file of a key, or of a list's item; the first line for what is not there. */
  readonly lineOf: (path: Path) => number;
  /** What follows the front matter; absent where the front matter does not end. */
  readonly body?: string;
  /** The line in the file on which the body begins. */
  readonly bodyLine: number;
  readonly findings: readonly Finding[];
}

/** Bytes; yaml takes its time on more. */
const MOST_BYTES = 4096;
const FENCE = /^---[ \t]*$/;
const STATUSES: readonly Status[] = ['current', 'outdated', 'disputed'];
const CURES = {
  sources: 'list ids from pack.json, e.g. sources: [clampdown]',
  as_of: 'write a year, month or day that exists, e.g. 2023, 2023-03 or 2023-03-16',
  tags: 'write a list of words, e.g. tags: [ban, reasons]',
  review_by: 'write a day that exists, e.g. 2027-01-01',
  status: 'leave it out where the entry is current',
  related: 'write a list of entries, e.g. related: [questions/why-banned]',
} as const;

const SHAPE: Shape<FrontMatter> = {
  schema: z.strictObject({
    sources: listOf(someText).refine((ids) => ids.length > 0, { error: must('name a source') }),
    as_of: textThat('be a date', isDate).optional(),
    tags: listOf(someText).default([]),
    review_by: textThat('be a day', isDay).optional(),
    status: z.enum(STATUSES, { error: must('be current, outdated or disputed') }).default('current'),
    related: listOf(someText).default([]),
  }),
  keys: () => Object.keys(CURES),
  cure: ([key]) => Object.entries(CURES).find(([name]) => name === key)?.[1] ?? 'write `key: value` lines',
};

/** Splits an entry's file at its `---` lines and reads what stands between them. Never throws. */
export function splitFrontMatter(text: string): SplitText {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  if (!FENCE.test(lines[0] ?? '')) return without(lines.join('\n'), 1, fault(1, 'no-matter'));
  const end = lines.findIndex((line, at) => at > 0 && FENCE.test(line));
  if (end < 0) return without(undefined, 1, fault(1, 'endless-matter'));
  const matter = lines.slice(1, end).join('\n');
  const body = lines.slice(end + 1).join('\n');
  const bytes = Buffer.byteLength(matter);
  if (bytes > MOST_BYTES) return without(body, end + 2, fault(1, 'long-matter', { count: bytes, most: MOST_BYTES }));
  return { ...readMatter(matter), body, bodyLine: end + 2 };
}

function without(body: string | undefined, bodyLine: number, finding: Finding): SplitText {
  return { lineOf: () => 1, ...(body === undefined ? {} : { body }), bodyLine, findings: [finding] };
}

function readMatter(text: string): Pick<SplitText, 'matter' | 'lineOf' | 'findings'> {
  const { value, lineOf: lineInside, findings } = readFlatYaml(text, 2);
  const lineOf = (path: Path) => (value !== undefined && !Object.hasOwn(value, path[0] ?? '') ? 1 : lineInside(path));
  if (value === undefined) return { lineOf, findings };
  const checked = checkShape(SHAPE, value, lineOf);
  const all = [...findings, ...checked.findings];
  return { ...(checked.data && all.length === 0 ? { matter: checked.data } : {}), lineOf, findings: all };
}
