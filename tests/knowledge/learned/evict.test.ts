import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openModelCache } from '../../../src/knowledge/learned/model-cache.ts';
import { learn } from '../../../src/knowledge/live/learn.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { knowledgeFolder, LOCALES, opened } from '../live/folder.ts';

const MOST_SPARE = 100;

const asking = (title: string) => [entryOf('questions/x', textOf('en', title), textOf('de', `${title} auf Deutsch`))];
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
  const study = (title: string) => learn({ root, cacheDir, locales: LOCALES, entries: asking(title) });
  const isKept = async (title: string) => (await openModelCache({ root, cacheDir }, asking(title), LOCALES)).isWhole();
  const [oldest = ''] = modelsIn(cacheDir);
  await study('Why?');
  expect(modelsIn(cacheDir)).toHaveLength(MOST_SPARE + 1);
  await study('Where?');
  expect(modelsIn(cacheDir)).toHaveLength(MOST_SPARE + 2);
  expect(modelsIn(cacheDir)).not.toContain(oldest);
  expect([await isKept('Why?'), await isKept('Where?')]).toEqual([true, true]);
});

it('models of older texts are removed after a start that had to learn, too', async () => {
  const cacheDir = temporaryFolder(oldModels(MOST_SPARE + 4));
  await opened(knowledgeFolder().dir, { cacheDir });
  const kept = modelsIn(cacheDir);
  expect(kept).toHaveLength(MOST_SPARE + 1);
  expect(kept.filter((name) => !name.startsWith('old'))).toHaveLength(1);
});

it('nothing is removed if nothing is kept, or cannot be', async () => {
  const cacheDir = join(temporaryFolder({ cache: '' }), 'cache');
  const entries = [entryOf('questions/x', textOf('en', 'Why?'))];
  const models = await learn({ root: temporaryFolder({}), cacheDir, locales: LOCALES, entries });
  expect([...models.keys()]).toEqual(['en test']);
});
