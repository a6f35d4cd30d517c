import { describe, expect, it } from 'vitest';
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

  it('is the same each time', () =>
    expect(train(ENTRIES, analyzer, BACKGROUND)).toEqual(train(ENTRIES, analyzer, BACKGROUND)));
});
