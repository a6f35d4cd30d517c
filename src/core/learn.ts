import type { Analyzer } from './analyze.ts';
import type { Background } from './background.ts';
import { plainText } from './blocks.ts';
import { calibrate } from './calibration/calibrate.ts';
import type { ConfidenceWeights } from './calibration/confidence.ts';
import type { EntryText } from './entry.ts';
import { type IndexedShelf, indexShelf, type ReadEntry } from './index-shelf.ts';
import { sentencesOf } from './sentences.ts';
import { type Trained, train } from './train.ts';

/** What takes seconds to find out about a shelf: plain data, so that it can be kept. */
export interface Learned {
  readonly index: IndexedShelf;
  readonly weights: ConfidenceWeights;
  readonly trained: Trained;
}

/** @param texts of each entry. @param tag the language by whose rules they are read. */
export function learn(texts: readonly (readonly EntryText[])[], analyzer: Analyzer, tag: string, background: Background): Learned {
  const read = texts.map((own) => readTexts(own, analyzer, tag));
  return { index: indexShelf(read, analyzer, background), trained: train(read, analyzer, background), weights: calibrate(read, analyzer, background) };
}

/** Scripts of one language are read together: the second one's title is one more phrasing. */
export function readTexts(texts: readonly EntryText[], analyzer: Analyzer, tag: string): ReadEntry {
  const [title = '', ...others] = texts.map((text) => text.title);
  const sentences = texts.flatMap((text) => sentencesOf(plainText(text.answer), tag));
  const read = (text: string) => analyzer.analyze(text);
  return { title: read(title), phrasings: [...others, ...texts.flatMap((text) => text.phrasings)].map(read), sentences: sentences.map(read) };
}
