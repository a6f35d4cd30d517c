import { describe, expect, it } from 'vitest';
import { reliability } from '../../eval/calibration.ts';
import { coverageCurve } from '../../eval/coverage-curve.ts';
import { metricsOf } from '../../eval/metrics.ts';
import type { Outcome } from '../../eval/outcome.ts';

const outcome = (one: Partial<Outcome>): Outcome => ({
  gold: ['a'],
  ranked: ['a', 'b'],
  score: 1,
  sure: true,
  offered: false,
  ms: 1,
  ...one,
});

const [RIGHT, WRONG, CHATTER] = [
  outcome({ score: 9 }),
  outcome({ score: 5, ranked: ['b', 'a'], sure: false }),
  outcome({ gold: [], score: 7 }),
];

describe('metrics', () => {
  it('count what was asked and what was answered', () => {
    expect(metricsOf([RIGHT, WRONG, CHATTER])).toMatchObject({
      questions: 2,
      chatter: 1,
      top1: 50,
      recall3: 100,
      coverage: 50,
      direct: 50,
      precision: 50,
      offTopic: 100,
      auroc: 0.5,
      offTopicAt90: 100,
    });
  });

  it('are nothing where there is nothing to count', () => {
    expect(metricsOf([])).toMatchObject({
      questions: 0,
      top1: undefined,
      coverage: undefined,
      precision: undefined,
      offTopic: undefined,
      auroc: undefined,
      offTopicAt90: undefined,
      ece: undefined,
    });
    expect(metricsOf([RIGHT])).toMatchObject({
      top1: 100,
      offTopic: undefined,
      auroc: undefined,
      offTopicAt90: undefined,
    });
  });

  it('count what helps: right outright, or right among three that are offered', () => {
    const offered = outcome({ ranked: ['b', 'c', 'a'], sure: false, offered: true });
    const fourth = outcome({ ranked: ['b', 'c', 'd', 'a'], sure: false, offered: true });
    const silent = outcome({ ranked: ['a'], sure: false });
    const wrong = outcome({ ranked: ['b', 'a'], sure: true });
    expect(metricsOf([outcome({}), offered, fourth, silent, wrong]).helped).toBe(40);
  });

  it('tell the kinds of lines that nothing answers apart, and count all of them as wrong', () => {
    const others = [
      outcome({ gold: [] }),
      outcome({ gold: [], kind: 'near' }),
      outcome({ gold: [], kind: 'near', sure: false }),
    ];
    expect(metricsOf([outcome({}), ...others])).toMatchObject({
      answered: { chatter: 100, near: 50, vague: undefined },
      precision: expect.closeTo(100 / 3),
      chatter: 3,
    });
  });

  it('find the threshold that answers most with nine of ten answers right', () => {
    const at = (score: number, count: number, one: Partial<Outcome>) =>
      Array.from({ length: count }, () => outcome({ score, ...one }));
    const outcomes = [...at(3, 30, {}), ...at(2, 10, { ranked: ['b'] }), ...at(1, 40, {})];
    expect(metricsOf(outcomes).rightAt90).toBeCloseTo((100 * 30) / 80);
    expect(metricsOf([...outcomes, ...at(0, 120, {})]).rightAt90).toBeCloseTo((100 * 190) / 200);
    expect(metricsOf([...outcomes, ...at(4, 30, { gold: [] })]).rightAt90).toBe(0);
    expect(metricsOf([...at(2, 3, {}), ...at(1, 7, { ranked: ['b'] })]).rightAt90).toBeCloseTo(30);
    expect(metricsOf([outcome({ score: undefined })]).rightAt90).toBeUndefined();
  });

  it('need scores for what scores tell', () => {
    expect(metricsOf([RIGHT, outcome({ score: undefined }), CHATTER])).toMatchObject({
      top1: 100,
      auroc: undefined,
      offTopicAt90: undefined,
    });
  });

  it('need a confidence for the calibration error', () => {
    expect(metricsOf([RIGHT]).ece).toBeUndefined();
    expect(metricsOf([outcome({ confidence: 0.9 }), outcome({ confidence: 0.9, ranked: [] })]).ece).toBeCloseTo(0.4);
    expect(metricsOf([outcome({ confidence: 1 })]).ece).toBe(0);
  });
});

describe('the reliability', () => {
  it('has a bin for every tenth, and 1 in the last', () => {
    const bins = reliability([
      outcome({ confidence: 0 }),
      outcome({ confidence: 0.95 }),
      outcome({ confidence: 1, ranked: ['b'] }),
    ]);
    expect(bins.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(bins[9]).toMatchObject({ right: 0.5, confidence: expect.closeTo(0.975) });
  });
});

describe('the curve of coverage against precision', () => {
  const many = (count: number, one: Outcome) => Array.from({ length: count }, () => one);

  it('lets those with one score pass together', () => {
    expect(coverageCurve([...many(30, RIGHT), ...many(30, WRONG), ...many(30, CHATTER)])).toEqual([
      { coverage: 50, precision: 100, right: 50 },
      { coverage: 50, precision: 50, right: 50 },
      { coverage: 100, precision: expect.closeTo(100 / 3), right: 50 },
    ]);
  });

  it('leaves out what nothing was found for', () =>
    expect(coverageCurve([RIGHT, outcome({ ranked: [], score: 0 })])).toEqual([
      { coverage: 50, precision: 100, right: 50 },
    ]));

  it('is empty without scores or questions', () => {
    expect(coverageCurve([outcome({ score: undefined })])).toEqual([]);
    expect(coverageCurve([CHATTER])).toEqual([]);
    expect(coverageCurve([])).toEqual([]);
  });
});
