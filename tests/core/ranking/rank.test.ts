import { describe, expect, it } from 'vitest';
import type { Prediction } from '../../../src/core/index/prediction.ts';
import { RANK_FEATURES, type RankFeature, type RankFeatures } from '../../../src/core/ranking/features.ts';
import { inOrder, isExactMatch, rank, scoreOf } from '../../../src/core/ranking/rank.ts';
import { RANK_WEIGHTS } from '../../../src/core/ranking/weights.ts';
import { analyzer as analyzerFor } from '../../../src/core/text/analyze.ts';
import { languageOf } from '../../helpers/languages.ts';
import { indexOf } from '../../helpers/live-index.ts';

const analyzer = analyzerFor(languageOf('xx'));
const ENTRIES = ['refund policy', 'refund for parcels', 'opening hours', 'lost keys'].map((title) => ({
  title: analyzer.analyze(title),
  phrasings: [],
  sentences: [],
}));
const indexWith = (opinion: Partial<Prediction>) =>
  indexOf(ENTRIES, analyzer, undefined, () => ({
    likely: [],
    probability: () => 0.25,
    nearest: () => 0,
    inScope: 0.5,
    ...opinion,
  }));
const ranked = (question: string, opinion: Partial<Prediction> = {}, isMasked?: (entry: number) => boolean) => {
  const index = indexWith(opinion);
  return rank(index.match(question), index, { isMasked });
};
const entries = (...asked: Parameters<typeof ranked>) => ranked(...asked).map(({ entry }) => entry);
const inNumbers = (...asked: Parameters<typeof ranked>) => entries(...asked).sort((a, b) => a - b);

const featuresWith = (parts: Partial<RankFeatures>): RankFeatures => ({
  ...(Object.fromEntries(RANK_FEATURES.map((name) => [name, 0])) as Record<RankFeature, number>),
  ...parts,
});
const one = (score: number, nearest: number) => ({ score, nearest });

describe('rank', () => {
  it('puts the entry first that holds most of the question', () => {
    expect(entries('refund policy')[0]).toBe(0);
    expect(entries('a refund for two parcels')[0]).toBe(1);
  });

  it('joins what search finds and what the model proposes', () => {
    expect(inNumbers('refund')).toEqual([0, 1]);
    expect(inNumbers('refund', { likely: [3], nearest: (entry) => (entry === 3 ? 0.1 : 0) })).toEqual([0, 1, 3]);
  });

  it('leaves out what has nothing of the question, however likely it is among those that are there', () => {
    expect(entries('pizza', { likely: [0, 1, 2, 3], probability: () => 1 })).toEqual([]);
    expect(entries('', { likely: [2] })).toEqual([]);
    expect(entries('hour', { likely: [3] })).toEqual([2]);
  });

  it('gives each entry its score and its sparsity, best first, by the shipped weights', () => {
    const all = ranked('refund policy', {
      likely: [2, 3],
      nearest: () => 0.1,
      probability: (entry) => [0.5, 0.3, 0.1, 0.1][entry] ?? 0,
    });
    expect(all.map(({ score }) => score)).toEqual(all.map(({ score }) => score).sort((a, b) => b - a));
    for (const { features, sparsity, score, commonScore } of all)
      expect([sparsity, score, commonScore]).toEqual([1, scoreOf(features, 1), scoreOf(features, 1)]);
  });

  it('leaves out masked entries, and shares their probability among the others', () => {
    const all = ranked(
      'refund',
      { likely: [3], nearest: () => 0.1, probability: (entry) => [0.6, 0.3, 0, 0.1][entry] ?? 0 },
      (entry) => entry === 0,
    );
    const shares = Object.fromEntries(all.map(({ entry, features }) => [entry, features.probability]));
    expect(shares).toEqual({ 1: expect.closeTo(0.75, 5), 3: expect.closeTo(0.25, 5) });
    expect(all.find(({ entry }) => entry === 1)?.features.logProbability).toBeCloseTo(0, 5);
  });

  it('puts the entry first whose very words the question is, whatever the scores say', () => {
    const nearest = (entry: number) => (entry === 1 ? 1 : 0.2);
    expect(entries('refund policy', { nearest })[0]).toBe(1);
    expect(entries('refund policy', { nearest: (entry) => (entry < 2 ? 1 : 0) })[0]).toBe(0);
  });
});

describe('entries in order', () => {
  it('have the only one first that has the very words', () => {
    expect(inOrder([one(1, 1), one(3, 0.9), one(2, 0)]).map(({ score }) => score)).toEqual([1, 3, 2]);
    expect(inOrder([one(1, 1), one(3, 1), one(2, 0)]).map(({ score }) => score)).toEqual([3, 2, 1]);
    expect(inOrder([])).toEqual([]);
  });

  it('begin with their own words where the first has them, and no other', () => {
    expect([[one(1, 1), one(3, 0.9)], [one(1, 1), one(3, 1)], [one(3, 0.9), one(1, 1)], []].map(isExactMatch)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('scoreOf', () => {
  it('adds up what each feature counts, and counts more where phrasings are sparse', () => {
    for (const name of RANK_FEATURES) {
      const { always, sparse } = RANK_WEIGHTS[name];
      expect(scoreOf(featuresWith({ [name]: 0.5 }), 0.25), name).toBeCloseTo(0.5 * (always + 0.25 * sparse), 6);
    }
  });
});

describe('the weights', () => {
  it('speak against what an entry lacks, and for what was learned, however sparse it is', () => {
    for (const sparsity of [0, 1]) {
      expect(scoreOf(featuresWith({ missingNames: 1 }), sparsity)).toBeLessThan(0);
      expect(scoreOf(featuresWith({ logProbability: -1 }), sparsity)).toBeLessThan(0);
      expect(scoreOf(featuresWith({ nearest: 1 }), sparsity)).toBeGreaterThan(0);
    }
  });
});
