import { describe, expect, it } from 'vitest';
import { GROUPS, openSpace, vectorIn, widen } from '../../../src/core/classifier/feature-space.ts';
import { learnSpace } from '../../../src/core/classifier/learn-space.ts';
import type { Features } from '../../../src/core/text/analyze.ts';

const features = (text: string): Features => ({
  words: text.split(' '),
  concepts: text.split(' '),
  pairs: text.split(' '),
  grams: text.split(' '),
});
const length = (values: Float32Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

describe('learnSpace', () => {
  const space = openSpace(learnSpace([features('ban account'), features('ban vpn'), features('ban phone')]).kept);

  it('gives known text a vector of unit length', () => {
    expect(space.size).toBe(16);
    expect(length(vectorIn(space, features('ban vpn')).values)).toBeCloseTo(1, 5);
  });

  it('shortens vectors of unknown text', () => {
    expect(length(vectorIn(space, features('ban pizza')).values)).toBeLessThan(0.7);
    expect(vectorIn(space, features('pizza')).ids).toHaveLength(0);
  });

  it('puts the texts that it was learned from where it would find them, whatever is left out of it', () => {
    const texts = [features('ban account ban'), features('ban vpn'), features('')];
    for (const most of [0, 4, 5, 16]) {
      const { kept, vectors } = learnSpace(texts, most);
      expect(vectors).toEqual(texts.map((text) => vectorIn(openSpace(kept), text)));
    }
  });

  it('weighs rare features more, and repeated ones once', () => {
    const [ban = 0, vpn = 0] = vectorIn(space, features('ban vpn')).values;
    expect(vpn).toBeGreaterThan(ban);
    expect(vectorIn(space, features('ban ban'))).toEqual(vectorIn(space, features('ban')));
  });

  it('keeps at most as many features as it is told, the frequent ones', () => {
    const small = openSpace(learnSpace([features('ban account'), features('ban vpn')], 5).kept);
    expect(small.size).toBe(4);
    expect(vectorIn(small, features('ban')).ids).toHaveLength(4);
    expect(vectorIn(small, features('vpn')).ids).toHaveLength(0);
  });

  it('can be widened: what is added weighs like what is unknown, what was there as before', () => {
    const { space: wide } = widen(
      space,
      GROUPS.map((group, at) =>
        features('ban pizza')[group].filter((feature) => space.groups[at]?.get(feature) === undefined),
      ),
    );
    expect(wide.size).toBe(20);
    // There is one for each community.
    expect(wide.groups.map((group) => group.numbersOf(['ban', 'pizza']))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    const [ban = 0, pizza = 0] = vectorIn(wide, features('ban pizza')).values;
    expect([pizza / ban, ban]).toEqual([
      expect.closeTo(space.unknown / (space.idf[0] ?? 0), 4),
      expect.closeTo(vectorIn(space, features('ban pizza')).values[0] ?? 0, 5),
    ]);
  });

  it('reads grams word by word as it reads them in one list', () => {
    const lists = [['ban', 'an', 'xx'], ['vpn', 'an', 'xx'], ['ban']];
    const own = openSpace(learnSpace([features('ban vpn an')]).kept);
    const one = { words: ['ban'], concepts: [], pairs: [], grams: lists.flat() };
    expect(vectorIn(own, { ...one, grams: [], gramsByWord: lists })).toEqual(vectorIn(own, one));
    expect(vectorIn(own, { ...one, gramsByWord: lists })).toEqual(vectorIn(own, one));
  });

  it('finds the grams of words as they are, however many words were asked before', () => {
    const known = Array.from({ length: 300 }, (_, at) => `gram${at}`);
    const own = openSpace(learnSpace([features(known.join(' '))]).kept);
    const words = Array.from({ length: 4000 }, (_, word) =>
      Array.from({ length: 1 + (word % 20) }, (__, at) => `gram${(word * 7 + at) % 400}`),
    );
    for (const grams of [...words, ...words.slice(0, 50), ...words.slice(-50)]) {
      const one = { words: [], concepts: [], pairs: [], grams };
      expect(vectorIn(own, { ...one, gramsByWord: [grams] })).toEqual(vectorIn(own, one));
    }
  });

  it('takes a text without any feature', () =>
    expect(vectorIn(space, { words: [], concepts: [], pairs: [], grams: [] }).ids).toHaveLength(0));
});
