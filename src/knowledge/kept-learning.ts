import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { access, mkdir, readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Entry } from '../core/entry.ts';
import { baseOf } from '../core/language.ts';
import type { Learned } from '../core/learn.ts';
import { basesOf } from '../core/library.ts';
import { bytesOf, dataIn } from './kept-file.ts';
import type { Locales } from './locales.ts';

export interface Kept {
  /** What a shelf learned earlier from the same texts; absent where nothing was kept. */
  readonly learned: (base: string) => Learned | undefined;
  /** Whether every shelf's learning was kept. */
  readonly isWhole: boolean;
  /** Keeps what was not. */
  readonly keep: (learned: ReadonlyMap<string, Learned>) => Promise<void>;
}

/** Bytes that can be read at once, and some to spare. */
const LONGEST = 2_000_000_000;

type Lessons = Pick<Locales, 'languages' | 'background'>;

/**
 * What the engine learns takes seconds, and depends on nothing but the texts and the programs: it is kept in
 * `node_modules/.cache`, a file for each shelf under the hash of both. Where that cannot be read or written, it is learned again.
 */
export async function keptLearning(root: string, entries: readonly Entry[], locales: Lessons): Promise<Kept> {
  const programs = await hashOfPrograms(root);
  const files = new Map(basesOf(entries).map((base) => [base, path.join(root, 'node_modules/.cache/wenda', hashOf(programs, base, entries, locales))]));
  const kept = new Set<string>();
  for (const [base, file] of files) if (await isUsable(file)) kept.add(base);
  return {
    learned: (base) => (kept.has(base) ? read(files.get(base) ?? '') : undefined),
    isWhole: kept.size === files.size,
    keep: async (learned) => {
      const missing = [...files].filter(([base]) => !kept.has(base) && learned.has(base));
      await Promise.all(missing.map(([base, file]) => write(file, learned.get(base)).catch(() => undefined)));
    },
  };
}

/** Marks the file as used, for the oldest are forgotten. */
async function isUsable(file: string): Promise<boolean> {
  const now = new Date();
  return utimes(file, now, now).then(
    () => true,
    () =>
      access(file).then(
        () => true,
        () => false,
      ),
  );
}

/** Read when its shelf is first asked: a start does not wait for languages that nobody speaks. A damaged file is removed. */
function read(file: string): Learned | undefined {
  try {
    const learned = dataIn(readFileSync(file));
    if (learned !== undefined) return learned as Learned;
  } catch {
    // As if it were damaged.
  }
  rmSync(file, { force: true });
  return undefined;
}

/** Under another name first: a process that is killed meanwhile leaves no half file. What could not be read again is not kept. */
async function write(file: string, learned: Learned | undefined): Promise<void> {
  const bytes = bytesOf(learned);
  if (bytes.length > LONGEST) return;
  await mkdir(path.dirname(file), { recursive: true });
  const part = `${file}.${process.pid}`;
  await writeFile(part, bytes);
  await rename(part, file);
}

/** Of what one shelf is made of. */
function hashOf(programs: string, base: string, entries: readonly Entry[], { languages, background }: Lessons): string {
  const hash = createHash('sha256').update(programs);
  const isOwn = ([tag]: readonly [string, unknown]) => baseOf(tag) === base;
  for (const entry of entries) {
    for (const [, text] of [...entry.texts].filter(isOwn)) hash.update(JSON.stringify([entry.id, text.language, text.title, text.phrasings, text.answer]));
  }
  hash.update(JSON.stringify([[...languages].filter(isOwn), [...background].filter(isOwn)]));
  return hash.digest('hex').slice(0, 32);
}

async function hashOfPrograms(root: string): Promise<string> {
  // Words are cut by the platform's dictionaries, stems and indexes come from packages.
  const hash = createHash('sha256').update(process.versions.icu ?? '');
  hash.update(await readFile(path.join(root, 'package.json')).catch(() => ''));
  const core = path.join(root, 'dist/src/core');
  const programs = await readdir(core).catch(() => []);
  for (const program of programs.filter((name) => name.endsWith('.js')).sort()) hash.update(await readFile(path.join(core, program)));
  return hash.digest('hex');
}
