import { readFile, stat } from 'node:fs/promises';
import { decodeText, type ReadText, reasonOf } from '../format/files.ts';
import { fault } from '../format/problem.ts';

/** Encodings that programs for tables and old editors write. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A file's text, and its encoding where that is not UTF-8. */
export type ForeignText = ReadText & { readonly encoding?: Encoding };

/** Reads a file in UTF-8, UTF-16 or GB18030 and finds out which one it is. @param mostBytes larger files are refused unread. Never rejects. */
export async function readForeignText(file: string, mostBytes: number): Promise<ForeignText> {
  try {
    const about = await stat(file);
    // A pipe would never end.
    if (!about.isFile()) return { finding: fault(1, 'not-a-file') };
    if (about.size > mostBytes) return { finding: fault(1, 'large-source-file', { count: about.size, most: mostBytes }) };
    return decodeForeign(await readFile(file));
  } catch (error) {
    return { finding: fault(1, 'unreadable-file', { reason: reasonOf(error) }) };
  }
}

function decodeForeign(bytes: Uint8Array): ForeignText {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8') return decodeText(bytes);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return { finding: fault(1, 'unlike-its-encoding', { encoding: encoding.toUpperCase() }) };
  }
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const wide = wideEncoding(bytes);
  if (wide) return wide;
  return !isIn('utf-8', bytes) && looksChinese(bytes) && isIn('gb18030', bytes) ? 'gb18030' : 'utf-8';
}

/** Without a mark, UTF-16 gives itself away by line breaks, spaces and commas: each has a zero byte on the same side. */
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

/** The commonest 3,755 characters have these first bytes; letters with accents in old Western and Cyrillic encodings mostly do not. */
function looksChinese(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let [pairs, common] = [0, 0];
  for (let at = 0; at < sample.length; at++) {
    const [byte = 0, next = 0] = sample.subarray(at, at + 2);
    if (byte < 0x80) continue;
    pairs++;
    if (((byte >= 0xb0 && byte <= 0xd7) || (byte >= 0xa1 && byte <= 0xa3)) && next >= 0xa1) common++;
    at++;
  }
  return pairs > 0 && common / pairs > 0.8;
}

function isIn(encoding: Encoding, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
