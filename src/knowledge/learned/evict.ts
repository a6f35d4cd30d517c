import { access, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inBatches } from '../format/files.ts';

/** Folder in which the cache notes which models are needed by folders of knowledge that are opened together. */
export const usesFolder = (cacheDir: string): string => join(cacheDir, 'uses');

/** A folder of knowledge that was not opened for so long needs its models no longer. */
const LONGEST_UNUSED_MS = 90 * 24 * 60 * 60_000;
/** Other models that stay: each edit that is learned leaves one behind, and people take edits back. */
const MOST_SPARE = 16;
const BATCH = 64;

/**
 * Removes models, so that edits do not fill the disk: of those that no folder of knowledge needs the oldest. Whatever
 * else was asked, folders that are opened together keep their models while one of them is there and they were opened in
 * the last 90 days. Never rejects.
 */
export async function evict(cacheDir: string, now: number = Date.now()): Promise<void> {
  const uses = await listed(usesFolder(cacheDir));
  const needed = new Set((await inBatches(uses, BATCH, (use) => modelsOf(use, now))).flat());
  const spare = (await listed(cacheDir)).filter(({ name }) => !needed.has(name));
  const old = spare.sort((a, b) => b.used - a.used).slice(MOST_SPARE);
  await inBatches(old, BATCH, ({ file }) => remove(file));
}

interface CacheFile {
  readonly name: string;
  readonly file: string;
  /** Milliseconds since 1970. */
  readonly used: number;
}

async function listed(folder: string): Promise<CacheFile[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await inBatches(names, BATCH, async (name): Promise<CacheFile[]> => {
    const file = join(folder, name);
    const about = await stat(file).catch(() => undefined);
    return about?.isFile() ? [{ name, file, used: about.mtimeMs }] : [];
  });
  return found.flat();
}

/** Names of the models that folders of knowledge need; a note of those that are gone is removed. */
async function modelsOf({ file, used }: CacheFile, now: number): Promise<string[]> {
  const use = await readFile(file, 'utf8')
    .then((text) => JSON.parse(text) as { readonly dirs?: unknown; readonly models?: unknown })
    .catch(() => undefined);
  const isThere = Array.isArray(use?.dirs) && now - used < LONGEST_UNUSED_MS && (await anyReachable(use.dirs));
  if (isThere && Array.isArray(use.models)) return use.models;
  await remove(file);
  return [];
}

const anyReachable = (paths: readonly string[]): Promise<boolean> =>
  Promise.any(paths.map((path) => access(path))).then(
    () => true,
    () => false,
  );

const remove = (file: string): Promise<void> => rm(file, { force: true }).catch(() => undefined);
