import { LONGEST_TELLING_PART, MOST_PROPOSED, OWN_SHARE } from '../calibration/policy.ts';
import type { Analysis, Analyzer } from '../text/analyze.ts';
import { type Background, everydayWords } from '../text/background.ts';
import { type Keep, lasting, remember } from '../text/remember.ts';
import { speller } from '../text/spelling.ts';
import { gramSize, gramsOf } from '../text/tokenize.ts';
import {
  indexEntries,
  type LanguageIndexData,
  type ReadEntry,
  tellingConcepts,
  tellingWords,
} from './index-entries.ts';
import { splitLines } from './line-numbers.ts';
import type { Matches, MeaningMatch, Predict, Prediction } from './prediction.ts';
import type { Scoring } from './term-index.ts';
import { openTextIndex, type TextIndex, type Weighing } from './text-index.ts';

/**
 * What the indexes of words, grams and concepts and the model make of a question, until the index is asked the next
 * one.
 */
export interface Match extends Matches, Prediction {
  readonly question: Analysis;
  /** Missing where no encoder was asked. */
  readonly meaning: MeaningMatch | undefined;
  /** Weight share of words that no entry but `masked` knows; parts of unspaced words count. */
  readonly unknown: (masked?: number) => number;
  /** Words that no entry has. */
  readonly strangers: () => string[];
  /** Those of them that are no common words, and stand for nothing that an entry has in other words. */
  readonly unheard: () => string[];
  /** What the question's words stand for, stop words left out, and how telling each is. */
  readonly telling: ReadonlyMap<string, number>;
  /** Number of words that are not stop words. */
  readonly content: number;
  /** By whose rules the question was read. */
  readonly analyzer: Analyzer;
}

/** All entries of one language, ready to be searched. */
export interface LanguageIndex {
  readonly size: number;
  readonly read: (question: string) => Analysis;
  readonly match: (question: string | Analysis, meaning?: MeaningMatch) => Match;
  /** Words as written (normalised), and how often each occurs. */
  readonly surfaces: () => ReadonlyMap<string, number>;
  /** Whether an entry has a word; takes a stem. */
  readonly knows: (word: string) => boolean;
  /**
   * Whether one of some entries has a telling word in common with a question, or what words stand for, or a part of a
   * word where parts tell: nothing else is ever sure. A tenth of the work of `match`.
   */
  readonly isShared: (question: string, entries: ReadonlySet<number>) => boolean;
  /** 1 where entries have their title only, less with every phrasing of this entry and of the others. */
  readonly sparsity: (entry: number) => number;
  /** How many an entry has on average, its title left out. */
  readonly phrasings: number;
}

/** @param ask a model of the same entries. @param scoreWords see `indexEntries`. */
export const buildLanguageIndex = (
  entries: readonly ReadEntry[],
  analyzer: Analyzer,
  background: Background,
  ask: Predict,
  scoreWords?: Scoring,
): LanguageIndex =>
  openLanguageIndex(indexEntries(entries, analyzer, scoreWords), analyzer, ask, everydayWords(background, analyzer));

/**
 * @param ask a model of the same entries. @param everyday words that are right although no entry has them.
 * @param keep whether what only misspelt words need stays. Default: it does.
 */
export function openLanguageIndex(
  kept: Omit<LanguageIndexData, 'everyday'>,
  analyzer: Analyzer,
  ask: Predict,
  everyday: ReadonlySet<string>,
  keep: Keep = lasting,
): LanguageIndex {
  const weighing = weighingBy(analyzer);
  const indexes = {
    words: openTextIndex(kept.words, kept.phrasings, weighing.words),
    grams: openTextIndex(kept.grams, kept.phrasings, weighing.grams),
    concepts: openTextIndex(kept.concepts, kept.phrasings, weighing.concepts),
  };
  const counts = () => new Map(splitLines(kept.surfaces).map((word, at) => [word, kept.counts[at] ?? 0]));
  return languageIndexOf({ ...indexes, counts, phrasings: kept.phrasings }, analyzer, ask, everyday, keep);
}

/** The ways in which the texts of a language are read. */
export interface TextIndexes {
  readonly words: TextIndex;
  readonly grams: TextIndex;
  readonly concepts: TextIndex;
}

/** How terms count in each of them. */
export const weighingBy = (analyzer: Analyzer): Readonly<Record<keyof TextIndexes, Weighing>> => ({
  words: { boost: analyzer.weightOf, telling: tellingWords(analyzer) },
  grams: { boost: () => 1, telling: () => 1 },
  concepts: { boost: analyzer.weightOf, telling: tellingConcepts(analyzer) },
});

interface Indexed extends TextIndexes {
  /** Words as written (normalised), and how often each occurs. */
  readonly counts: () => ReadonlyMap<string, number>;
  /** How many titles and phrasings each entry has, at least 1. */
  readonly phrasings: Int32Array;
}

