import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { Meanings, TextsToEncode } from '../../core/classifier/meanings.ts';
import { inBatches } from '../format/files.ts';
import { bytesOf, dataIn, writeWhole } from './model-file.ts';

/**
 * Vectors of an index's texts, in a file for each under the hash of encoder and texts. Encoding takes some 30 ms a
 * text, reading next to nothing.
 */
export interface MeaningCache {
  /** Undefined if there is nothing, or nothing whole. */
  readonly read: (entries: readonly TextsToEncode[]) => Promise<Meanings | undefined>;
  /** Never rejects: what cannot be written is encoded again at the next start. */
  readonly keep: (entries: readonly TextsToEncode[], meanings: Meanings) => Promise<void>;
}

/** Files that were not read for so long are removed. */
const LONGEST_UNUSED_MS = 90 * 24 * 60 * 60_000;
const BATCH = 64;

/** @param cacheDir the folder of the cache. @param encoder its id. */
export function meaningCache(cacheDir: string, encoder: string): MeaningCache {
  const folder = path.join(cacheDir, 'meanings');
  const fileOf = (entries: readonly TextsToEncode[]): string =>
    path.join(
      folder,
      createHash('sha256')
        .update(JSON.stringify([encoder, entries]))
        .digest('hex')
        .slice(0, 32),
    );
  return {
    read: async (entries) => {
      const file = fileOf(entries);
      const bytes = await readFile(file).catch(() => undefined);
      const kept = bytes && (dataIn(bytes) as Meanings | undefined);
      const now = new Date();
      if (kept) await utimes(file, now, now).catch(() => undefined);
      return kept;
    },
    keep: async (entries, meanings) => {
      const kept = writeWhole(fileOf(entries), bytesOf(meanings)).then(() => removeUnused(folder, Date.now()));
      await kept.catch(() => undefined);
    },
  };
}

async function removeUnused(folder: string, now: number): Promise<void> {
  await inBatches(await readdir(folder), BATCH, async (name) => {
    const file = path.join(folder, name);
    if (now - (await stat(file)).mtimeMs > LONGEST_UNUSED_MS) await rm(file, { force: true });
  });
}
