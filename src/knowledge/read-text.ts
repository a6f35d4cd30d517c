import { readFile, stat } from 'node:fs/promises';
import { errorAt, type Finding } from './problem.ts';

/** A file's text, or why there is none. */
export type ReadText = { readonly text: string } | { readonly finding: Finding };

/** Reads a file of UTF-8. @param mostBytes larger files are refused unread. Never rejects. */
export async function readText(file: string, mostBytes: number): Promise<ReadText> {
  try {
    const about = await stat(file);
    // A pipe would never end.
    if (!about.isFile()) return failed(1, 'this is not a file', 'replace it by a file');
    if (about.size > mostBytes) return failed(1, `the file has ${about.size} bytes`, `shorten it to ${mostBytes}`);
    return decodeText(await readFile(file));
  } catch (error) {
    return failed(1, `the file cannot be read: ${reasonOf(error)}`, 'check that it is there and that its permissions let the bot read it');
  }
}

/** A byte order mark is dropped. */
function decodeText(bytes: Uint8Array): ReadText {
  const text = decode(bytes);
  if (text !== undefined) return { text };
  return failed(brokenLine(bytes), 'the file is not UTF-8', 'save it as UTF-8');
}

/** `ENOENT`, or what the error says of itself. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.message : String(error);
}

const failed = (line: number, message: string, cure: string): ReadText => ({ finding: errorAt(line, message, cure) });

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** In UTF-8 a line break is never part of another character, so that lines can be tried one by one. */
function brokenLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start);
    const next = end < 0 ? bytes.length : end + 1;
    if (decode(bytes.subarray(start, next)) === undefined) return line;
    start = next;
  }
  return line;
}
