import { describe, expect, it } from 'vitest';
import { learnSpace, printsOf, vectorIn } from '../../../src/core/classifier/feature-space.ts';

const features = (text: string) => {
  const words = text.split(' ');
  return printsOf({ words, concepts: words, pairs: words, grams: words });
};
const length = (values: Float32Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

describe('learnSpace', () => {
  const space = learnSpace([features('ban account'), features('ban vpn'), features('ban phone')]);

  it('gives known text a vector of unit length', () => {
    expect(space.prints).toHaveLength(16);
    expect(length(vectorIn(space, features('ban vpn')).values)).toBeCloseTo(1, 5);
  });

  it('shortens vectors of unknown text', () => {
    expect(length(vectorIn(space, features('ban pizza')).values)).toBeLessThan(0.7);
    expect(vectorIn(space, features('pizza')).ids).toHaveLength(0);
  });

  it('weighs rare features more, and repeated ones once', () => {
    const [ban = 0, vpn = 0] = vectorIn(space, features('ban vpn')).values;
    expect(vpn).toBeGreaterThan(ban);
    expect(vectorIn(space, features('ban ban'))).toEqual(vectorIn(space, features('ban')));
  });

  it('keeps at most as many features as it is told, the frequent ones', () => {
    const small = learnSpace([features('ban account'), features('ban vpn')], 5);
    expect(small.prints).toHaveLength(4);
    expect(vectorIn(small, features('ban')).ids).toHaveLength(4);
    expect(vectorIn(small, features('vpn')).ids).toHaveLength(0);
  });

  it('keeps none beyond its bound, where many are as frequent', () => {
    for (const most of [0, 3, 4, 5, 16]) {
      const { prints } = learnSpace([features('ban account ban'), features('ban vpn'), features('')], most);
      expect(prints.length).toBeLessThanOrEqual(most);
    }
  });

  it('takes a text without any feature', () =>
    expect(vectorIn(space, printsOf({ words: [], concepts: [], pairs: [], grams: [] })).ids).toHaveLength(0));
});
