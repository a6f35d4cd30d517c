import type MiniSearch from 'minisearch';
import type { Options, SearchOptions } from 'minisearch';
import type { Analyzer } from '../core/text/analyze.ts';
import { isConcept } from '../core/text/concepts.ts';
import type { LanguageData } from '../core/text/language.ts';
import { gramSize, gramsOf, isUnspaced } from '../core/text/tokenize.ts';

/** An entry as it is searched in the browser: each title, phrasing and sentence is a line. */
export interface SearchDocument {
  readonly id: string;
  readonly title: string;
  readonly phrasings: string;
  readonly answer: string;
}

/** An index, and how to read what is looked for in it. */
export interface SearchData {
  readonly language: LanguageData;
  /** MiniSearch as plain data. */
  readonly index: ReturnType<MiniSearch['toJSON']>;
}

/** Entries that are shown at once. */
const MOST_FOUND = 10;

/** By the same options the index is made, and read again in the browser. */
export const optionsFor = (analyzer: Analyzer): Options<SearchDocument> => ({
  fields: ['title', 'phrasings', 'answer'],
  storeFields: ['title'],
  tokenize: (text) => text.split('\n').flatMap((line) => termsOf(line, analyzer)),
  processTerm: (term) => term || null,
});

/** The words that somebody is still typing find longer ones, and long ones may be misspelt. */
export const searchFor = (analyzer: Analyzer): SearchOptions => ({
  boost: { title: 2, phrasings: 4 },
  boostTerm: (term) => analyzer.weightOf(term) * (isConcept(term) ? CONCEPT_WEIGHT : 1),
  prefix: (term, at, terms) => at === terms.length - 1 && !isConcept(term),
  fuzzy: (term) => (isConcept(term) || isUnspaced(term) || term.length < LEAST_FUZZY ? false : 1),
});

/** A concept comes with the word that has it: what says the same in other words counts less. */
const CONCEPT_WEIGHT = 0.5;

/** Letters of a word from which on one may be wrong. */
const LEAST_FUZZY = 5;

/** Of what was found, best first: nothing that has only words without a subject. */
export const bestOf = <T extends { readonly score: number }>(found: readonly T[]): T[] =>
  found.filter(({ score }) => score > 0).slice(0, MOST_FOUND);

/** A line as the bot reads it: concepts, parts of text without spaces, and stems, the last word's at the end. */
function termsOf(line: string, { analyze }: Analyzer): string[] {
  const { words, concepts, stretches } = analyze(line);
  const parts = stretches.filter(isUnspaced).flatMap((run) => gramsOf(run, gramSize(run)));
  return [...concepts.filter(isConcept), ...parts, ...words];
}
