import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openModelCache } from '../../../src/knowledge/learned/model-cache.ts';
import { dataIn } from '../../../src/knowledge/learned/model-file.ts';
import { learn } from '../../../src/knowledge/live/learn.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { LOCALES } from '../live/folder.ts';

const MOST_SPARE = 20;

const INDEX = { key: 'en test', base: 'en', pack: 'test' };
const asking = (title: string) => [entryOf('questions/x', textOf('en', title))];
const modelsIn = (cacheDir: string) =>
  readdirSync(cacheDir, { withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ name }) => name);
/** Models of texts of which nobody knows any more, the later ones used later. */
const oldModels = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`old${at}`, '']));

it('models of older texts are removed when something is learned, the longest unused first', async () => {
  const [root, cacheDir] = [temporaryFolder({}), temporaryFolder(oldModels(MOST_SPARE - 1))];
  for (const [at, name] of modelsIn(cacheDir).entries()) utimesSync(join(cacheDir, name), 1000 + at, 1000 + at);
  const study = (title: string) =>
    learn({ root, cacheDir, locales: LOCALES, entries: asking(title), index: INDEX, inUse: [] });
  const isKept = async (title: string) =>
    (await openModelCache({ root, cacheDir }, asking(title), LOCALES)).has(INDEX.key);
  const [oldest = ''] = modelsIn(cacheDir).sort((a, b) => Number(a.slice(3)) - Number(b.slice(3)));
  await study('Why?');
  expect(modelsIn(cacheDir)).toHaveLength(MOST_SPARE);
  await study('Where?');
  expect(modelsIn(cacheDir)).toHaveLength(MOST_SPARE + 1);
  await study('When?');
  expect(modelsIn(cacheDir)).toHaveLength(MOST_SPARE + 1);
  expect(modelsIn(cacheDir)).not.toContain(oldest);
  expect([await isKept('Why?'), await isKept('Where?'), await isKept('When?')]).toEqual([true, true, true]);
});

it('a model that is answered from stays, however long ago it was read', async () => {
  const [root, cacheDir] = [temporaryFolder({}), temporaryFolder(oldModels(MOST_SPARE + 4))];
  const inUse = join(cacheDir, 'old0');
  utimesSync(inUse, 1, 1);
  await learn({ root, cacheDir, locales: LOCALES, entries: asking('Why?'), index: INDEX, inUse: [inUse] });
  expect(modelsIn(cacheDir)).toHaveLength(MOST_SPARE + 2);
  expect(modelsIn(cacheDir)).toContain('old0');
});

it('nothing is removed if nothing is kept, or cannot be', async () => {
  const cacheDir = join(temporaryFolder({ cache: '' }), 'cache');
  const entries = [entryOf('questions/x', textOf('en', 'Why?'))];
  const place = { root: temporaryFolder({}), cacheDir, inUse: [] };
  const { model, cacheFailure } = await learn({ ...place, locales: LOCALES, entries, index: INDEX });
  expect(dataIn(model)).toMatchObject({ entries: [{ title: { surface: ['why'] } }] });
  expect(cacheFailure?.why).toBe('EEXIST');
});
