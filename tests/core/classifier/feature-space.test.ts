import { describe, expect, it } from 'vitest';
import { learnSpace, printsOf, vectorIn, withVectors } from '../../../src/core/classifier/feature-space.ts';

const features = (text: string) => {
  const words = text.split(' ');
  return printsOf({ words, concepts: words, pairs: words, grams: words });
};
const texts = (...all: readonly string[]) => all.map((text) => ({ prints: features(text) }));
const length = (values: Float32Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

describe('learnSpace', () => {
  const space = learnSpace(texts('ban account', 'ban vpn', 'ban phone'));

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
    const small = learnSpace(texts('ban account', 'ban vpn'), 5);
    expect(small.prints).toHaveLength(4);
    expect(vectorIn(small, features('ban')).ids).toHaveLength(4);
    expect(vectorIn(small, features('vpn')).ids).toHaveLength(0);
  });

  it('keeps none beyond its bound, where many are as frequent', () => {
    for (const most of [0, 3, 4, 5, 16]) {
      const { prints } = learnSpace(texts('ban account ban', 'ban vpn', ''), most);
      expect(prints.length).toBeLessThanOrEqual(most);
    }
  });

  it('takes a text without any feature', () =>
    expect(vectorIn(space, printsOf({ words: [], concepts: [], pairs: [], grams: [] })).ids).toHaveLength(0));

  it('gives many texts the places that each has by itself', () => {
    const all = texts('ban vpn', 'pizza', 'ban pizza ban', '');
    const found = withVectors(space, all).map(({ vector: { ids, values } }) => [[...ids], [...values]]);
    const alone = all.map(({ prints }) => vectorIn(space, prints)).map(({ ids, values }) => [[...ids], [...values]]);
    expect(found).toEqual(alone);
  });
});
