import type { Line } from './faq-lines.ts';
import { fieldOf } from './field-names.ts';

/** What stands as `Name: value` between a page's heading and its text, as Notion writes it. */
export interface PageProperties {
  readonly tags: readonly string[];
  /** Without the properties; the others keep their numbers. */
  readonly lines: readonly Line[];
  /** The line on which they begin; absent where there are none. */
  readonly line?: number;
}

const PROPERTY = /^([\p{L}][^:\n]{0,39}): (\S.*)?$/u;
/** Names that Notion itself gives; what looks like a property otherwise is an answer. */
const OF_NOTION =
  /^(?:created(?: time| by)?|last edited(?: time| by)?|edited(?: by)?|owner|verification|status|assign(?:ee)?|tags)$/i;

/** @param lines of a page. */
export function pageProperties(lines: readonly Line[]): PageProperties {
  const nothing = { tags: [], lines };
  const written = lines.findIndex(({ text }) => text.trim() !== '');
  if (!/^#\s/.test(lines[written]?.text ?? '')) return nothing;
  const from = lines.findIndex(({ text }, at) => at > written && text.trim() !== '');
  if (from < 0) return nothing;
  const end = lines.findIndex(({ text }, at) => at > from && text.trim() === '');
  const found = lines
    .slice(from, end < 0 ? lines.length : end)
    .map(({ text, isCode }) => (isCode ? null : PROPERTY.exec(text.trim())));
  const names = found.map((one) => one?.[1] ?? '');
  // One alone may be a sentence.
  if (names.length < 2 || names.includes('') || names.filter((name) => OF_NOTION.test(name)).length < 2) return nothing;
  const tags = found
    .flatMap((one) => (fieldOf(one?.[1] ?? '') === 'tags' ? (one?.[2] ?? '').split(',') : []))
    .map((tag) => tag.trim());
  return {
    tags: tags.filter((tag) => tag !== ''),
    lines: lines.map((line, at) => (at >= from && at < from + found.length ? { ...line, text: '' } : line)),
    line: lines[from]?.number ?? 1,
  };
}
