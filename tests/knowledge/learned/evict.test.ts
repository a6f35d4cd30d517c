import { existsSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evict } from '../../../src/knowledge/learned/evict.ts';
import { openModelCache } from '../../../src/knowledge/learned/model-cache.ts';
import { learn } from '../../../src/knowledge/live/learn.ts';
import type { Folders } from '../../../src/knowledge/packs/find-packs.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { knowledgeFolder, LOCALES, opened } from '../live/folder.ts';

const MOST_SPARE = 16;
const DAY_MS = 24 * 60 * 60_000;

const asking = (title: string) => [entryOf('questions/x', textOf('en', title), textOf('de', `${title} auf Deutsch`))];
const modelsIn = (cacheDir: string) =>
  readdirSync(cacheDir, { withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ name }) => name);

/** One cache, and lessons of any folder of knowledge. */
function createCache() {
  const [root, cacheDir] = [temporaryFolder({}), temporaryFolder({})];
  const study = (dir: Folders, title: string) =>
    learn({ root, cacheDir, dir, locales: LOCALES, entries: asking(title) });
  const isKept = async (dir: Folders, title: string) =>
    (await openModelCache({ root, cacheDir, dir }, asking(title), LOCALES)).isWhole();
  return { cacheDir, study, isKept };
}

describe('models that a folder of knowledge needs', () => {
  it('stay, however many others are asked', async () => {
    const { study, isKept } = createCache();
    const mine = temporaryFolder({});
    await study(mine, 'Why?');
    for (let at = 0; at < 20; at++) await study(temporaryFolder({}), `Question ${at}?`);
    expect(await isKept(mine, 'Why?')).toBe(true);
  });

  it('stay until it has not been opened for 90 days, or is gone', async () => {
    const { cacheDir, study } = createCache();
    const [mine, other] = [temporaryFolder({}), temporaryFolder({})];
    await study(mine, 'Why?');
    await study(other, 'Where?');
    const spare = () => readdirSync(join(cacheDir, 'uses')).length;
    await evict(cacheDir, Date.now() + 89 * DAY_MS);
    expect(spare()).toBe(2);
    rmSync(other, { recursive: true });
    await evict(cacheDir, Date.now() + 89 * DAY_MS);
    expect(spare()).toBe(1);
    await evict(cacheDir, Date.now() + 91 * DAY_MS);
    expect(spare()).toBe(0);
  });
});

describe('models that several folders need together', () => {
  it('stay while one of them is there', async () => {
    const { cacheDir, study } = createCache();
    const [mine, other] = [temporaryFolder({}), temporaryFolder({})];
    await study([mine, other], 'Why?');
    await study(mine, 'Where?');
    const uses = () => readdirSync(join(cacheDir, 'uses')).length;
    expect(uses()).toBe(2);
    rmSync(mine, { recursive: true });
    await evict(cacheDir);
    expect(uses()).toBe(1);
    rmSync(other, { recursive: true });
    await evict(cacheDir);
    expect(uses()).toBe(0);
  });
});

describe('other models', () => {
  it('are removed, the oldest first, when something is learned: edits do not fill the disk', async () => {
    const { cacheDir, study, isKept } = createCache();
    const mine = temporaryFolder({});
    const rounds = MOST_SPARE / 2 + 2;
    for (let at = 0; at < rounds; at++) {
      const before = modelsIn(cacheDir);
      await study(mine, `Version ${at}?`);
      for (const name of modelsIn(cacheDir).filter((one) => !before.includes(one)))
        utimesSync(join(cacheDir, name), 1000 + at, 1000 + at);
    }
    expect(modelsIn(cacheDir)).toHaveLength(MOST_SPARE + 2);
    expect([
      await isKept(mine, `Version ${rounds - 1}?`),
      await isKept(mine, 'Version 1?'),
      await isKept(mine, 'Version 0?'),
    ]).toEqual([true, true, false]);
  });

  it('are removed after a start that had to learn, too, with what stands for no folder', async () => {
    const old = Object.fromEntries(Array.from({ length: MOST_SPARE + 4 }, (_, at) => [`old${at}`, '']));
    const cacheDir = temporaryFolder({ ...old, 'uses/broken.json': '{' });
    await opened(knowledgeFolder().dir, { cacheDir });
    const kept = modelsIn(cacheDir);
    expect(kept).toHaveLength(MOST_SPARE + 1);
    expect(kept.filter((name) => !name.startsWith('old'))).toHaveLength(1);
    expect(existsSync(join(cacheDir, 'uses/broken.json'))).toBe(false);
  });

  it('are none where nothing is kept, or cannot be', async () => {
    const cacheDir = join(temporaryFolder({ cache: '' }), 'cache');
    const models = await learn({
      root: temporaryFolder({}),
      cacheDir,
      dir: '.',
      locales: LOCALES,
      entries: [entryOf('questions/x', textOf('en', 'Why?'))],
    });
    expect([...models.keys()]).toEqual(['en test']);
  });
});
