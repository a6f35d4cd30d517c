import { calibrate, type IndexWeights } from '../calibration/calibrate.ts';
import { prepareTraining, type Trained } from '../classifier/train.ts';
import { ownText } from '../entry/blocks.ts';
import type { EntryText } from '../entry/entry.ts';
import { EntrySearch, type ReadEntry, type TextTerms } from '../index/entry-search.ts';
import type { Analysis, Analyzer } from '../text/analyze.ts';
import type { Background } from '../text/background.ts';
import { sentencesOf } from '../text/tokenize.ts';

/** All that is learned from an index's texts, which takes seconds: plain data, so that it can be stored. */
export interface Learned {
  /** The analysed entries. */
  readonly entries: readonly ReadEntry[];
  /** The MiniSearch index, as JSON. */
  readonly search: string;
  readonly trained: Trained;
  readonly weights: IndexWeights;
}

/** @param texts of each entry @param tag language of the analyzer @param known see `calibrate` */
export function learn(
  texts: readonly (readonly EntryText[])[],
  analyzer: Analyzer,
  tag: string,
  background: Background,
  known?: IndexWeights,
): Learned {
  const read = texts.map((own) => readEntry(textsOf(own, tag), (text) => analyzer.analyze(text)));
  const search = new EntrySearch(analyzer);
  for (const [id, entry] of read.entries()) search.put(id, entry);
  const training = prepareTraining(read, analyzer, background);
  return {
    entries: read.map(plainly),
    search: search.toJSON(),
    trained: training.learn(),
    weights: calibrate(read, analyzer, training, known),
  };
}

/** The parts of an analysis that are stored. */
function plainly({ title, phrasings, sentences }: ReadEntry): ReadEntry {
  const plain = ({ surface, words, concepts, stretches }: TextTerms) => ({ surface, words, concepts, stretches });
  return { title: plain(title), phrasings: phrasings.map(plain), sentences: sentences.map(plain) };
}

/** An entry's texts in one language, not yet analysed. */
export interface WrittenEntry {
  readonly title: string;
  readonly phrasings: readonly string[];
  readonly sentences: readonly string[];
}

export const readEntry = (
  { title, phrasings, sentences }: WrittenEntry,
  read: (text: string) => Analysis,
): ReadEntry<Analysis> => ({
  title: read(title),
  phrasings: phrasings.map(read),
  sentences: sentences.map(read),
});

/**
 * An entry's texts in one language. Its scripts are indexed together: the title in another script counts as a phrasing.
 */
export function textsOf(texts: readonly EntryText[], tag: string): WrittenEntry {
  const [title = '', ...others] = texts.map((text) => text.title);
  return {
    title,
    phrasings: [...others, ...texts.flatMap((text) => text.phrasings)],
    sentences: texts.flatMap((text) => sentencesIn(text, tag)),
  };
}

/** The sentences of an answer, and the year that it describes ("as of"), which members see below it. */
export const sentencesIn = ({ answer, asOf }: EntryText, tag: string): string[] => [
  ...sentencesOf(ownText(answer), tag),
  ...(asOf === undefined ? [] : [asOf.slice(0, 4)]),
];
