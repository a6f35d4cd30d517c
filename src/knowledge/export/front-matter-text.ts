import type { Status } from '../../core/entry/entry.ts';

/** Values above an entry's text; one that is absent or has its default value is not written. */
export interface FrontMatterParts {
  /** Ids from pack.json, at least one. */
  readonly sources: readonly string[];
  /** A year, month or day: `2023`, `2023-03`, `2023-03-16`. Default: the key is left out. */
  readonly asOf?: string | undefined;
  /** Default: the key is left out. */
  readonly tags?: readonly string[] | undefined;
  /** A day: `2027-01-01`. Default: the key is left out. */
  readonly reviewBy?: string | undefined;
  /** Default: current. */
  readonly status?: Status | undefined;
  /** Ids of entries. Default: the key is left out. */
  readonly related?: readonly string[] | undefined;
}

/** Front matter as the reader takes it, without the `---` lines: one line a key. */
export function writeFrontMatter({
  sources,
  asOf,
  tags = [],
  reviewBy,
  status = 'current',
  related = [],
}: FrontMatterParts): string {
  const lines = [
    `sources: ${list(sources)}`,
    ...(asOf === undefined ? [] : [`as_of: ${scalar(asOf)}`]),
    ...(tags.length === 0 ? [] : [`tags: ${list(tags)}`]),
    ...(reviewBy === undefined ? [] : [`review_by: ${scalar(reviewBy)}`]),
    ...(status === 'current' ? [] : [`status: ${status}`]),
    ...(related.length === 0 ? [] : [`related: ${list(related)}`]),
  ];
  return lines.join('\n');
}

const list = (items: readonly string[]): string => `[${items.map(scalar).join(', ')}]`;

/** No character in it means anything to YAML. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._/+ -]*[\p{L}\p{M}\p{N}_/+-])?$/u;
/** Characters that JSON leaves as they are, but an editor may take for the end of a line or not show. */
const UNSEEN = /[\u007F-\u009F\u2028\u2029\uFEFF]/g;

function scalar(text: string): string {
  if (PLAIN.test(text)) return text;
  return JSON.stringify(text.toWellFormed()).replace(
    UNSEEN,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
