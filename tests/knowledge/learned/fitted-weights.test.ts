import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IndexWeights } from '../../../src/core/calibration/calibrate.ts';
import type { Entry } from '../../../src/core/entry/entry.ts';
import type { Learned } from '../../../src/core/search/learn.ts';
import { type FittedWeights, fingerprintOf, isNearly } from '../../../src/knowledge/learned/fitted-weights.ts';
import { dataIn } from '../../../src/knowledge/learned/model-file.ts';
import { learn } from '../../../src/knowledge/live/learn.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { LOCALES } from '../live/folder.ts';

const INDEX = { key: 'en test', base: 'en', pack: 'test' };
const THINGS = ['wifi', 'card', 'garage', 'luggage', 'discount', 'hours', 'tickets', 'coats', 'keys', 'lockers'];
const WAYS = [
  'where is the',
  'who has the',
  'how about the',
  'is there a',
  'i need a',
  'tell me of the',
  'what of the',
];
const WHEN = ['', ' today'];
const phrasings = (thing: string) => WAYS.flatMap((way) => WHEN.map((when) => `${way} ${thing}${when}`));

/** @param renamed the first ones are asked about otherwise. */
const packOf = (renamed = 0, things: readonly string[] = THINGS): Entry[] =>
  things.map((thing, at) => {
    const named = at < renamed ? `new ${thing}` : thing;
    return entryOf(`questions/${thing}`, { ...textOf('en', `The ${named}`), phrasings: phrasings(named) });
  });

/** Weights that no fit would find. */
const marked = (weights: IndexWeights, mark: number): IndexWeights => ({
  ...weights,
  confidence: { ...weights.confidence, intercept: mark },
});

const place = () => ({ root: temporaryFolder({}), cacheDir: temporaryFolder({}), locales: LOCALES, inUse: [] });

async function learned(where: ReturnType<typeof place>, entries: readonly Entry[], weights?: FittedWeights) {
  const { model } = await learn({ ...where, entries, index: INDEX, weights });
  return (dataIn(model) as Learned).weights;
}

const fittedTo = (entries: readonly Entry[]) => fingerprintOf(INDEX, entries, LOCALES);
const interceptOf = ({ confidence }: IndexWeights) => confidence.intercept;

describe('weights that came with a pack', () => {
  it('serve its texts as they are and with a tenth of its entries changed, and no others', async () => {
    const own = await learned(place(), packOf());
    const shipped = { ...marked(own, 42), fittedTo: fittedTo(packOf()) };
    expect(interceptOf(own)).not.toBe(42);
    expect(interceptOf(await learned(place(), packOf(), shipped))).toBe(42);
    expect(interceptOf(await learned(place(), packOf(1), shipped))).toBe(42);
    const otherwise = await learned(place(), packOf(2), shipped);
    expect(interceptOf(otherwise)).not.toBe(42);
    expect(otherwise).toEqual(await learned(place(), packOf(2)));
  });

  it('count for nothing once the language is read otherwise, or the entries are others', () => {
    const before = fittedTo(packOf());
    expect(isNearly(before, before)).toBe(true);
    expect(isNearly({ ...before, language: 'other' }, before)).toBe(false);
    expect(isNearly(before, fittedTo(packOf(0, [...THINGS, 'parking'])))).toBe(true);
    expect(isNearly(before, fittedTo(packOf(0, [...THINGS, 'parking', 'showers'])))).toBe(false);
    expect(isNearly(before, fittedTo(packOf(0, THINGS.slice(2))))).toBe(false);
    expect(isNearly(fittedTo([]), fittedTo(packOf()))).toBe(false);
  });

  it('are of no use to a language whose lines about other things have changed', () => {
    const background = new Map([['en', { chatter: ['hello there'], about: [] }]]);
    const other = fingerprintOf(INDEX, packOf(), { ...LOCALES, background });
    expect(isNearly(fittedTo(packOf()), other)).toBe(false);
    expect(other.entries).toEqual(fittedTo(packOf()).entries);
  });
});

describe('weights that were fitted here', () => {
  const filesIn = (cacheDir: string) =>
    readdirSync(join(cacheDir, 'weights')).map((name) => statSync(join(cacheDir, 'weights', name)).mtimeMs);

  it('go on serving after a small edit, and are fitted again once the pack is another one', async () => {
    const where = place();
    const first = await learned(where, packOf());
    const edited = await learned(where, packOf(1));
    expect(edited.confidence).toEqual(first.confidence);
    expect((await learned(place(), packOf(1))).confidence).not.toEqual(first.confidence);
    // A second tenth: what counts is what they were fitted to, not the texts that they served last.
    expect((await learned(where, packOf(2))).confidence).toEqual((await learned(place(), packOf(2))).confidence);
  });

  it('are written only when they were fitted', async () => {
    const where = place();
    await learned(where, packOf());
    const before = filesIn(where.cacheDir);
    await learned(where, packOf(1));
    await learned(where, packOf(1));
    expect(before).toHaveLength(1);
    expect(filesIn(where.cacheDir)).toEqual(before);
  });

  it('are not kept of a pack of few phrasings, which has none of its own', async () => {
    const where = place();
    await learned(where, [entryOf('questions/why', textOf('en', 'Why?'))]);
    expect(readdirSync(where.cacheDir)).not.toContain('weights');
  });
});
