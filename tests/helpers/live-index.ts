import { openModel } from '../../src/core/classifier/model.ts';
import { train } from '../../src/core/classifier/train.ts';
import type { ReadEntry } from '../../src/core/index/entry-search.ts';
import { LiveIndex } from '../../src/core/index/language-index.ts';
import type { Predict } from '../../src/core/index/prediction.ts';
import type { Analysis, Analyzer } from '../../src/core/text/analyze.ts';
import { type Background, everydayWords, NO_BACKGROUND } from '../../src/core/text/background.ts';

/** @param predict default: what is learned of the entries. */
export const indexOf = (
  entries: readonly ReadEntry<Analysis>[],
  analyzer: Analyzer,
  background: Background = NO_BACKGROUND,
  predict: Predict = openModel(train(entries, analyzer, background)),
): LiveIndex => new LiveIndex({ analyzer, predict, everyday: everydayWords(background, analyzer) }, entries);

/** An entry that was read. */
export const readWith = (
  { analyze }: Analyzer,
  title: string,
  phrasings: readonly string[] = [],
  sentences: readonly string[] = [],
): ReadEntry<Analysis> => {
  const read = (text: string) => analyze(text);
  return { title: read(title), phrasings: phrasings.map(read), sentences: sentences.map(read) };
};
