import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Entry } from '../core/entry.ts';
import type { Learned } from '../core/library.ts';
import type { Locales } from './locales.ts';

export interface Kept {
  /** By shelf; absent where nothing was kept. */
  readonly learned?: ((base: string) => Learned | undefined) | undefined;
  readonly keep: (learned: ReadonlyMap<string, Learned>) => Promise<void>;
}

/**
 * What the engine learns takes seconds, and depends on nothing but the texts and the code: it is kept in
 * `node_modules/.cache`, under the hash of both. Where that cannot be read or written, it is learned again.
 */
export async function keptLearning(root: string, entries: readonly Entry[], locales: Pick<Locales, 'languages' | 'background'>): Promise<Kept> {
  const file = path.join(root, 'node_modules/.cache/wenda', await hashOf(root, entries, locales));
  const kept = await readKept(file);
  return {
    learned: kept && ((base) => read(kept.get(base))),
    keep: async (learned) => {
      const shelves = new Map([...learned].map(([base, one]) => [base, serialize(one)]));
      await write(file, serialize(shelves)).catch(() => undefined);
    },
  };
}

async function readKept(file: string): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  try {
    return deserialize(await readFile(file)) as ReadonlyMap<string, Uint8Array>;
  } catch {
    return undefined;
  }
}

const read = (bytes: Uint8Array | undefined): Learned | undefined => (bytes ? (deserialize(bytes) as Learned) : undefined);

/** Under another name first: a process that is killed meanwhile leaves no half file. */
async function write(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const part = `${file}.${process.pid}`;
  await writeFile(part, bytes);
  await rename(part, file);
}

async function hashOf(root: string, entries: readonly Entry[], { languages, background }: Pick<Locales, 'languages' | 'background'>): Promise<string> {
  const hash = createHash('sha256');
  for (const entry of entries) for (const text of entry.texts.values()) hash.update(JSON.stringify([entry.id, text.language, text.title, text.phrasings, text.answer]));
  hash.update(JSON.stringify([[...languages], [...background]]));
  const core = path.join(root, 'dist/src/core');
  const programs = await readdir(core).catch(() => []);
  for (const program of programs.filter((name) => name.endsWith('.js')).sort()) hash.update(await readFile(path.join(core, program)));
  return hash.digest('hex').slice(0, 32);
}
