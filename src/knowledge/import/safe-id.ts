import { LONGEST_ID } from '../write/slug.ts';

/** Folders and the name of the file. */
const DEEPEST = 8;

/** Whether an entry of that id can be a file on every system, and be found again by readers. */
export function isSafeId(id: string): boolean {
  const [shelf, ...parts] = id.normalize('NFC').split('/');
  const isShort = Buffer.byteLength(id) <= LONGEST_ID && parts.length >= 1 && parts.length <= DEEPEST;
  return (shelf === 'questions' || shelf === 'facts') && isShort && parts.every(isSafePart);
}

/** Whether a pack can be a folder of that name. */
export const isSafePart = (part: string): boolean => /^[^.\s](?:.*[^.\s])?$/u.test(part) && !/[\p{Cc}\p{Cs}/\\:*?"<>|]/u.test(part) && part.length <= 100;
