import { calibrate } from '../calibration/calibrate.ts';
import type { ConfidenceWeights } from '../calibration/confidence.ts';
import { type Trained, train } from '../classifier/train.ts';
import { plainText } from '../entry/blocks.ts';
import type { EntryText } from '../entry/entry.ts';
import { indexEntries, type LanguageIndexData, type ReadEntry } from '../index/index-entries.ts';
import { joinLines } from '../index/line-numbers.ts';
import type { Analyzer } from '../text/analyze.ts';
import { type Background, everydayWords } from '../text/background.ts';
import { sentencesOf } from '../text/sentences.ts';

/** What takes seconds to find out about an index: plain data, so that it can be kept. */
export interface Learned {
  readonly index: LanguageIndexData;
  readonly weights: ConfidenceWeights;
  readonly trained: Trained;
}

/** @param texts of each entry. @param tag the language by whose rules they are read. */
export function learn(
  texts: readonly (readonly EntryText[])[],
  analyzer: Analyzer,
  tag: string,
  background: Background,
): Learned {
  const read = texts.map((own) => readTexts(own, analyzer, tag));
  return {
    index: { ...indexEntries(read, analyzer), everyday: joinLines(everydayWords(background, analyzer)) },
    trained: train(read, analyzer, background),
    weights: calibrate(read, analyzer, background),
  };
}

/** An entry's texts in one language. Its scripts are read together: the second one's title is one more phrasing. */
export function textsOf(
  texts: readonly EntryText[],
  tag: string,
): { readonly title: string; readonly phrasings: readonly string[]; readonly sentences: readonly string[] } {
  const [title = '', ...others] = texts.map((text) => text.title);
  return {
    title,
    phrasings: [...others, ...texts.flatMap((text) => text.phrasings)],
    sentences: texts.flatMap((text) => sentencesOf(plainText(text.answer), tag)),
  };
}

function readTexts(texts: readonly EntryText[], analyzer: Analyzer, tag: string): ReadEntry {
  const { title, phrasings, sentences } = textsOf(texts, tag);
  const read = (text: string) => analyzer.analyze(text);
  return { title: read(title), phrasings: phrasings.map(read), sentences: sentences.map(read) };
}
