import type MiniSearch from 'minisearch';
import type { Options, SearchOptions } from 'minisearch';
import type { Analyzer } from '../core/text/analyze.ts';
import { isConcept } from '../core/text/concepts.ts';
import type { LanguageData } from '../core/text/language.ts';
import { gramSize, gramsOf, isUnspaced } from '../core/text/tokenize.ts';

/** An entry as the search in the browser indexes it: a line for each title, phrasing and sentence. */
export interface SearchDocument {
  readonly id: string;
  readonly title: string;
  readonly phrasings: string;
  readonly answer: string;
}

/** A search index, and the language data for reading questions. */
export interface SearchData {
  readonly language: LanguageData;
  /** The MiniSearch index as plain data. */
  readonly index: ReturnType<MiniSearch['toJSON']>;
}

/** Most results shown. */
const MOST_FOUND = 10;

/** Options with which the index is made, and loaded in the browser. */
export const optionsFor = (analyzer: Analyzer): Options<SearchDocument> => ({
  fields: ['title', 'phrasings', 'answer'],
  storeFields: ['title'],
  tokenize: (text) => text.split('\n').flatMap((line) => termsOf(line, analyzer)),
  processTerm: (term) => term || null,
});

/** Options of a search. The last word may be incomplete, and long words may have a mistake. */
export const searchFor = (analyzer: Analyzer): SearchOptions => ({
  boost: { title: 2, phrasings: 4 },
  boostTerm: (term) => analyzer.weightOf(term) * (isConcept(term) ? CONCEPT_WEIGHT : 1),
  prefix: (term, at, terms) => at === terms.length - 1 && !isConcept(term),
  fuzzy: (term) => (isConcept(term) || isUnspaced(term) || term.length < LEAST_FUZZY ? false : 1),
});

/** Weight of a concept, compared with the word itself. */
const CONCEPT_WEIGHT = 0.5;

/** Least letters of a word that may have a mistake. */
const LEAST_FUZZY = 5;

/** The best results, without those that match only words of no weight. */
export const bestOf = <T extends { readonly score: number }>(found: readonly T[]): T[] =>
  found.filter(({ score }) => score > 0).slice(0, MOST_FOUND);

/**
 * Terms of a line, as in the bot: concepts, grams of text without spaces, and stems. Those of the last word are at the
 * end.
 */
function termsOf(line: string, { analyze }: Analyzer): string[] {
  const { words, concepts, stretches } = analyze(line);
  const parts = stretches.filter(isUnspaced).flatMap((run) => gramsOf(run, gramSize(run)));
  return [...concepts.filter(isConcept), ...parts, ...words];
}
