import { createHash } from 'node:crypto';
import type { Source } from '../../core/entry/entry.ts';
import { LONGEST_ID, shortSlug } from '../export/slug.ts';

/** Folders and the name of the file. */
const DEEPEST = 8;

/** Whether an entry of that id can be a file on every system, and be found again by readers. */
export function isSafeId(id: string): boolean {
  const [folder, ...parts] = id.normalize('NFC').split('/');
  const isShort = Buffer.byteLength(id) <= LONGEST_ID && parts.length >= 1 && parts.length <= DEEPEST;
  return (folder === 'questions' || folder === 'facts') && isShort && parts.every(isSafePart);
}

/** Whether a pack can be a folder of that name. */
export const isSafePart = (part: string): boolean =>
  /^[^.\s](?:.*[^.\s])?$/u.test(part) && !/[\p{Cc}\p{Cs}/\\:*?"<>|]/u.test(part) && part.length <= 100;

const LONGEST_SLUG = 24;

/** An id for a source that has none: the same for the same source, another for another. */
export function sourceId({ title, url = '' }: Source): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([title, url]))
    .digest('hex');
  return `${shortSlug(title, LONGEST_SLUG)}-${hash.slice(0, 6)}`;
}
