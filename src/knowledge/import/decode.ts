import { readFile, stat } from 'node:fs/promises';
import { decodeText, type ReadText, reasonOf } from '../format/files.ts';
import { fault } from '../format/problem.ts';

/** Encodings that programs for tables and old editors write. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | OldEncoding;

/** What Excel writes where nobody asks it for UTF-8. */
type OldEncoding = 'big5' | 'euc-kr' | 'windows-1251' | 'windows-1252' | 'windows-1256';

/** A file's text, and its encoding where that is not UTF-8. */
export type ForeignText = ReadText & { readonly encoding?: Encoding };

/**
 * Reads a file in UTF-8, UTF-16, GB18030 or an old encoding and finds out which one it is. @param mostBytes larger
 * files are refused unread. Never rejects.
 */
export async function readForeignText(file: string, mostBytes: number): Promise<ForeignText> {
  try {
    const about = await stat(file);
    // A pipe would never end.
    if (!about.isFile()) return { finding: fault(1, 'not-a-file') };
    if (about.size > mostBytes)
      return { finding: fault(1, 'large-source-file', { count: about.size, most: mostBytes }) };
    return decodeForeign(await readFile(file));
  } catch (error) {
    return { finding: fault(1, 'unreadable-file', { reason: reasonOf(error) }) };
  }
}

function decodeForeign(bytes: Uint8Array): ForeignText {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8') return decodeText(bytes);
  try {
    return { text: withQuotes(new TextDecoder(encoding, { fatal: true }).decode(bytes)), encoding };
  } catch {
    return { finding: fault(1, 'unlike-its-encoding', { encoding: encoding.toUpperCase() }) };
  }
}

/**
 * Some versions of Node take windows-1252 for Latin-1, which has control characters where that has quotation marks and
 * dashes.
 */
const withQuotes = (text: string): string =>
  text.replace(/[\x80-\x9F]/g, (control) => FROM_80[control.charCodeAt(0) - 0x80] ?? control);

const FROM_80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ'.split('');

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const wide = wideEncoding(bytes);
  if (wide) return wide;
  if (isIn('utf-8', bytes) || looksBroken(bytes)) return 'utf-8';
  if (looksChinese(bytes) && isIn('gb18030', bytes)) return 'gb18030';
  return (
    OLD.find(
      ([encoding, isLike]) => isIn(encoding, bytes) && isLike(withQuotes(new TextDecoder(encoding).decode(bytes))),
    )?.[0] ?? 'utf-8'
  );
}

/** No text, or UTF-8 with a fault in it: most letters of several bytes are whole. */
function looksBroken(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, SAMPLE));
  const [whole, broken] = [/[^\p{ASCII}\uFFFD]/gu, /\uFFFD/g].map((one) => text.match(one)?.length ?? 0);
  return bytes.subarray(0, SAMPLE).some((byte) => byte < 9) || (whole ?? 0) >= (broken ?? 0);
}

/** By what stands in it beside ASCII; letters of another script stand together, letters with accents alone. */
const OLD: readonly (readonly [OldEncoding, (text: string) => boolean])[] = [
  ['windows-1256', (text) => isMostly(/\p{Script=Arabic}|[،؛؟\u200C]/u, text) && lengthOfRuns(text) > 2],
  ['windows-1251', (text) => isMostly(/[а-яё]/u, text) && lengthOfRuns(text) > 2],
  ['windows-1252', (text) => isMostly(/[\p{Script=Latin}‘’“”„–—…€«»°§·•¿¡]/u, text) && lengthOfRuns(text) < 2],
  ['euc-kr', (text) => isMostly(/\p{Script=Hangul}/u, text)],
  ['big5', (text) => isMostly(/\p{Script=Han}|[、-】！-～]/u, text)],
];

const OTHERS = /[^\p{ASCII}]/gu;

function isMostly(pattern: RegExp, text: string): boolean {
  const others = text.match(OTHERS) ?? [];
  return others.filter((one) => pattern.test(one)).length > others.length * 0.8;
}

const lengthOfRuns = (text: string): number =>
  (text.match(OTHERS)?.length ?? 0) / (text.match(/[^\p{ASCII}]+/gu)?.length ?? 1);

/**
 * Without a mark, UTF-16 gives itself away by line breaks, spaces and commas: each has a zero byte on the same side.
 */
function wideEncoding(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (bytes.length % 2 !== 0 || Math.max(even, odd) < Math.max(2, sample.length / 200)) return undefined;
  if (odd > 10 * even) return 'utf-16le';
  return even > 10 * odd ? 'utf-16be' : undefined;
}

const SAMPLE = 64 * 1024;

const LEAST_PAIRS = 16;

/**
 * The commonest 3,755 characters have these first bytes; letters with accents in old Western and Cyrillic encodings
 * mostly do not.
 */
function looksChinese(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let [pairs, common, later] = [0, 0, 0];
  for (let at = 0; at < sample.length; at++) {
    const [byte = 0, next = 0] = sample.subarray(at, at + 2);
    if (byte < 0x80) continue;
    pairs++;
    if (byte > 0xc8 && byte <= 0xd7) later++;
    if (((byte >= 0xb0 && byte <= 0xd7) || (byte >= 0xa1 && byte <= 0xa3)) && next >= 0xa1) common++;
    at++;
  }
  // Korean keeps to the first part of these; a third of Chinese characters stand in the rest.
  return pairs > 0 && common / pairs > 0.8 && (later > 0 || pairs < LEAST_PAIRS);
}

function isIn(encoding: Encoding, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
