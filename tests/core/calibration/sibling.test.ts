import { describe, expect, it } from 'vitest';
import { mayBeSibling } from '../../../src/core/calibration/another-subject.ts';
import { LARGE_PACK, LOCAL_FIT_FROM, LOOSE_FRAME } from '../../../src/core/calibration/policy.ts';
import { analyzer as analyzerFor } from '../../../src/core/text/analyze.ts';
import { EN, HANS } from '../../helpers/languages.ts';
import { indexOf, readWith } from '../../helpers/live-index.ts';

const analyzer = analyzerFor({
  ...EN,
  synonyms: [['bike', 'bicycle']],
  kin: [
    { drawer: ['pet'], things: [['dog', 'puppy'], ['cat']] },
    { drawer: [], things: [['before'], ['after']] },
  ],
});
const isSibling = (
  question: string,
  title: string,
  phrasings: readonly string[] = [],
  { frame, size = 2 }: { readonly frame?: number; readonly size?: number } = {},
): boolean => {
  const others = Array.from({ length: size - 1 }, (_, at) => readWith(analyzer, `Who runs the club number ${at}?`));
  const index = indexOf([readWith(analyzer, title, phrasings), ...others], analyzer);
  return mayBeSibling(index.match(question), { entry: 0 }, index, frame);
};

describe('a question that may be about a sibling of what an entry is about', () => {
  it('repeats a title but for a thing', () => {
    expect(isSibling('may i bring my cat', 'May I bring my dog?')).toBe(true);
    expect(isSibling('may i bring my bread', 'May I bring my dog?')).toBe(true);
    expect(isSibling('may i bring my dog', 'May I bring my dog?')).toBe(false);
  });

  it('repeats a phrasing but for a thing that no other names', () => {
    expect(isSibling('can my horse come along', 'May I bring my dog?', ['can my dog come along'])).toBe(true);
    expect(isSibling('can my cat come along', 'May I bring my dog?', ['can my dog come along', 'my cat'])).toBe(true);
    expect(isSibling('may i bring my cat', 'May I bring my dog?', ['may i bring my cat along', 'my dog'])).toBe(false);
  });

  it('may swap a word that says little, if it is one of several things', () =>
    expect(isSibling('what may i eat after the surgery', 'What may I eat before the surgery?')).toBe(true));

  it('is none in other words for the thing, with its class in the title, or misspelt', () => {
    expect(isSibling('may i bring my puppy', 'May I bring my dog?')).toBe(false);
    expect(isSibling('may i bring my bicycle', 'May I bring my bike?')).toBe(false);
    expect(isSibling('may i bring my dog', 'May I bring my pet?')).toBe(false);
    expect(isSibling('may i bring my pet', 'May I bring my dog?')).toBe(true);
    expect(isSibling('may i bring my elephent', 'May I bring my elephant?')).toBe(false);
  });

  it('is none that only adds to a title, or is asked in other words', () => {
    expect(isSibling('may i bring my dog on sunday', 'May I bring my dog?')).toBe(false);
    expect(isSibling('are cats allowed', 'May I bring my dog?')).toBe(false);
  });

  describe('with many phrasings', () => {
    const phrasings = Array.from({ length: LOCAL_FIT_FROM }, (_, at) => `dog ${at}`);
    const isSiblingOfMany = (question: string, more: readonly string[] = [], size = 2) =>
      isSibling(question, 'May I bring my dog?', [...phrasings, ...more], { size });

    it('names a thing that no line of the entry does', () => {
      expect(isSiblingOfMany('may i bring my cat')).toBe(true);
      expect(isSiblingOfMany('may i bring my bread')).toBe(true);
      expect(isSiblingOfMany('may i bring my dog')).toBe(false);
      expect(isSiblingOfMany('may i bring my puppy')).toBe(false);
      expect(isSiblingOfMany('may i bring my cat', ['and the cat'])).toBe(false);
      expect(isSiblingOfMany('are bread rolls allowed'), 'in other words').toBe(false);
    });

    it('in a large pack is only what is of one kind with the entry', () => {
      expect(isSiblingOfMany('may i bring my bread', [], LARGE_PACK)).toBe(false);
      expect(isSiblingOfMany('may i bring my cat', [], LARGE_PACK)).toBe(true);
    });

    it('is not what stands in the class that an entry is about', () =>
      expect(
        isSibling(
          'may i bring my cat',
          'May I bring my pet?',
          phrasings.map((one) => `pet ${one.slice(4)}`),
        ),
      ).toBe(false));
  });

  it('in text without spaces is no other cut of the same word, but one that shares a part with it', () => {
    const chinese = analyzerFor({ ...HANS, stopWords: [...HANS.stopWords, '了'] });
    const isSiblingOf = (question: string, title: string): boolean => {
      const phrasings = Array.from({ length: LOCAL_FIT_FROM }, (_, at) => `${title}${at}`);
      const index = indexOf([readWith(chinese, title, phrasings), readWith(chinese, '谁管理这里？')], chinese);
      return mayBeSibling(index.match(question), { entry: 0 }, index);
    };
    expect(isSiblingOf('可以租钢琴吗', '可以租小提琴吗？')).toBe(true);
    expect(isSiblingOf('可以租小提琴吗', '可以租小提琴吗？')).toBe(false);
    expect(isSiblingOf('我的钥匙丢了怎么办', '我的钥匙丢怎么办？')).toBe(false);
  });

  it('may be looked for more loosely', () => {
    const asked = ['lend a lawn mower', 'lend a chess clock'] as const;
    expect(isSibling(...asked)).toBe(false);
    expect(isSibling(...asked, [], { frame: LOOSE_FRAME })).toBe(true);
  });
});
