import { createHash } from 'node:crypto';
import type { Source } from '../../core/entry/entry.ts';
import { LONGEST_ID, shortSlug } from '../export/slug.ts';

/** Most parts of an id below `questions/` or `facts/`, the file's name included. */
const DEEPEST = 8;

/** Whether a file for an entry with this id can exist on every system, and readers of packs would find it. */
export function isSafeId(id: string): boolean {
  const [folder, ...parts] = id.normalize('NFC').split('/');
  const isShort = Buffer.byteLength(id) <= LONGEST_ID && parts.length >= 1 && parts.length <= DEEPEST;
  return (folder === 'questions' || folder === 'facts') && isShort && parts.every(isSafePart);
}

/** Whether a folder or file can have this name on every system. At most 100 characters. */
export const isSafePart = (part: string): boolean =>
  /^[^.\s](?:.*[^.\s])?$/u.test(part) && !/[\p{Cc}\p{Cs}/\\:*?"<>|]/u.test(part) && part.length <= 100;

const LONGEST_SLUG = 24;

/**
 * Makes an id for a source: always the same for the same title and address, and practically never the same for others.
 */
export function sourceId({ title, url = '' }: Source): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([title, url]))
    .digest('hex');
  return `${shortSlug(title, LONGEST_SLUG)}-${hash.slice(0, 6)}`;
}
