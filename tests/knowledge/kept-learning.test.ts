import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Learned } from '../../src/core/learn.ts';
import { buildLibrary, type LanguageShelf } from '../../src/core/library.ts';
import { keptLearning } from '../../src/knowledge/kept-learning.ts';
import { entryOf, textOf } from '../helpers/entries.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { LOCALES } from './live/folder.ts';

const CACHE = 'node_modules/.cache/wenda';
/** Of a library, told apart by its weights. */
const [shelf] = buildLibrary([entryOf('questions/why', textOf('en', 'Why?'))], LOCALES).shelves;
const learned = (weight: number): Learned => ({ ...(shelf as LanguageShelf).learned, weights: [weight] });
const both = (german: string) => [entryOf('questions/why', textOf('en', 'Why?'), textOf('de', german))];

describe('what was learned', () => {
  it('is kept by language: who edits one learns that one again', async () => {
    const root = temporaryFolder({});
    const first = await keptLearning(root, both('Warum?'), LOCALES);
    expect([first.isWhole, first.learned('en')]).toEqual([false, undefined]);
    await first.keep(
      new Map([
        ['en', learned(1)],
        ['de', learned(2)],
      ]),
    );
    const same = await keptLearning(root, both('Warum?'), LOCALES);
    expect([same.isWhole, same.learned('en'), same.learned('de')]).toEqual([true, learned(1), learned(2)]);
    const edited = await keptLearning(root, both('Weshalb?'), LOCALES);
    expect([edited.isWhole, edited.learned('en'), edited.learned('de')]).toEqual([false, learned(1), undefined]);
    await edited.keep(
      new Map([
        ['en', learned(3)],
        ['de', learned(4)],
      ]),
    );
    const after = await keptLearning(root, both('Weshalb?'), LOCALES);
    expect([after.isWhole, after.learned('en'), after.learned('de')]).toEqual([true, learned(1), learned(4)]);
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
    const root = temporaryFolder({});
    await (await keptLearning(root, both('Warum?'), LOCALES)).keep(
      new Map([
        ['en', learned(1)],
        ['de', learned(2)],
      ]),
    );
    for (const name of readdirSync(join(root, CACHE))) damage(join(root, CACHE, name));
    expect((await keptLearning(root, both('Warum?'), LOCALES)).learned('en')).toBeUndefined();
    const kept = await keptLearning(root, both('Warum?'), LOCALES);
    expect([kept.isWhole, kept.learned('en')]).toEqual([false, undefined]);
  });
});
