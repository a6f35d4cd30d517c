import { describe, expect, it } from 'vitest';
import { confidenceFeatures, confidenceOf, type Subject } from '../../../src/core/calibration/features.ts';
import { SURE, UNSURE } from '../../../src/core/calibration/policy.ts';
import { PRIOR, QUICK_PRIOR } from '../../../src/core/calibration/prior.ts';
import { RANK_FEATURES, type RankFeature } from '../../../src/core/ranking/features.ts';

/** Two entries, the first of which has this share of everything that speaks for one. */
function featuresWith(share: number, missingNames = 0, subject: Partial<Subject> = {}, sparsity = 0.5) {
  const features = {
    ...(Object.fromEntries(RANK_FEATURES.map((name) => [name, share])) as Record<RankFeature, number>),
    missingNames,
  };
  const question = { unknown: 1 - share, content: 6, inScope: share, weight: 18 };
  const ranked = [
    { score: 10 * share, sparsity, features },
    { score: 0, sparsity, features },
  ];
  return confidenceFeatures(ranked, question, {
    held: 6 * share,
    missing: 6 * (1 - share),
    inHeading: 6 * share,
    missingRarity: 1 - share,
    frame: share,
    ...subject,
  });
}

describe.each([
  ['prior', PRIOR],
  ['prior of untrained indexes', QUICK_PRIOR],
])('the %s', (_, weights) => {
  it('is sure where everything speaks for an entry, and leaves alone what nothing speaks for', () => {
    expect(confidenceOf(featuresWith(1), weights)).toBeGreaterThan(SURE);
    expect(confidenceOf(featuresWith(0), weights)).toBeLessThan(UNSURE);
  });

  it('trusts more the more speaks for an entry, and less where it lacks names', () => {
    const [little, half, most] = [0.2, 0.5, 0.8].map((share) => confidenceOf(featuresWith(share), weights)) as [
      number,
      number,
      number,
    ];
    expect([little < half, half < most]).toEqual([true, true]);
    expect(confidenceOf(featuresWith(0.5, 1), weights)).toBeLessThan(half);
  });

  it('trusts much less what repeats a phrasing of many but for a thing that none of them says', () => {
    const oddsOf = (missingRarity: number) => {
      const confidence = confidenceOf(featuresWith(0.8, 0, { frame: 0.9, missingRarity }, 0.1), weights);
      return confidence / (1 - confidence);
    };
    expect(oddsOf(0) / oddsOf(0.9)).toBeGreaterThan(5);
  });

  it('has a weight for every feature, all of them finite', () =>
    expect(Object.values(weights).filter((weight) => !Number.isFinite(weight))).toEqual([]));
});
