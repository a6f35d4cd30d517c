import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UNTRAINED_WEIGHTS } from '../../../src/core/calibration/calibrate.ts';
import { nameWeights } from '../../../src/core/calibration/features.ts';
import type { Learned } from '../../../src/core/search/learn.ts';
import { learnIndex } from '../../../src/core/search/library.ts';
import { NO_BACKGROUND } from '../../../src/core/text/background.ts';
import {
  cacheFailureWords,
  isUnused,
  type ModelCache,
  openModelCache,
} from '../../../src/knowledge/learned/model-cache.ts';
import { bytesOf } from '../../../src/knowledge/learned/model-file.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { EN } from '../../helpers/languages.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { giveAway, unprivilegedly } from '../../helpers/unprivileged.ts';
import { LOCALES } from '../live/folder.ts';

/** Told apart by its weights. */
const one = learnIndex([{ id: 'questions/why', texts: [textOf('en', 'Why?')] }], {
  language: EN,
  background: NO_BACKGROUND,
});
const learned = (weight: number): Learned => ({
  ...one,
  weights: { ...UNTRAINED_WEIGHTS, confidence: nameWeights([weight]) },
});
const both = (german: string) => [entryOf('questions/why', textOf('en', 'Why?'), textOf('de', german))];
const isWhole = (cache: ModelCache): boolean => ['en test', 'de test'].every(cache.has);
const place = () => ({
  root: temporaryFolder({}),
  cacheDir: join(temporaryFolder({}), 'cache'),
});

async function keepBoth(where: ReturnType<typeof place>, german: string, first = 1): Promise<void> {
  const cache = await openModelCache(where, both(german), LOCALES);
  await cache.keep('en test', bytesOf(learned(first)));
  await cache.keep('de test', bytesOf(learned(first + 1)));
}

describe('what was learned', () => {
  it('is nothing until a first model is kept, also beside weights', async () => {
    const where = place();
    expect(await isUnused(where.cacheDir)).toBe(true);
    const cache = await openModelCache(where, both('Warum?'), LOCALES);
    await cache.keepWeights({ key: 'en test', base: 'en', pack: 'test' }, learned(1).weights);
    expect(readdirSync(where.cacheDir)).not.toEqual([]);
    expect(await isUnused(where.cacheDir)).toBe(true);
    await cache.keep('en test', bytesOf(one));
    expect(await isUnused(where.cacheDir)).toBe(false);
  });

  it('is kept by language: who edits one learns that one again', async () => {
    const where = place();
    const first = await openModelCache(where, both('Warum?'), LOCALES);
    expect([isWhole(first), first.has('en test'), first.get('en test')]).toEqual([false, false, undefined]);
    await keepBoth(where, 'Warum?');
    const same = await openModelCache(where, both('Warum?'), LOCALES);
    expect([isWhole(same), same.get('en test'), same.get('de test')]).toEqual([true, learned(1), learned(2)]);
    const edited = await openModelCache(where, both('Weshalb?'), LOCALES);
    expect([isWhole(edited), edited.get('en test'), edited.get('de test')]).toEqual([false, learned(1), undefined]);
    await keepBoth(where, 'Weshalb?', 3);
    const after = await openModelCache(where, both('Weshalb?'), LOCALES);
    expect([isWhole(after), after.get('en test'), after.get('de test')]).toEqual([true, learned(1), learned(4)]);
  });

  it.each([
    'dist/src/core/engine.js',
    'dist/src/core/ranking/rank.js',
    'dist/src/core/index/words/postings.js',
    'package.json',
  ])('is of no use to an engine with another %s', async (program) => {
    const where = place();
    const put = (code: string) => {
      mkdirSync(dirname(join(where.root, program)), { recursive: true });
      writeFileSync(join(where.root, program), code);
    };
    put('1');
    await keepBoth(where, 'Warum?');
    expect(isWhole(await openModelCache(where, both('Warum?'), LOCALES))).toBe(true);
    put('2');
    expect(isWhole(await openModelCache(where, both('Warum?'), LOCALES))).toBe(false);
    put('1');
    expect(isWhole(await openModelCache(where, both('Warum?'), LOCALES))).toBe(true);
  });

  /** One bit, in the last part of the file. */
  function flip(file: string): void {
    const bytes = readFileSync(file);
    const at = bytes.length - 40;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  }

  it.each([
    ['cut off', (file: string) => writeFileSync(file, 'x')],
    ['other by one bit', flip],
  ])('is learned again where its file is %s', async (_, damage) => {
    const where = place();
    await keepBoth(where, 'Warum?');
    for (const { name } of readdirSync(where.cacheDir, { withFileTypes: true }).filter((one) => one.isFile()))
      damage(join(where.cacheDir, name));
    const damaged = await openModelCache(where, both('Warum?'), LOCALES);
    expect([damaged.has('en test'), damaged.get('en test'), damaged.has('en test')]).toEqual([true, undefined, false]);
    const kept = await openModelCache(where, both('Warum?'), LOCALES);
    expect([isWhole(kept), kept.get('en test')]).toEqual([false, undefined]);
    await keepBoth(where, 'Warum?', 5);
    expect((await openModelCache(where, both('Warum?'), LOCALES)).get('en test')).toEqual(learned(5));
  });

  it('cannot be kept where a file stands in the way: that is told, with the folder and the cure', async () => {
    const cacheDir = join(temporaryFolder({ cache: '' }), 'cache');
    const cache = await openModelCache({ ...place(), cacheDir }, both('Warum?'), LOCALES);
    expect(cache.cacheFailure()).toEqual({ folder: cacheDir, why: 'EEXIST' });
    await cache.keep('en test', bytesOf(learned(1)));
    expect(cacheFailureWords({ folder: cacheDir, why: 'EEXIST' })).toContain(
      `${cacheDir}: EEXIST (make it writable for the user of the bot, or set WENDA_CACHE`,
    );
  });

  it('cannot be kept where the folder is not to be written to, but is read there', async () => {
    const where = place();
    await keepBoth(where, 'Warum?');
    const folders = [where.cacheDir];
    const open = () => unprivilegedly(() => openModelCache(where, both('Warum?'), LOCALES));
    chmodSync(dirname(where.cacheDir), 0o755);
    for (const folder of folders) chmodSync(folder, 0o555);
    const cache = await open();
    expect([cache.cacheFailure()?.why, isWhole(cache), cache.get('en test')]).toEqual(['EACCES', true, learned(1)]);
    for (const folder of folders) chmodSync(folder, 0o755);
    giveAway(...folders);
    expect((await open()).cacheFailure()).toBeUndefined();
  });
});
