import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inBatches } from '../in-batches.ts';

/** Where `keptLearning` keeps its files: one for each language, some megabytes each. */
const KEPT = 'node_modules/.cache/wenda';
/** Files that stay. Each edit that is learned adds one, and people take edits back. */
const MOST = 32;
const BATCH = 64;

/** Removes what was learned longest ago, so that edits do not fill the disk. Never rejects. */
export async function forgetOldest(root: string): Promise<void> {
  const folder = join(root, KEPT);
  const names = await readdir(folder).catch(() => []);
  const files = await inBatches(names, BATCH, async (name) => ({ name, age: await ageOf(join(folder, name)) }));
  const old = files.sort((a, b) => b.age - a.age).slice(MOST);
  await inBatches(old, BATCH, ({ name }) => rm(join(folder, name), { force: true }).catch(() => undefined));
}

const ageOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
