import { describe, expect, it } from 'vitest';
import { auroc, passingAt } from '../../eval/metrics.ts';

describe('off-topic at 90 % kept', () => {
  const ten = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

  it('puts the threshold where nine of ten questions pass', () => {
    expect(passingAt(0.9, ten, [2.5, 1.5, 0])).toBeCloseTo(100 / 3);
    expect(passingAt(0.9, ten, [1.9, 1, 0])).toBe(0);
    expect(passingAt(1, ten, [1.9, 1, 0])).toBeCloseTo(200 / 3);
  });

  it('does not depend on the order', () =>
    expect(passingAt(0.9, [...ten].reverse(), [0, 2.5, 1.5])).toBeCloseTo(100 / 3));

  it('lets through what scores as high as the threshold', () => {
    expect(passingAt(0.9, ten, [2, 2, 1.99, 1])).toBe(50);
    expect(passingAt(0.9, [1, 1, 1], [1, 1])).toBe(100);
    expect(passingAt(0.9, [5, 0, 0], [0, 0])).toBe(100);
  });

  it('keeps at least as many as asked where nine tenths are no whole number', () => {
    expect(passingAt(0.9, [3, 2, 1], [1.5])).toBe(100);
    expect(passingAt(0.5, [3, 2, 1], [1.5])).toBe(0);
  });

  it('is nothing without questions or chatter', () => {
    expect(passingAt(0.9, [], [1])).toBeUndefined();
    expect(passingAt(0.9, [1], [])).toBeUndefined();
  });
});

describe('AUROC', () => {
  it('counts ties half', () => {
    expect(auroc([2, 1], [0])).toBe(1);
    expect(auroc([1], [1])).toBe(0.5);
    expect(auroc([0, 1], [0.5])).toBe(0.5);
  });

  it('is nothing without questions or chatter', () => {
    expect(auroc([], [1])).toBeUndefined();
    expect(auroc([1], [])).toBeUndefined();
  });
});
