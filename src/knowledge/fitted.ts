import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Entry } from '../core/entry.ts';
import type { Weights } from '../core/logistic.ts';
import type { Locales } from './locales.ts';

export interface Fitted {
  /** By shelf; empty where nothing was kept. */
  readonly weights: ReadonlyMap<string, Weights>;
  readonly keep: (weights: ReadonlyMap<string, Weights>) => Promise<void>;
}

/**
 * Weights of the confidence take seconds to fit, and depend on nothing but the texts and the code: they are kept in
 * `node_modules/.cache`, under the hash of both. Where that cannot be read or written, they are fitted again.
 */
export async function fittedWeights(root: string, entries: readonly Entry[], locales: Pick<Locales, 'languages' | 'background'>): Promise<Fitted> {
  const file = path.join(root, 'node_modules/.cache/wenda', `${await hashOf(root, entries, locales)}.json`);
  const kept = await readKept(file);
  return {
    weights: new Map(Object.entries(kept ?? {})),
    keep: async (weights) => {
      if (kept === undefined) await write(file, JSON.stringify(Object.fromEntries(weights))).catch(() => undefined);
    },
  };
}

async function readKept(file: string): Promise<Record<string, Weights> | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, Weights>;
  } catch {
    return undefined;
  }
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
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
