import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { type Finding, fault } from './problem.ts';

/** A file's text, or why there is none. */
export type FileText = { readonly text: string } | { readonly finding: Finding };

/** Reads a file of UTF-8. @param mostBytes larger files are refused unread. Never rejects. */
export async function readText(file: string, mostBytes: number): Promise<FileText> {
  try {
    const about = await stat(file);
    // Reading a pipe would never end.
    if (!about.isFile()) return failed(1, 'not-a-file');
    if (about.size > mostBytes) return failed(1, 'long-file', { count: about.size, most: mostBytes });
    return decodeText(await readFile(file));
  } catch (error) {
    return failed(1, 'unreadable-file', { reason: reasonOf(error) });
  }
}

/** A byte order mark is dropped. */
export function decodeText(bytes: Uint8Array): FileText {
  const text = decode(bytes);
  if (text !== undefined) return { text };
  return failed(brokenLine(bytes), 'not-utf8');
}

/** The error's code, such as `ENOENT`; else its message. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.message : String(error);
}

const failed = (...finding: Parameters<typeof fault>): FileText => ({ finding: fault(...finding) });

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The first line that is not UTF-8. Each line can be tried by itself: in UTF-8, byte 10 is always a line break. */
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

/** Runs `work` on all items and keeps their order. @param size how many at once, which limits the open files */
export async function inBatches<T, R>(items: readonly T[], work: (item: T) => Promise<R>, size = 64): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += size) {
    results.push(...(await Promise.all(items.slice(start, start + size).map(work))));
  }
  return results;
}

/** Names in a folder: none if it is not there; undefined if it cannot be read. Never rejects. */
export const namesIn = (dir: string): Promise<string[] | undefined> =>
  readdir(dir).catch((error: unknown) => (reasonOf(error) === 'ENOENT' ? [] : undefined));

/** Whether there is a folder; a link to one counts. Never rejects. */
export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (about) => about.isDirectory(),
    () => false,
  );

/**
 * Makes a folder and its parents. Node's own `recursive` never returns if the system allows no folder there, as in
 * /proc.
 */
export async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  const above = dirname(folder);
  // A file counts, too: `mkdir` below it fails with an error that says so.
  const isAbove = await stat(above).then(
    () => true,
    () => false,
  );
  if (!isAbove) await makeFolder(above);
  await mkdir(folder).catch(async (error: unknown) => {
    // Another process may have made it meanwhile.
    if (!(await isFolder(folder))) throw error;
  });
}

/**
 * A file as problems name it: relative to the working directory if it lies below it, else absolute; always with `/`.
 */
export function shownPath(file: string): string {
  const whole = resolve(file);
  const short = relative(process.cwd(), whole);
  const isBelow = short !== '' && short !== '..' && !short.startsWith(`..${sep}`) && !isAbsolute(short);
  return (isBelow ? short : whole).split(sep).join('/');
}

/** Whether a text shows anything; spaces and combining marks alone do not. */
export const isVisible = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
