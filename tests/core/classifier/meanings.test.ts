import { describe, expect, it } from 'vitest';
import { openMeanings, packMeanings, textsToEncode } from '../../../src/core/classifier/meanings.ts';

const DIMENSION = 8;
/** A vector of length 1 that points the more towards the axis, the greater the share. */
function towards(axis: number, share = 1): Float32Array {
  const vector = new Float32Array(DIMENSION);
  vector[axis] = share;
  vector[DIMENSION - 1] = Math.sqrt(1 - share ** 2);
  return vector;
}

const REFUND = { headings: [towards(0), towards(0, 0.6)], sentences: [towards(1)] };
const HOURS = { headings: [towards(2)], sentences: [] };
const match = openMeanings(packMeanings([REFUND, HOURS], DIMENSION));

describe('how like a question is in meaning', () => {
  it('is mostly the likeness to the nearest title or phrasing, and to the nearest few', () => {
    expect(match(towards(0)).likeness(0)).toBeCloseTo(0.7 + (0.3 * 1.6) / 2, 1);
    expect(match(towards(2)).likeness(1)).toBeCloseTo(1, 1);
  });

  it('is less where only the answer is like it', () => expect(match(towards(1)).likeness(0)).toBeCloseTo(0.8, 1));
  it('proposes the most alike, and none that is not alike at all', () =>
    expect([match(towards(0, 0.9)).top[0], match(towards(2)).top, match(towards(4)).top]).toEqual([0, [1], []]));

  it('loses next to nothing by keeping eight bits of each number', () => {
    const vector = Float32Array.from({ length: 512 }, (_, at) => Math.sin(at * at));
    const length = Math.hypot(...vector);
    const unit = vector.map((one) => one / length);
    const kept = openMeanings(packMeanings([{ headings: [unit], sentences: [] }], 512));
    expect(kept(unit).likeness(0)).toBeCloseTo(1, 3);
  });

  it('is of no entry where there is none', () =>
    expect(openMeanings(packMeanings([], DIMENSION))(towards(0)).top).toEqual([]));
});

it('the beginning of a long answer is encoded', () => {
  const sentences = Array.from({ length: 40 }, (_, at) => `Sentence ${at}.`);
  expect(textsToEncode({ title: 'Title', phrasings: ['other'], sentences })).toEqual({
    headings: ['Title', 'other'],
    sentences: sentences.slice(0, 12),
  });
});
