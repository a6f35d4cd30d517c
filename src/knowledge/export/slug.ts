import { createHash } from 'node:crypto';

/** UTF-8 bytes of an id: a button's 64 bytes hold it and more. */
export const LONGEST_ID = 48;
const FOLDER = 'questions/';
/** Windows reserves these names for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * An id for a new entry, such as `questions/why-banned`, of at most 48 bytes. Letters of every script stay, so that a
 * folder can be read in its own language; only Latin letters lose their accents.
 * @param taken ids in use; letter case does not count.
 */
export function slugOf(title: string, taken: ReadonlySet<string>): string {
  const known = new Set([...taken].map((id) => id.normalize('NFC').toLowerCase()));
  return freeId(title, (id) => known.has(id));
}

/** @param isTaken is given ids in lower case. */
export function freeId(title: string, isTaken: (id: string) => boolean): string {
  const slug = plainSlug(title);
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : `-${number}`;
    const id = `${FOLDER}${cut(slug, LONGEST_ID - FOLDER.length - end.length)}${end}`;
    if (!isTaken(id)) return id;
  }
}

/** A text as a part of a file's name; see slugOf. */
export const shortSlug = (text: string, mostBytes: number): string => cut(plainSlug(text), mostBytes);

function plainSlug(title: string): string {
  const latin = title
    .toWellFormed()
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '');
  const words = latin
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘ʼ]/gu, '');
  const slug = words.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^[-\p{M}]+|-+$/gu, '');
  if (slug === '' || DEVICE.test(slug)) return `q-${createHash('sha256').update(title).digest('hex').slice(0, 8)}`;
  return slug;
}

/** Cut at the end of a word if that keeps most of it. */
function cut(slug: string, mostBytes: number): string {
  if (Buffer.byteLength(slug) <= mostBytes) return slug;
  let short = '';
  for (const letter of slug) {
    if (Buffer.byteLength(short + letter) > mostBytes) break;
    short += letter;
  }
  const word = short.lastIndexOf('-');
  const isWhole = slug[short.length] === '-';
  return (!isWhole && word > short.length / 2 ? short.slice(0, word) : short).replace(/-+$/, '').normalize('NFC');
}
