import { describe, expect, it } from 'vitest';
import {
  CONFIDENCE_FEATURES,
  confidenceFeatures,
  DENSE_FEATURES,
  type QuestionFeatures,
  type Subject,
} from '../../../src/core/calibration/features.ts';
import { RANK_FEATURES, type RankFeature, type RankFeatures } from '../../../src/core/ranking/features.ts';

const ranked = (score: number, parts: Partial<RankFeatures> = {}, sparsity = 0.5) => ({
  score,
  sparsity,
  features: {
    ...(Object.fromEntries(RANK_FEATURES.map((name) => [name, 0])) as Record<RankFeature, number>),
    ...parts,
  },
});
const QUESTION: QuestionFeatures = { unknown: 0, content: 4, inScope: 0.5, weight: 10 };
const NO_SUBJECT: Subject = { held: 0, missing: 0, inHeading: 0, missingRarity: 0, frame: 0 };
const featuresOf = (
  all: readonly ReturnType<typeof ranked>[],
  question: Partial<QuestionFeatures> = {},
  subject: Partial<Subject> = {},
) => confidenceFeatures(all, { ...QUESTION, ...question }, { ...NO_SUBJECT, ...subject });

describe('what tells a right first answer', () => {
  it('is told by name, each about 0 to 1, however great what it is made of', () => {
    for (const size of [0, 1, 1e6]) {
      const share = Math.min(1, size);
      const features = featuresOf(
        [ranked(size, Object.fromEntries(RANK_FEATURES.map((name) => [name, share]))), ranked(0)],
        { unknown: share, content: size, inScope: share, weight: size },
        { held: size, missing: size, inHeading: size, missingRarity: share, frame: share },
      );
      expect(Object.keys(features)).toEqual([...CONFIDENCE_FEATURES]);
      for (const name of CONFIDENCE_FEATURES)
        expect(features[name], name).toSatisfy((value: number) => value >= -1.2 && value <= 1.0001);
    }
  });

  it('is how far the first is ahead of the others', () => {
    const [near, far, alone] = [[ranked(1), ranked(0.9)], [ranked(5), ranked(0)], [ranked(1)]].map((all) =>
      featuresOf(all),
    );
    expect(near?.choice).toBeCloseTo(1 / (1 + Math.exp(-0.1)), 5);
    expect(far?.choice).toBeGreaterThan(0.99);
    expect([alone?.choice, alone?.choiceLogit]).toEqual([1, 1]);
    expect(far?.choiceLogit).toBeGreaterThan(near?.choiceLogit ?? 1);
  });

  it('is how telling what it holds is, in its titles and phrasings above all, and what it lacks', () => {
    expect(featuresOf([ranked(1)], {}, { held: 3, missing: 1.5, inHeading: 1.5 })).toMatchObject({
      subject: 0.5,
      missingSubject: 0.25,
      subjectHeading: 0.25,
      choiceSubject: 0.25,
    });
    expect(featuresOf([ranked(1), ranked(1)], {}, { held: 3, missing: 0, inHeading: 3 }).choiceSubject).toBeCloseTo(
      0.25,
      5,
    );
  });

  it('is how much is matched and missing, however long the question is', () => {
    const half = { wordUnit: 0.5, conceptHeading: 0.25, conceptHeld: 0.75 };
    expect(featuresOf([ranked(1, half)], { weight: 8 })).toMatchObject({
      unitWeight: 4 / 20,
      unitWeightShort: 4 / 8,
      headingWeight: 2 / 12,
      missingWeight: 2 / 20,
    });
    expect(featuresOf([ranked(1, half)], { weight: 1000 })).toMatchObject({
      unitWeight: 1,
      unitWeightShort: 1,
      headingWeight: 1,
      missingWeight: 1,
    });
  });

  it('is the question by itself', () => {
    expect(featuresOf([ranked(1)], { content: 5, unknown: 0.3, inScope: 0.5 })).toMatchObject({
      length: 0.5,
      unknown: 0.3,
      inScope: 0.5,
      inScopeLogit: expect.closeTo(0, 6),
    });
    expect([0, 1].map((inScope) => featuresOf([ranked(1)], { inScope }).inScopeLogit)).toEqual([-1, 1]);
  });

  it('counts otherwise where phrasings are sparse', () => {
    const { sparsity, nearest, probability, probabilityLog, choiceLogit, inScope, unitWeight, ...rest } = featuresOf(
      [ranked(2, { nearest: 0.8, probability: 0.6, wordUnit: 0.5 }, 0.25), ranked(1)],
      {
        inScope: 0.9,
      },
    );
    expect([sparsity, nearest, probability]).toEqual([0.25, 0.8, 0.6]);
    expect([rest.sparseNearest, rest.sparseProbability, rest.sparseProbabilityLog]).toEqual(
      [nearest, probability, probabilityLog].map((value) => sparsity * value),
    );
    expect([rest.sparseChoiceLogit, rest.sparseInScope, rest.sparseUnitWeight]).toEqual(
      [choiceLogit, inScope, unitWeight].map((value) => sparsity * value),
    );
  });

  it('is what the ranking knows of it, as it is', () => {
    const known = { wordPairs: 0.1, wordBack: 0.2, conceptUnit: 0.3, missingNames: 0.4 };
    expect(featuresOf([ranked(1, known)])).toMatchObject(known);
  });

  it('counts what is matched for more where no other entry is as near, the question is long, or the answer alone holds it', () => {
    const found = featuresOf([ranked(1, { wordUnit: 0.5, wordHeading: 0.3 }), ranked(1)], { weight: 8, content: 5 });
    expect(found).toMatchObject({
      unitWeight: 0.2,
      unitWeightChoice: expect.closeTo(0.1, 6),
      unitLength: 0.25,
      unitWeightBody: expect.closeTo(0.04, 6),
    });
    expect(featuresOf([ranked(1, { wordUnit: 0.5, wordHeading: 0.9 })]).unitWeightBody).toBe(0);
  });

  it('counts what repeats a heading and names another thing, where phrasings are few', () => {
    const subject = { frame: 0.8, missingRarity: 0.5 };
    expect(featuresOf([ranked(1)], {}, subject).sparseRepeated).toBeCloseTo(0.5 * 0.8 * 0.5, 6);
    expect(featuresOf([ranked(1, {}, 0)], {}, subject).sparseRepeated).toBe(0);
  });

  it('counts another way to ask the more, the more phrasings there are, and not for bare titles', () => {
    const asked = { askedOtherwise: 0.8 };
    const found = featuresOf([ranked(1, asked, 0.25)], {}, { frame: 0.75 });
    expect(found.denseAskedOtherwise).toBeCloseTo(0.75 * 0.8, 6);
    expect(found.denseRepeatedOtherwise).toBeCloseTo(0.75 * 0.5 * 0.8, 6);
    const bare = featuresOf([ranked(1, asked, 1)], {}, { frame: 0.75 });
    expect(DENSE_FEATURES.map((name) => bare[name])).toEqual(DENSE_FEATURES.map(() => 0));
  });

  it('counts what repeats a phrasing and names another thing the more, the more phrasings there are', () => {
    const subject = { frame: 0.8, missingRarity: 0.5 };
    expect(featuresOf([ranked(1, {}, 0.25)], {}, subject).denseRepeated).toBeCloseTo((0.75 * 0.8) ** 2 * 0.5, 6);
    expect(featuresOf([ranked(1, {}, 1)], {}, subject).denseRepeated).toBe(0);
  });

  it('needs something that was ranked', () => expect(() => featuresOf([])).toThrow('nothing was ranked'));
});
