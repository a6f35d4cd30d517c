import { describe, expect, it } from 'vitest';
import { analyzer as analyzerFor } from '../../src/core/analyze.ts';
import { NO_BACKGROUND } from '../../src/core/background.ts';
import { signsOf } from '../../src/core/calibration/confidence.ts';
import { trainModel } from '../../src/core/model.ts';
import { rank } from '../../src/core/ranking/rank.ts';
import { buildShelf } from '../../src/core/shelf.ts';
import { EN, HANS } from '../helpers/languages.ts';

/** What stands for and against the first entry of a shelf of one. */
function signsIn(language: typeof EN, title: string, question: string) {
  const analyzer = analyzerFor(language);
  const entries = [{ title: analyzer.analyze(title), phrasings: [], sentences: [] }];
  const shelf = buildShelf(entries, analyzer, NO_BACKGROUND, trainModel(entries, analyzer, NO_BACKGROUND));
  const match = shelf.match(question);
  return signsOf(rank(match, shelf), match);
}

describe('the share of unknown grams', () => {
  it('is all of a question that shares no letters', () => expect(signsIn(EN, 'account', 'quizzing').unknownGrams).toBeCloseTo(1));
  it('counts a new pair of characters for less', () => {
    const { unknownGrams } = signsIn(HANS, '账号', '天气');
    expect(unknownGrams).toBeGreaterThan(0);
    expect(unknownGrams).toBeLessThan(0.5);
  });
});
