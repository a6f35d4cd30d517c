import { describe, expect, it } from 'vitest';
import { printsOf, vectorIn } from '../../../src/core/classifier/feature-space.ts';
import { openModel } from '../../../src/core/classifier/model.ts';
import { type Trained, train } from '../../../src/core/classifier/train.ts';
import type { Matches, Prediction } from '../../../src/core/index/prediction.ts';
import { type Analysis, analyzer as analyzerFor } from '../../../src/core/text/analyze.ts';
import { NO_BACKGROUND } from '../../../src/core/text/background.ts';
import { languageOf } from '../../helpers/languages.ts';

const analyzer = analyzerFor(languageOf('xx'));
const entry = (title: string, ...phrasings: string[]) => ({
  title: analyzer.analyze(title),
  phrasings: phrasings.map((text) => analyzer.analyze(text)),
  sentences: [],
});
const ENTRIES = [
  entry('wifi password', 'how do i get online', 'internet code'),
  entry('opening hours', 'when are you open', 'closing time'),
  entry('lost luggage', 'my bag is gone'),
];
const BACKGROUND = { chatter: ['good morning everyone', 'that movie was great', 'see you tomorrow then'], about: [] };

/** Nothing was searched: what is learned needs nothing of it. */
const asking =
  (trained: Trained) =>
  (question: Analysis): Prediction =>
    openModel(trained)(question, {} as Matches);

describe('what is learned of a pack', () => {
  it('is which entry a text belongs to, and how near its nearest phrasing is', () => {
    const ask = asking(train(ENTRIES, analyzer, BACKGROUND));
    for (const [at, { title, phrasings }] of ENTRIES.entries())
      for (const text of [title, ...phrasings]) {
        const { likely, nearest } = ask(text);
        expect([likely[0], nearest(at)]).toEqual([at, expect.closeTo(1, 5)]);
      }
  });

  it('is what tells it from other subjects, where any are known', () => {
    const trained = train(ENTRIES, analyzer, BACKGROUND);
    const ask = asking(trained);
    expect(ask(analyzer.analyze('the wifi code')).inScope).toBeGreaterThan(0.5);
    expect(ask(analyzer.analyze('good morning, great movie')).inScope).toBeLessThan(0.5);
    expect(train(ENTRIES, analyzer, NO_BACKGROUND).subject).toBeUndefined();
  });

  it('is not that lines about other things are the pack itself', () => {
    const same = { chatter: ['internet code', 'closing time'], about: [] };
    expect(train(ENTRIES, analyzer, same).subject).toBeUndefined();
  });

  describe('of answers', () => {
    const SAID = 'ask the desk for a voucher';
    const saying = (phrasings: readonly string[]) => [
      { ...entry('wifi password', ...phrasings), sentences: [analyzer.analyze(SAID)] },
      entry('opening hours', ...phrasings.map((text) => `${text} closing`)),
    ];
    const knows = (entries: Parameters<typeof train>[0], kind: 'words' | 'pairs', feature: string): boolean => {
      const { space } = train(entries, analyzer, NO_BACKGROUND).entries ?? {};
      const none = { words: [], concepts: [], pairs: [], grams: [] };
      return space !== undefined && vectorIn(space, printsOf({ ...none, [kind]: [feature] })).ids.length > 0;
    };

    it('is their words, where entries have few of members', () => {
      const entries = saying(['internet code']);
      expect(knows(entries, 'words', 'voucher')).toBe(true);
      const [pair = ''] = analyzer.analyze(SAID).features.pairs;
      expect(pair).not.toBe('');
      expect(knows(entries, 'pairs', pair)).toBe(false);
      const ask = asking(train(saying([]), analyzer, NO_BACKGROUND));
      expect(ask(analyzer.analyze('where is my voucher')).likely[0]).toBe(0);
    });

    it('is nothing where they have many, and nothing says how near a phrasing is', () => {
      expect(knows(saying(['internet code', 'get online', 'net key']), 'words', 'voucher')).toBe(false);
      expect(asking(train(saying([]), analyzer, NO_BACKGROUND))(analyzer.analyze(SAID)).nearest(0)).toBeLessThan(0.5);
    });

    it('is nothing of a pack that would take too long', () => {
      const many = Array.from({ length: 700 }, (_, at) => ({
        ...entry(`thing ${at}`),
        sentences: Array.from({ length: 12 }, () => analyzer.analyze(SAID)),
      }));
      expect(knows(many, 'words', 'voucher')).toBe(false);
    });
  });

  it('is the same each time', () =>
    expect(train(ENTRIES, analyzer, BACKGROUND)).toEqual(train(ENTRIES, analyzer, BACKGROUND)));
});
