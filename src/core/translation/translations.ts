import { plainText } from '../entry/blocks.ts';
import type { Entry, EntryText } from '../entry/entry.ts';
import type { LanguageIndex } from '../index/language-index.ts';
import { type Analyzer, analyzer } from '../text/analyze.ts';
import { baseOf, type LanguageData, languageOf } from '../text/language.ts';
import { latinNames } from '../text/latin-names.ts';
import { clausesOf } from '../text/question-form.ts';
import type { Prepared } from '../text/remember.ts';
import { sentencesOf } from '../text/tokenize.ts';
import { type Bag, type Glossary, learnGlossary, type Parallel } from './glossary.ts';
import { type Lexicon, lexicon } from './lexicon.ts';
import { respeller } from './respell.ts';
import { type Gloss, translator } from './translate.ts';

/** Translates a question into the words of an index in another language. */
export interface Translate {
  /** @param from primary subtag */
  (question: string, from: string, into: Target): string;
  /** Reads the words of an index in steps, as those of thousands of entries take seconds. */
  readonly steps: (from: string, into: Target) => Generator<undefined, void>;
}

interface Target {
  readonly base: string;
  readonly index: LanguageIndex;
}

export interface TranslationOptions {
  readonly languages: ReadonlyMap<string, LanguageData>;
  /** The dictionary from one language into another (primary subtags), if there is one. Default: none. */
  readonly glosses?: (from: string, into: string) => Prepared<Gloss> | undefined;
}

/**
 * Translates between all languages. The glossary of a pair is learned when it is first needed, from entries with texts
 * in both, which takes a part of a second.
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
    // Clauses stay apart, as they are searched one by one.
    return clausesOf(question).map(translator(parts)).join('. ');
  };
  return Object.assign(translate, {
    *steps(from: string, into: Target): Generator<undefined, void> {
      yield* analyzerOf(from).steps();
      yield* lexiconOf(into).steps();
      yield* namesOf(from)(into).steps();
      yield* glosses?.(from, into.base)?.steps() ?? [];
      glossaryOf(`${from} ${into.base}`);
    },
  });
}

/** Spells a romanised question in the script of an index; undefined if people do not romanise its language. */
export type Respell = (
  question: string,
  into: { readonly base: string; readonly index: LanguageIndex },
) => string | undefined;

/** Prepared when it is first needed for an index, which takes some milliseconds. */
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

/** Most words of a passage that are compared, the most frequent first. More would only take time. */
const MOST_WORDS = 60;

/** Most titles and phrasings that are read. More would take seconds, and the frequent words are among these. */
const MOST_UNITS = 5000;

/** One of the two languages. */
interface Side {
  /** Primary subtag. */
  readonly base: string;
  readonly analyzer: Analyzer;
}

/**
 * Passages of the entries in both languages. If there are very many, every second or third entry is taken, and so on.
 */
export function parallelsIn(entries: readonly Entry[], source: Side, target: Side): Parallel[] {
  const both = entries.filter((entry) => textIn(entry, source.base) && textIn(entry, target.base));
  const units = both.reduce((sum, entry) => sum + 1 + (textIn(entry, source.base)?.phrasings.length ?? 0), 0);
  const step = Math.ceil(units / MOST_UNITS);
  return both.filter((_, at) => at % step === 0).flatMap((entry) => parallelsOf(entry, source, target));
}

/**
 * An entry's passages in both languages, as stems: its titles, all its phrasings together, and its answers, sentence by
 * sentence if both have as many, as translators usually keep sentences.
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
