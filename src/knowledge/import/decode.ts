import { readFile, stat } from 'node:fs/promises';
import { analyse } from 'chardet';
import { decodeText, type FileText, reasonOf } from '../format/files.ts';
import { fault } from '../format/problem.ts';

/** A file's text, and its encoding if that is not UTF-8. */
export type ForeignText = FileText & { readonly encoding?: string };

/** Bytes at the beginning from which the encoding is guessed. */
const SAMPLE = 64 * 1024;
/** In percent; a less certain guess is ignored. */
const LEAST_CONFIDENCE = 40;

/**
 * Reads a text file in UTF-8, in UTF-16 with a byte order mark, or in an old encoding such as Excel writes, which is
 * guessed from the bytes. Never rejects: a file that cannot be read is a finding.
 * @param mostBytes larger files are refused without reading them.
 */
export async function readForeignText(file: string, mostBytes: number): Promise<ForeignText> {
  try {
    const about = await stat(file);
    // Reading a pipe might never end.
    if (!about.isFile()) return { finding: fault(1, 'not-a-file') };
    if (about.size > mostBytes)
      return { finding: fault(1, 'large-source-file', { count: about.size, most: mostBytes }) };
    const bytes = await readFile(file);
    return decodeAs(encodingOf(bytes), bytes);
  } catch (error) {
    return { finding: fault(1, 'unreadable-file', { reason: reasonOf(error) }) };
  }
}

function decodeAs(encoding: string | undefined, bytes: Uint8Array): ForeignText {
  if (encoding === undefined) return decodeText(bytes);
  try {
    return { text: withQuotes(new TextDecoder(encoding, { fatal: true }).decode(bytes)), encoding };
  } catch {
    return { finding: fault(1, 'unlike-its-encoding', { encoding: encoding.toUpperCase() }) };
  }
}

/**
 * Some versions of Node decode windows-1252 as Latin-1, which has control characters in the places of quotation marks
 * and dashes. This puts the marks back.
 */
const withQuotes = (text: string): string =>
  text.replace(/[\x80-\x9F]/g, (control) => FROM_80[control.charCodeAt(0) - 0x80] ?? control);

const FROM_80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ'.split('');

/** Undefined for UTF-8, for data that is not text, and if no guess is certain enough. */
function encodingOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  if (isLikeUtf8(sample) || sample.some((byte) => byte < 9)) return undefined;
  const [best] = analyse(sample);
  return best && best.confidence >= LEAST_CONFIDENCE ? best.name : undefined;
}

/**
 * True for UTF-8 with a few broken bytes, too: at least as many characters of several bytes are whole as are broken.
 */
function isLikeUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const [whole = 0, broken = 0] = [/[^\p{ASCII}\uFFFD]/gu, /\uFFFD/g].map((one) => text.match(one)?.length ?? 0);
  return whole >= broken;
}
