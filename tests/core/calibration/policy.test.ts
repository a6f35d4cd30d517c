import { describe, expect, it } from 'vitest';
import * as policy from '../../../src/core/calibration/policy.ts';

const {
  BELOW_UNSURE,
  CLAUSE,
  EXACT,
  FOREIGN,
  LARGE_PACK,
  LEAST_SUBJECT,
  LOCAL_FIT_FROM,
  LOCAL_FIT_IN_FULL,
  NAMING,
  OFFERED,
  OTHERS_SHARE,
  OWN_WORDS,
  RICH_FROM,
  RICH_IN_FULL,
  RICH_OTHERS_SHARE,
  RICH_SHARPNESS,
  RUNNER_UP,
  SEVERAL,
  SMALL_PACK,
  SURE,
  TRANSLATED,
  UNSURE,
} = policy;

const isRising = (...values: number[]) => values.every((value, at) => at === 0 || value > (values[at - 1] ?? 0));

describe('the thresholds', () => {
  it('rise from nothing to certainty: left alone, offered, given outright', () => {
    expect(isRising(0, RUNNER_UP, BELOW_UNSURE, UNSURE, SEVERAL, OFFERED, SURE, OWN_WORDS, EXACT)).toBe(true);
    expect(EXACT).toBe(1);
  });

  it('give very words outright, in another language, too, and in one clause of several', () => {
    for (const factor of [FOREIGN, TRANSLATED, CLAUSE]) expect(OWN_WORDS * factor).toBeGreaterThan(SURE);
  });

  it('trust what is further away less', () => expect(isRising(0, TRANSLATED, FOREIGN, 1)).toBe(true));
  it('offer the second of several questions, too', () => expect(1 - SEVERAL).toBeGreaterThan(UNSURE));
  it('let phrasings count before they count in full', () => expect([isRising(1, LOCAL_FIT_FROM, LOCAL_FIT_IN_FULL), isRising(1, RICH_FROM, RICH_IN_FULL)]).toEqual([true, true]));
  it('let two less seldom words name a subject that one does not', () => expect(isRising(0, LEAST_SUBJECT, NAMING ** 2, 1)).toBe(true));
  it('let a pack grow before it is large', () => expect(isRising(1, SMALL_PACK, LARGE_PACK)).toBe(true));
  it('make odds more decided, not less', () => expect(RICH_SHARPNESS).toBeGreaterThanOrEqual(1));
  it('count lines about other things for less than phrasings', () => expect(isRising(0, OTHERS_SHARE, RICH_OTHERS_SHARE, 1)).toBe(true));
  it('are finite and positive, all of them', () => expect(Object.values(policy).filter((value) => !(Number.isFinite(value) && value > 0))).toEqual([]));
});
