import { describe, expect, it } from 'vitest';
import { RANK_FEATURES, type RankFeatures } from '../../../src/core/ranking/features.ts';
import { ALL, fitRanking, type RankExample } from '../../../src/core/ranking/fit-ranking.ts';
import { RANK_WEIGHTS } from '../../../src/core/ranking/weights.ts';

const features = (some: Partial<RankFeatures>): RankFeatures => ({
  ...(Object.fromEntries(RANK_FEATURES.map((name) => [name, 0])) as unknown as RankFeatures),
  ...some,
});
const example = (right: Partial<RankFeatures>, wrong: Partial<RankFeatures>, sparsity = 0): RankExample => ({
  candidates: [
    { features: features(wrong), sparsity, right: false },
    { features: features(right), sparsity, right: true },
  ],
  weight: 1,
});

describe('the fit of the ranking', () => {
  it('counts what tells right candidates from wrong ones, and nothing else', () => {
    const weights = fitRanking(
      Array.from({ length: 20 }, () => example({ words: 1, grams: 0.5 }, { concepts: 1, grams: 0.5 })),
    );
    expect(weights.words.always).toBeGreaterThan(0.5);
    expect(weights.concepts.always).toBeCloseTo(-weights.words.always, 2);
    expect(weights.grams).toEqual({ always: 0, sparse: 0 });
  });

  it('counts it by sparsity where that tells', () => {
    const bare = Array.from({ length: 20 }, () => example({ words: 1 }, {}, 1));
    const rich = Array.from({ length: 20 }, () => example({}, { words: 1 }, 0));
    const { words } = fitRanking([...bare, ...rich]);
    expect(words.always).toBeLessThan(0);
    expect(words.always + words.sparse).toBeGreaterThan(0);
  });

  it('learns nothing of questions that have no right candidate', () => {
    const { candidates, weight } = example({ words: 1 }, { grams: 1 });
    const none = { candidates: candidates.map((one) => ({ ...one, right: false })), weight };
    const some = [example({ words: 1 }, { grams: 1 }), example({ words: 0.5 }, { grams: 1 })];
    expect(fitRanking([...some, none, none])).toEqual(fitRanking(some));
  });

  it('begins with what is believed, and leaves all else as it is', () => {
    const some = Array.from({ length: 20 }, () => example({ words: 1, grams: 1 }, {}));
    const part = { free: ['words'], prior: RANK_WEIGHTS } as const;
    const { words, ...others } = fitRanking(some, part);
    const { words: before, ...asShipped } = RANK_WEIGHTS;
    expect(words.always).toBeGreaterThan(before.always);
    expect(others).toEqual(asShipped);
    expect(fitRanking(some, part, 1000).words.always).toBeCloseTo(before.always, 1);
    expect(fitRanking([], { ...ALL, prior: RANK_WEIGHTS })).toEqual(RANK_WEIGHTS);
  });
});
