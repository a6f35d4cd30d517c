import { describe, expect, it } from 'vitest';
import { calibrate, failureWeight } from '../../../src/core/calibration/calibrate.ts';
import {
  type ConfidenceWeights,
  confidenceFeatures,
  confidenceOf,
  listWeights,
  nameWeights,
  questionFeatures,
  subjectOf,
} from '../../../src/core/calibration/features.ts';
import {
  FOUND_BY_MEMBERS,
  LOCAL_FIT_IN_FULL,
  RICH_FROM,
  RICH_IN_FULL,
  RICH_SHARPNESS,
  TUNED_FROM,
} from '../../../src/core/calibration/policy.ts';
import { PRIOR } from '../../../src/core/calibration/prior.ts';
import { prepareTraining } from '../../../src/core/classifier/train.ts';
import { rank } from '../../../src/core/ranking/rank.ts';
import { RANK_WEIGHTS } from '../../../src/core/ranking/weights.ts';
import { analyzer as analyzerFor } from '../../../src/core/text/analyze.ts';
import { NO_BACKGROUND } from '../../../src/core/text/background.ts';
import { languageOf } from '../../helpers/languages.ts';
import { indexOf } from '../../helpers/live-index.ts';

const analyzer = analyzerFor(languageOf('xx'));
const SUBJECTS = [
  'wifi password',
  'library card',
  'parking garage',
  'lost luggage',
  'student discount',
  'opening hours',
  'guest tickets',
  'coat check',
];
const WHEN = ['', ' today', ' on sunday'];
const WAYS_NOW = [
  'where is the *',
  'i need a *',
  'who gives out the *',
  '* please',
  'how about the *',
  'when do i get my *',
  'cannot find the *',
  'tell me of the *',
  'is there a *',
  '* is gone',
  'what of the *',
  'a * for me',
];

const WAYS = WHEN.flatMap((when) => WAYS_NOW.map((way) => way + when));

const entry = (title: string, phrasings: readonly string[]) => ({
  title: analyzer.analyze(title),
  phrasings: phrasings.map((text) => analyzer.analyze(text)),
  sentences: [],
});
/** @param phrasings of each of the eight entries. */
const pack = (phrasings: number) =>
  SUBJECTS.map((subject) =>
    entry(
      `The ${subject}`,
      WAYS.slice(0, phrasings).map((way) => way.replace('*', subject)),
    ),
  );
const calibrated = (entries: ReturnType<typeof pack>) =>
  calibrate(entries, analyzer, prepareTraining(entries, analyzer, NO_BACKGROUND));
const fitted = (entries: ReturnType<typeof pack>) => calibrated(entries).confidence;
const ranking = (entries: ReturnType<typeof pack>) => calibrated(entries).ranking;
const distance = (weights: ConfidenceWeights) =>
  Math.hypot(...listWeights(weights).map((weight, at) => weight - (listWeights(PRIOR)[at] ?? 0)));

/** No text here has a name: what is believed of those only becomes more decided, as everything does. */
const sharpness = ({ missingNames }: ConfidenceWeights) => missingNames / PRIOR.missingNames;
const asTrusted = (weights: ConfidenceWeights) =>
  nameWeights(listWeights(weights).map((weight) => weight / sharpness(weights)));

