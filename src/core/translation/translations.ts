import { plainText } from '../entry/blocks.ts';
import type { Entry, EntryText } from '../entry/entry.ts';
import type { LanguageIndex } from '../index/language-index.ts';
import { type Analyzer, analyzer } from '../text/analyze.ts';
import { baseOf, type LanguageData, languageOf } from '../text/language.ts';
import { latinNames } from '../text/latin-names.ts';
import { clausesOf } from '../text/question-form.ts';
import { sentencesOf } from '../text/tokenize.ts';
import { type Bag, type Glossary, learnGlossary, type Parallel } from './glossary.ts';
import { type Lexicon, lexicon } from './lexicon.ts';
import { respeller } from './respell.ts';
import { type Gloss, translator } from './translate.ts';

/** Puts a question of one language into an index's words. */
export interface Translate {
  /** @param from a primary subtag. */
  (question: string, from: string, into: Target): string;
  /** Reads an index's words, in steps: of thousands of entries they take seconds. */
  readonly steps: (from: string, into: Target) => Generator<undefined, void>;
}

interface Target {
  readonly base: string;
  readonly index: LanguageIndex;
}

export interface TranslationOptions {
  readonly languages: ReadonlyMap<string, LanguageData>;
  /** A dictionary from one language into another, both by their primary subtags, if there is one. */
  readonly glosses?: (from: string, into: string) => Gloss | undefined;
}

/**
 * A dictionary takes part of a second to learn, and is learned when a pair of languages is first asked for, from the
 * entries that have both.
 */
export function translations(entries: readonly Entry[], { languages, glosses }: TranslationOptions): Translate {
  const analyzerOf = once((base: string): Analyzer => analyzer(languageOf(base, languages)));
  const glossaryOf = once((pair: string): Glossary => {
    const [source, target] = pair.split(' ').map((base) => ({ base, analyzer: analyzerOf(base) }));
    return source && target ? learnGlossary(parallelsIn(entries, source, target)) : new Map();
  });
  const lexicons = new WeakMap<LanguageIndex, Lexicon>();
  const lexiconOf = ({ base, index }: Target): Lexicon => {
    const known = lexicons.get(index) ?? lexicon(index.surfaces(), analyzerOf(base));
    lexicons.set(index, known);
    return known;
  };
  const namesOf = once((from: string) => {
    const known = new WeakMap<LanguageIndex, ReturnType<typeof latinNames>>();
    return ({ base, index }: Target) => {
      const names =
        known.get(index) ?? latinNames(languageOf(from, languages), index.surfaces(), analyzerOf(base).stem);
      known.set(index, names);
      return names;
    };
  });
  const translate = (question: string, from: string, into: Target): string => {
    const parts = {
      source: analyzerOf(from),
      target: lexiconOf(into),
      glossary: glossaryOf(`${from} ${into.base}`),
      gloss: glosses?.(from, into.base),
      nameOf: namesOf(from)(into),
    };
    // The marks stay: clauses are asked one by one.
    return clausesOf(question).map(translator(parts)).join('. ');
  };
  return Object.assign(translate, {
    *steps(from: string, into: Target): Generator<undefined, void> {
      yield* analyzerOf(from).steps();
      yield* lexiconOf(into).steps();
      yield* namesOf(from)(into).steps();
      glossaryOf(`${from} ${into.base}`);
    },
  });
}

/**
 * Puts a question in Latin letters into an index's words in their own; undefined if nobody knows how its language is
 * written so.
 */
export type Respell = (
  question: string,
  into: { readonly base: string; readonly index: LanguageIndex },
) => string | undefined;

/** Worked out when an index is first asked so, for it takes some milliseconds. */
export function respelling(languages: ReadonlyMap<string, LanguageData>): Respell {
  const respellers = new WeakMap<LanguageIndex, (question: string) => string>();
  return (question, { base, index }) => {
    const language = languageOf(base, languages);
    if (!language.inLatin) return undefined;
    const respell = respellers.get(index) ?? respeller(language.inLatin, index.surfaces(), analyzer(language));
    respellers.set(index, respell);
    return clausesOf(question).map(respell).join('. ');
  };
}

function once<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

/** Words of a passage that are compared, the most frequent ones; more only take time. */
const MOST_WORDS = 60;

/** Titles and phrasings that are read; more would take seconds, and the frequent words are in these. */
const MOST_UNITS = 5000;

/** One side of a pair of languages. */
interface Side {
  /** Primary subtag. */
  readonly base: string;
  readonly analyzer: Analyzer;
}

/** Statements of the entries in two languages: of very many entries every second, third, ... */
export function parallelsIn(entries: readonly Entry[], source: Side, target: Side): Parallel[] {
  const both = entries.filter((entry) => textIn(entry, source.base) && textIn(entry, target.base));
  const units = both.reduce((sum, entry) => sum + 1 + (textIn(entry, source.base)?.phrasings.length ?? 0), 0);
  const step = Math.ceil(units / MOST_UNITS);
  return both.filter((_, at) => at % step === 0).flatMap((entry) => parallelsOf(entry, source, target));
}

/**
 * Statements of an entry in two languages, as stems: its titles, its phrasings as a whole, and its answers; these
 * sentence by sentence if they have as many, for a translator keeps them.
 */
function parallelsOf(entry: Entry, source: Side, target: Side): Parallel[] {
  const [from, into] = [textIn(entry, source.base), textIn(entry, target.base)];
  if (!from || !into) return [];
  const pair = (mine: readonly string[], theirs: readonly string[]): Parallel => ({
    source: bagOf(mine, source.analyzer),
    target: bagOf(theirs, target.analyzer),
  });
  const [sentences, theirs] = [sentencesIn(from), sentencesIn(into)];
  const answers =
    sentences.length === theirs.length
      ? sentences.map((sentence, at) => pair([sentence], [theirs[at] ?? '']))
      : [pair(sentences, theirs)];
  return [pair([from.title], [into.title]), pair(from.phrasings, into.phrasings), ...answers];
}

const textIn = ({ texts }: Entry, base: string): EntryText | undefined =>
  [...texts.values()].find(({ language }) => baseOf(language) === base);

const sentencesIn = ({ answer, language }: EntryText): string[] => sentencesOf(plainText(answer), language);

function bagOf(units: readonly string[], analyzer: Analyzer): Bag {
  const counts = new Map<string, number>();
  for (const word of units.flatMap((unit) => [...new Set(analyzer.read(unit).words)]))
    counts.set(word, (counts.get(word) ?? 0) + 1 / units.length);
  return new Map([...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_WORDS));
}
