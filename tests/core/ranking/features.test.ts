import { describe, expect, it } from 'vitest';
import type { Prediction } from '../../../src/core/index/prediction.ts';
import { heldThings, nameFeatures, RANK_FEATURES, rankFeatures } from '../../../src/core/ranking/features.ts';
import { analyzer as analyzerFor } from '../../../src/core/text/analyze.ts';
import { languageOf } from '../../helpers/languages.ts';
import { indexOf } from '../../helpers/live-index.ts';

const analyzer = analyzerFor(languageOf('xx', { stopWords: ['the'], synonyms: [['refund', 'money back']] }));
const read = (text: string) => analyzer.analyze(text);
const ENTRIES = [
  {
    title: read('refund policy'),
    phrasings: [read('money back guarantee')],
    sentences: [read('shops return cash'), read('within nine days')],
  },
  { title: read('opening hours'), phrasings: [], sentences: [read('shops close late')] },
  { title: read('lost parcels'), phrasings: [], sentences: [] },
];
const NEUTRAL: Prediction = { likely: [], probability: () => 0.25, nearest: () => 0, inScope: 0.5 };

function featuresOf(question: string, entry = 0, opinion: Partial<Prediction> = {}) {
  const match = indexOf(ENTRIES, analyzer, undefined, () => ({ ...NEUTRAL, ...opinion })).match(question);
  return nameFeatures(rankFeatures(entry, match, heldThings(match)(entry), 1, 0.25));
}

describe('what speaks for an entry', () => {
  it('has a number for each name', () => {
    const match = indexOf(ENTRIES, analyzer, undefined, () => NEUTRAL).match('refund policy');
    expect(rankFeatures(0, match, heldThings(match)(0), 1, 0.25)).toHaveLength(RANK_FEATURES.length);
  });

  it('is told by name, each feature about 0 to 1', () => {
    for (const question of ['refund policy', 'the', '', 'shops in Rotterdam 2024', 'opening refunds']) {
      for (const entry of ENTRIES.keys()) {
        const features = featuresOf(question, entry);
        for (const name of RANK_FEATURES)
          expect(features[name], `${name} of "${question}"`).toSatisfy(
            (value: number) => value >= -1 && value <= 1.0001,
          );
      }
    }
  });

  it('is the score of each index, divided by the best', () => {
    const [best, other, none] = [0, 1, 2].map((entry) => featuresOf('shops policy', entry));
    expect([best?.words, best?.grams, best?.concepts]).toEqual([1, 1, 1]);
    for (const name of ['words', 'grams', 'concepts'] as const) {
      expect(other?.[name]).toBeGreaterThan(0);
      expect(other?.[name]).toBeLessThan(1);
    }
    expect([none?.words, none?.concepts]).toEqual([0, 0]);
  });

  it('is how much one part of it holds, wherever the part stands', () => {
    const { wordUnit, gramUnit, conceptUnit, wordHeading, gramHeading, conceptHeading } = featuresOf('return cash');
    expect([wordUnit, gramUnit, conceptUnit]).toEqual([1, 1, 1].map((one) => expect.closeTo(one, 4)));
    expect([wordHeading, conceptHeading]).toEqual([0, 0]);
    expect(gramHeading).toBeLessThan(0.5);
  });

  it('is how much a title or phrasing holds', () => {
    const { wordHeading, gramHeading, conceptHeading } = featuresOf('money guarantee');
    expect([wordHeading, gramHeading, conceptHeading].every((share) => share > 0.4)).toBe(true);
  });

  it('is how much it holds in all its parts together', () => {
    const { wordUnit, wordHeld, conceptHeld } = featuresOf('policy cash days');
    expect(wordUnit).toBeLessThan(0.6);
    expect([wordHeld, conceptHeld]).toEqual([expect.closeTo(1, 4), expect.closeTo(1, 4)]);
    expect(featuresOf('policy pizza').wordHeld).toBeLessThan(0.6);
    expect(featuresOf('the').wordHeld).toBe(0);
  });

  it('is how much of its best part, and of its best title or phrasing, the question holds in return', () => {
    const whole = featuresOf('refund policy');
    const half = featuresOf('policy');
    for (const name of [
      'wordBack',
      'gramBack',
      'conceptBack',
      'wordHeadingBack',
      'gramHeadingBack',
      'conceptHeadingBack',
    ] as const) {
      expect(whole[name], name).toBeCloseTo(1, 4);
      expect(half[name], name).toBeLessThan(0.8);
    }
    const inAnswer = featuresOf('return cash');
    expect([
      inAnswer.wordBack > 0,
      inAnswer.wordHeadingBack,
      inAnswer.conceptBack > 0,
      inAnswer.conceptHeadingBack,
    ]).toEqual([true, 0, true, 0]);
    expect(inAnswer.gramHeadingBack).toBeLessThan(inAnswer.gramBack);
  });

  it('is the order of terms', () => {
    expect([featuresOf('refund policy').wordPairs, featuresOf('policy refund').wordPairs]).toEqual([1, 0]);
    expect(featuresOf('policy refund').gramPairs).toBeGreaterThan(0.3);
    expect(featuresOf('policy refund').gramPairs).toBeLessThan(featuresOf('refund policy').gramPairs);
  });

  it('is what words stand for', () => {
    const { wordUnit, conceptUnit, conceptHeld } = featuresOf('refund guarantee');
    expect(wordUnit).toBeLessThan(0.7);
    expect([conceptUnit, conceptHeld]).toEqual([expect.closeTo(1, 4), expect.closeTo(1, 4)]);
    expect(featuresOf('money back policy').conceptBack).toBeCloseTo(1, 4);
  });

  it('is what was learned: its share of the probability that is left, how far that is from the best, how near a phrasing is', () => {
    const match = indexOf(ENTRIES, analyzer, undefined, () => ({
      ...NEUTRAL,
      probability: (entry) => [0.4, 0.1, 0][entry] ?? 0,
      nearest: () => 0.7,
    })).match('refund');
    const [first, second, third] = [0, 1, 2].map((entry) =>
      nameFeatures(rankFeatures(entry, match, heldThings(match)(entry), 0.5, 0.4)),
    );
    expect([first?.probability, second?.probability, first?.nearest]).toEqual([0.8, 0.2, 0.7]);
    expect([first?.logProbability, second?.logProbability, third?.logProbability]).toEqual([
      expect.closeTo(0, 6),
      expect.closeTo(Math.log(0.25) / 5, 4),
      -1,
    ]);
  });

  it('is what it lacks of the names in the question, three at most', () => {
    expect(featuresOf('refund of 2024').missingNames).toBeCloseTo(1 / 3);
    expect(featuresOf('refund of 1 2 3 4 5').missingNames).toBe(1);
    expect(featuresOf('any Refund or Cash').missingNames).toBe(0);
    expect(featuresOf('any The refund').missingNames).toBe(0);
    expect(featuresOf('any Refund or Cash', 1).missingNames).toBeCloseTo(2 / 3);
  });
});