describe('calibrate', () => {
  it('leaves a pack of few phrasings an entry with the prior, exactly', () => {
    expect(fitted([])).toBe(PRIOR);
    expect(fitted(pack(TUNED_FROM - 1))).toBe(PRIOR);
    expect(fitted([...pack(TUNED_FROM), entry('Lonely', [])])).toBe(PRIOR);
  });

  it('moves away from the prior with as many phrasings as tell something', () =>
    expect(distance(fitted(pack(TUNED_FROM)))).toBeGreaterThan(0));

  // Entries with a title that shares nothing with the others leave what is observed as it is: they only lower the mean.
  const titles = (count: number) => Array.from({ length: count }, (_, at) => entry(`zq${at}`, []));

  it('trusts phrasings in proportion to how many an entry has', () => {
    const [full, half] = [
      fitted(pack(LOCAL_FIT_IN_FULL)),
      fitted([...pack(LOCAL_FIT_IN_FULL), ...titles(SUBJECTS.length)]),
    ].map(distance) as [number, number];
    expect(half / full).toBeLessThan(0.8);
  });

  it('trusts them no more once they count in full', () => {
    const [more, most] = [
      fitted([...pack(LOCAL_FIT_IN_FULL + 2), ...titles(1)]),
      fitted(pack(LOCAL_FIT_IN_FULL + 2)),
    ].map((weights) => distance(asTrusted(weights))) as [number, number];
    expect(more / most).toBeGreaterThan(0.98);
  });

  it('makes odds more decided, the more phrasings there are: an index that has them all knows more than one that lacks some', () => {
    const most = pack(RICH_IN_FULL);
    expect(sharpness(fitted(pack(RICH_FROM)))).toBeCloseTo(1, 4);
    expect(sharpness(fitted(most))).toBeCloseTo(RICH_SHARPNESS, 4);
    // A quarter of the entries without any makes three quarters of the phrasings an entry.
    const share = ((3 / 4) * RICH_IN_FULL - RICH_FROM) / (RICH_IN_FULL - RICH_FROM);
    expect(sharpness(fitted([...most.slice(2), ...titles(2)]))).toBeCloseTo(1 + share * (RICH_SHARPNESS - 1), 4);
  });

  it('ranks by what phrasings tell of each other, and by what answers say as it is shipped', () => {
    expect(ranking(pack(TUNED_FROM - 1))).toBe(RANK_WEIGHTS);
    const { logProbability, wordHeading, wordUnit, conceptHeld, missingNames } = ranking(pack(LOCAL_FIT_IN_FULL));
    expect([logProbability, wordHeading]).not.toEqual([RANK_WEIGHTS.logProbability, RANK_WEIGHTS.wordHeading]);
    expect({ wordUnit, conceptHeld, missingNames }).toEqual({
      wordUnit: RANK_WEIGHTS.wordUnit,
      conceptHeld: RANK_WEIGHTS.conceptHeld,
      missingNames: RANK_WEIGHTS.missingNames,
    });
  });

  it('leaves what phrasings tell nothing of as it is shipped, but for how sure everything becomes', () => {
    const weights = asTrusted(fitted(pack(LOCAL_FIT_IN_FULL)));
    for (const name of ['denseAskedOtherwise', 'denseRepeatedOtherwise'] as const)
      expect(weights[name], name).toBeCloseTo(PRIOR[name], 6);
  });

  it('learns from phrasings alone what it matters that none of them says a thing', () => {
    const { denseRepeated } = asTrusted(fitted(pack(LOCAL_FIT_IN_FULL)));
    expect(Math.abs(denseRepeated)).toBeLessThan(Math.abs(PRIOR.denseRepeated) / 2);
  });

  it('gives weights that are finite, by the names of the prior', () => {
    const weights = fitted(pack(LOCAL_FIT_IN_FULL));
    expect(Object.keys(weights)).toEqual(Object.keys(PRIOR));
    expect(Object.values(weights).every(Number.isFinite)).toBe(true);
  });

  it('does not hold it against a pack that its phrasings are unlike each other', () => {
    // Ten of an entry's 25 phrasings are about two words that nobody else says, and one of another entry's.
    const stray = (label: number, at: number) =>
      `zq${'abcdefgh'[label]}${'klmnopqrst'[at]} ${SUBJECTS[(label + 1 + (at % 7)) % SUBJECTS.length]?.split(' ')[at % 2]}`;
    const unlike = SUBJECTS.map((subject, label) =>
      entry(
        `The ${subject}`,
        WAYS.slice(0, RICH_IN_FULL).map((way, at) => way.replace('*', at < 15 ? subject : stray(label, at - 15))),
      ),
    );
    const index = indexOf(unlike, analyzer);
    const match = index.match('did somebody see the wifi password');
    const ranked = rank(match, index);
    const features = confidenceFeatures(
      ranked,
      questionFeatures(match),
      subjectOf(match, ranked[0]?.entry ?? 0, index),
    );
    // It is 0.02 where they count in full.
    expect(confidenceOf(features, fitted(unlike))).toBeGreaterThan(0.035);
  });
});

describe('failureWeight', () => {
  it('lets held-out phrasings fail as often as members are expected to', () => {
    const weight = failureWeight(60, 40, 1);
    expect(60 / (60 + 40 * weight)).toBeCloseTo(FOUND_BY_MEMBERS, 6);
  });

  it('leaves those of a pack that fails less often, or has few phrasings, as they are', () => {
    expect(failureWeight(95, 5, 1)).toBe(1);
    expect(failureWeight(100, 0, 1)).toBe(1);
    expect(failureWeight(60, 40, 0)).toBe(1);
    expect(failureWeight(60, 40, 0.5)).toBeCloseTo(Math.sqrt(failureWeight(60, 40, 1)), 6);
  });
});
