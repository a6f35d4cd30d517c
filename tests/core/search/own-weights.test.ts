import { beforeAll, describe, expect, it } from 'vitest';
import { RANK_FEATURES } from '../../../src/core/ranking/features.ts';
import type { RankWeights } from '../../../src/core/ranking/rank.ts';
import { RANK_WEIGHTS } from '../../../src/core/ranking/weights.ts';
import { answerFrom } from '../../../src/core/search/engine.ts';
import {
  buildLibrary,
  type LearnedEarlier,
  type Library,
  type LibraryOptions,
} from '../../../src/core/search/library.ts';
import { buildOverlay } from '../../../src/core/search/overlay.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { learnedOf } from '../../helpers/library.ts';
import { PACK } from '../../helpers/pack.ts';
import { shippedLocales } from '../../helpers/services.ts';

let options: LibraryOptions;
let shipped: Library;
let learned: LearnedEarlier;

beforeAll(async () => {
  options = await shippedLocales();
  learned = learnedOf(PACK, options);
  shipped = buildLibrary(PACK, { ...options, learned });
});

const times = (factor: number): RankWeights =>
  Object.fromEntries(
    RANK_FEATURES.map((name) => {
      const { always, sparse } = RANK_WEIGHTS[name];
      return [name, { always: factor * always, sparse: factor * sparse }];
    }),
  ) as RankWeights;

/** The same pack, with weights of its own for the ranking. */
const libraryWith = (ranking: RankWeights): Library =>
  buildLibrary(PACK, {
    ...options,
    learned: {
      has: learned.has,
      get: (key) => {
        const known = learned.get(key);
        return known && { ...known, weights: { ...known.weights, ranking } };
      },
    },
  });

describe('an index with weights of its own', () => {
  const question = 'how do i get a refund for the tickets and my subscription';

  it('ranks its entries by them', () => {
    const order = (library: Library) => answerFrom(library, question, 'en').findings[0]?.ranked.map(({ id }) => id);
    const [best] = order(shipped) ?? [];
    expect(order(libraryWith(times(1)))?.[0]).toBe(best);
    expect(order(libraryWith(times(-1)))?.at(-1)).toBe(best);
  });

  it('makes no entry of a community more or less sure', () => {
    const tickets = entryOf('questions/tickets', textOf('en', 'How do I get a refund for tickets?'));
    const sureOf = (library: Library) => {
      const overlay = buildOverlay(library, { entries: [tickets], hidden: new Set(), pins: [] }, options);
      return answerFrom(library, question, 'en', overlay).candidates.find(({ entry }) => entry.id === tickets.id)
        ?.confidence;
    };
    expect(sureOf(shipped)).toBeGreaterThan(0);
    expect(sureOf(libraryWith(times(10)))).toBe(sureOf(shipped));
  });
});