/** See openLanguageIndex. */
export function languageIndexOf(
  { words, grams, concepts, counts, phrasings: headings }: Indexed,
  analyzer: Analyzer,
  ask: Predict,
  everyday: ReadonlySet<string>,
  keep: Keep = lasting,
): LanguageIndex {
  const isKnown = (word: string) =>
    everyday.has(word) ||
    words.knows(analyzer.stem(word)) ||
    analyzer.weightOf(analyzer.stem(word)) < 1 ||
    analyzer.rarityOf(analyzer.stem(word)) < 1;
  const surfaces = keep(counts);
  const correct = speller(surfaces, isKnown, keep);
  const read = (text: string): Analysis => analyzer.analyze(text, correct);
  const match = (asked: string | Analysis, meaning?: MeaningMatch): Match => {
    const question = typeof asked === 'string' ? read(asked) : asked;
    const found = {
      words: words.match(question.words, MOST_PROPOSED),
      grams: grams.matchGrams(question.stretches, MOST_PROPOSED),
      concepts: concepts.match(question.concepts, MOST_PROPOSED),
    };
    const telling = new Map<string, number>();
    for (const concept of question.concepts)
      if (analyzer.weightOf(concept) > 0) telling.set(concept, found.concepts.weightOf(concept));
    const strangers = () =>
      question.words.filter(
        (word) => analyzer.weightOf(word) > 0 && !words.knows(word) && partsKnown(word, grams.knows) < 1,
      );
    const familiarity = (masked?: number) => (word: string) => partsKnown(word, (gram) => grams.knows(gram, masked));
    const { likely, probability, ours, nearest } = ask(question, found);
    return {
      question,
      meaning,
      words: found.words,
      grams: found.grams,
      concepts: found.concepts,
      likely,
      probability,
      ours,
      nearest,
      unknown: (masked) => found.words.unknown(masked, familiarity(masked)),
      strangers,
      unheard: () =>
        strangers().filter(
          (word) =>
            analyzer.weightOf(word) === 1 && !analyzer.conceptsOf([word]).some((concept) => concepts.knows(concept)),
        ),
      telling,
      analyzer,
      content: question.words.filter((word) => analyzer.weightOf(word) > 0).length,
    };
  };
  const isShared: LanguageIndex['isShared'] = (question, entries) => {
    const { surface, smallTalk } = readingOf(analyzer)(question);
    // Apart, for words that did not stand side by side make no phrase.
    const groups = [surface.map(correct), ...smallTalk.map((phrase) => phrase.split(' '))].map((words) =>
      words.map(analyzer.stem),
    );
    const own = groups.flat();
    const telling = (terms: readonly string[]) => terms.filter((term) => analyzer.weightOf(term) > 0);
    if (telling(own).length === 0) return true;
    const parts = own
      .filter((word) => gramSize(word) <= LONGEST_TELLING_PART)
      .flatMap((word) => gramsOf(word, gramSize(word)));
    const has = (index: TextIndex) => (term: string) => index.isIn(term, entries);
    return (
      telling(own).some(has(words)) ||
      telling(groups.flatMap(analyzer.conceptsOf)).some(has(concepts)) ||
      parts.some(has(grams))
    );
  };
  const size = headings.length;
  const phrasings = headings.reduce((sum, own) => sum + own - 1, 0) / Math.max(1, size);
  return {
    size,
    read,
    match,
    surfaces,
    knows: (word) => words.knows(word),
    isShared,
    sparsity: sparsity(headings),
    phrasings,
  };
}

/** The same questions are looked at with every change of every community. */
const READINGS = new WeakMap<Analyzer, Analyzer['read']>();

function readingOf(analyzer: Analyzer): Analyzer['read'] {
  const reading = READINGS.get(analyzer) ?? remember(analyzer.read);
  READINGS.set(analyzer, reading);
  return reading;
}

/**
 * @param phrasings how many titles and phrasings each entry has, at least 1. @returns of an entry, more than 0 and at
 * most 1.
 */
export function sparsity(phrasings: Int32Array): (entry: number) => number {
  const own = Float64Array.from(phrasings, (count) => 1 / count);
  const mean = own.reduce((sum, one) => sum + one, 0) / Math.max(1, own.length);
  return (entry) => OWN_SHARE * (own[entry] ?? 1) + (1 - OWN_SHARE) * mean;
}

/**
 * Dictionaries cut unspaced text differently from sentence to sentence, and Korean words carry endings by the hundred:
 * their pieces are then still known.
 */
function partsKnown(word: string, knows: (gram: string) => boolean): number {
  if (gramSize(word) > LONGEST_TELLING_PART) return 0;
  const parts = gramsOf(word, gramSize(word));
  return parts.filter(knows).length / parts.length;
}
