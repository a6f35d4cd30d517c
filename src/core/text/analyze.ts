import { newStemmer } from 'snowball-stemmers';
import {
  COMMON_WEIGHT,
  LEAST_STEM,
  LEAST_STEM_SYLLABLES,
  LEAST_STEM_WITHOUT_ONE,
  MOST_SUFFIXES,
} from '../calibration/reading-policy.ts';
import { type Concepts, conceptFinder } from './concepts.ts';
import type { LanguageData } from './language.ts';
import { type CaseKind, nameFinder, rarity } from './name-finder.ts';
import { normalizer } from './normalize.ts';
import { type Asking, askingOf } from './question-form.ts';
import { remember } from './remember.ts';
import { chatTeller, smallTalkParter } from './small-talk.ts';
import { gramSize, gramsOf, isUnspaced, stretches, words as wordsOf } from './tokenize.ts';

/** Features of the phrasing model. */
export interface Features {
  readonly words: readonly string[];
  readonly concepts: readonly string[];
  /** Adjacent words. The text's boundaries count as words, as it matters how a question begins. */
  readonly pairs: readonly string[];
  /** Character grams of three sizes inside words; only the smallest size in text without spaces. */
  readonly grams: readonly string[];
}

/** A text that was analysed once for all stages. */
export interface Analysis {
  readonly text: string;
  /** Words as written (normalised), without small talk. */
  readonly surface: readonly string[];
  /** Phrases of small talk that were left out (normalised), in order. */
  readonly smallTalk: readonly string[];
  /** Whether the text is only small talk. Then it is kept in `surface`. */
  readonly isSmallTalk: boolean;
  /** Stems of `surface`, in order. */
  readonly words: readonly string[];
  /** Concepts of `words`, in order; see concepts.ts. */
  readonly concepts: readonly string[];
  /** Words that are numbers, or names by their spelling. */
  readonly names: ReadonlySet<string>;
  /** Names of countries, years, versions and the like, each of which is a case of its own. */
  readonly cases: ReadonlySet<string>;
  /** Names with a capital letter inside a sentence. */
  readonly capitalised: ReadonlySet<string>;
  /** Words that were respelt: corrected, or written as entries write them. */
  readonly corrected: ReadonlySet<string>;
  /** The parts of the text from which grams are made: words joined by spaces, and each run of text without spaces. */
  readonly stretches: readonly string[];
  /** Computed at each access, as the strings would be most of a text's memory. */
  readonly features: Features;
}

/** The words of a text, not analysed any further. */
interface Reading extends Pick<Analysis, 'surface' | 'words' | 'smallTalk' | 'isSmallTalk'> {
  /** All words as written (normalised), with small talk. */
  readonly said: readonly string[];
}

export interface TextReader {
  /** Only the words, as in `Analysis`: a tenth of the work. */
  readonly read: (text: string) => Reading;
}

export interface Analyzer extends TextReader {
  readonly language: LanguageData;
  /** Prepares synonyms and frequent words in steps. Otherwise the first text waits for that. */
  readonly steps: () => Generator<undefined, void>;
  /** @param reread respells normalised words as entries do. Default: words are kept */
  readonly analyze: (text: string, reread?: (words: readonly string[]) => readonly string[]) => Analysis;
  /** Whether a text asks nothing, such as "thanks everyone"; see small-talk.ts. */
  readonly asksNothing: (text: string) => boolean;
  readonly stem: (word: string) => string;
  /** Whether a stem refers to something said before, such as "it". */
  readonly isPointing: (word: string) => boolean;
  /** The kind of case that a stem may name, such as a country; undefined if it names none. */
  readonly caseKindOf: (word: string) => CaseKind | undefined;
  /** Whether a stem asks for something by itself, such as "who". */
  readonly isAsking: (word: string) => boolean;
  readonly asking: Asking;
  /**
   * Weight of a stem: 0 for stop words, less than 1 for common words, else 1. That of a concept is the average of its
   * words.
   */
  readonly weightOf: (word: string) => number;
  /** Rarity of a stem in the language, from 0 for the most frequent word to 1 if it is not in the frequency list. */
  readonly rarityOf: (word: string) => number;
  /** Concepts of stems. */
  readonly conceptsOf: (words: readonly string[]) => readonly string[];
  /** Words and phrases of the stems, each with its concepts. */
  readonly meantBy: Concepts['apart'];
  readonly conceptRarity: (concept: string) => number;
}

/** Most texts whose words are cached, as a question is read again for each comparison. */
const MOST_TEXTS = 10;

/** One for each language, as preparing synonyms and frequent words takes longer than a thousand questions. */
const ANALYZERS = new WeakMap<LanguageData, Analyzer>();

export function analyzer(language: LanguageData): Analyzer {
  const known = ANALYZERS.get(language) ?? createAnalyzer(language);
  ANALYZERS.set(language, known);
  return known;
}

function createAnalyzer(language: LanguageData): Analyzer {
  const normalize = normalizer(language);
  const strip = affixStripper(language, normalize);
  const wordsIn = (list: readonly string[]) => new Set(list.flatMap((entry) => wordsOf(normalize(entry))));
  const snowball = language.stemmer === undefined ? (word: string) => word : stemmer(language.stemmer);
  const pointingWords = wordsIn(language.pointingWords ?? []);
  const pointingStems = new Set([...pointingWords].map((word) => snowball(strip(word))));
  const everyday = once(() => wordsIn([...language.stopWords, ...language.commonWords, ...(language.frequent ?? [])]));
  // Only listed words point to something said before, not others with the same stem: "itly" is a typo, and not "it".
  const stem = remember((word) => {
    const stripped = strip(word);
    const stemmed = snowball(stripped);
    if (stemmed === stripped || !pointingStems.has(stemmed)) return stemmed;
    return [word, stripped].some((form) => pointingWords.has(form) || everyday().has(form)) ? stemmed : stripped;
  });
  const partSmallTalk = smallTalkParter(language.smallTalk.map((phrase) => wordsOf(normalize(phrase))));
  const weights = new Map<string, number>();
  const weigh = (list: readonly string[], weight: number) => {
    for (const word of list.flatMap((entry) => wordsOf(normalize(entry)))) weights.set(stem(word), weight);
  };
  weigh(language.commonWords, COMMON_WEIGHT);
  weigh(language.stopWords, 0);
  const pointing = new Set([...pointingWords].map(stem));
  const questionWords = [...(language.questionWords?.first ?? []), ...(language.questionWords?.anywhere ?? [])].flatMap(
    (phrase) => single(wordsOf(normalize(phrase))).map((word) => ({ word, isBeginning: phrase.endsWith('-') })),
  );
  const asking = new Set(questionWords.map(({ word }) => stem(word)));
  const beginnings = questionWords.filter(({ isBeginning }) => isBeginning).map(({ word }) => word);
  const written = (text: string) => partSmallTalk(wordsOf(normalize(text)));
  const rarityOf = rarity(language, (text) => wordsOf(normalize(text)).map(stem));
  const concepts = conceptFinder(language, (text) => wordsOf(normalize(text)).map(stem));
  const weightOfWord = (word: string): number => weights.get(word) ?? 1;
  const weightOf = remember((term) => meanOf(concepts.members(term).map(weightOfWord)) ?? weightOfWord(term));
  const conceptRarity = remember((concept) => meanOf(concepts.members(concept).map(rarityOf)) ?? rarityOf(concept));
  const { namesIn, kindOf } = nameFinder(
    language,
    (text) => wordsOf(normalize(text)).map(stem),
    (word) => weightOf(word) === 1,
  );
  const read = remember((text): Reading => {
    const said = wordsOf(normalize(text));
    const { rest: surface, smallTalk, isAll } = partSmallTalk(said);
    return { surface, words: surface.map(stem), smallTalk, isSmallTalk: isAll, said };
  }, MOST_TEXTS);
  const classes = once(() => askingOf({ read }, language.askingWords));
  const tellsChat = once(() => chatTeller({ read }, language));
  return {
    language,
    analyze: (text, reread) => {
      const { rest: plain, smallTalk, isAll } = written(text);
      const surface = reread ? reread(plain) : plain;
      const words = surface.map(stem);
      const joined = stretchesOf(surface);
      const meant = concepts.in(words);
      const names = once(() => namesIn(text, words));
      return {
        text,
        surface,
        smallTalk,
        isSmallTalk: isAll,
        words,
        concepts: meant,
        corrected: new Set(surface === plain ? [] : words.filter((_, at) => !plain.includes(surface[at] ?? ''))),
        stretches: joined,
        // Computed when needed: neither background lines nor the sentences of answers need names.
        get names() {
          return names().names;
        },
        get cases() {
          return names().cases;
        },
        get capitalised() {
          return names().capitalised;
        },
        get features() {
          return featuresOf(words, meant, surface, joined);
        },
      };
    },
    read,
    asksNothing: (text) => tellsChat()(text),
    stem,
    weightOf,
    caseKindOf: kindOf,
    isPointing: (word) => pointing.has(word),
    isAsking: (word) => asking.has(word) || beginnings.some((beginning) => word.startsWith(beginning)),
    get asking() {
      return classes();
    },
    rarityOf,
    *steps() {
      yield* concepts.steps();
      yield* rarityOf.steps();
    },
    conceptsOf: concepts.in,
    meantBy: concepts.apart,
    conceptRarity,
  };
}

/** A function that computes its value at the first call. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const single = (words: readonly string[]): readonly string[] => (words.length === 1 ? words : []);

const meanOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, one) => sum + one, 0) / values.length;

function stretchesOf(words: readonly string[]): string[] {
  if (words.some(isUnspaced)) return stretches(rejoin(words));
  return words.length > 0 ? [words.join(' ')] : [];
}

/** Joins words by spaces; inside text that is written without spaces, by nothing. */
function rejoin(words: readonly string[]): string {
  return words.reduce(
    (text, word) => (isUnspaced(text.slice(-1)) && isUnspaced(word) ? text + word : `${text} ${word}`),
    '',
  );
}

function pairsOf(words: readonly string[]): string[] {
  return [...words, ''].map((word, at) => `${words[at - 1] ?? ''} ${word}`);
}

/** @param joined stretches of the text */
function featuresOf(
  words: readonly string[],
  concepts: readonly string[],
  surface: readonly string[],
  joined: readonly string[],
): Features {
  // In spaced text, grams are made of single words with their boundaries marked: measured, that is better than grams
  // across words.
  const parts = joined.some(isUnspaced)
    ? joined.flatMap((stretch) => (isUnspaced(stretch) ? [stretch] : stretch.split(' ')))
    : surface;
  return { words, concepts, pairs: pairsOf(words), grams: parts.flatMap(gramsOfWord) };
}

function gramsOfWord(word: string): string[] {
  const size = gramSize(word);
  // A character of text without spaces has a meaning of its own, which longer grams would only hide (measured).
  if (isUnspaced(word)) return gramsOf(word, size - 1);
  return [size - 1, size, size + 1].flatMap((n) => gramsOf(` ${word} `, n));
}

function stemmer(name: string): (word: string) => string {
  const algorithm = newStemmer(name);
  return (word) => algorithm.stem(word);
}

/**
 * Makes stems by removing the prefixes and suffixes of `language.json`, for languages without a good Snowball stemmer.
 * @returns a function from a normalised word to its stem. It removes the longest prefix once, and the longest suffix up
 * to twice.
 */
export function affixStripper(
  { prefixes = [], suffixes = [] }: Pick<LanguageData, 'prefixes' | 'suffixes'>,
  normalize: (affix: string) => string,
): (word: string) => string {
  const front = longestFirst(prefixes.map(normalize));
  const back = longestFirst(suffixes.map(normalize));
  return (word) => {
    const least = (affix: string) =>
      gramSize(word) <= 2 ? LEAST_STEM_SYLLABLES : affix.length === 1 ? LEAST_STEM_WITHOUT_ONE : LEAST_STEM;
    const fits = (affix: string, rest: string) => rest.length - affix.length >= least(affix);
    const prefix = front.find((affix) => fits(affix, word) && word.startsWith(affix)) ?? '';
    let stem = word.slice(prefix.length);
    for (let turn = 0; turn < MOST_SUFFIXES; turn++) {
      const suffix = back.find((affix) => fits(affix, stem) && stem.endsWith(affix)) ?? '';
      stem = stem.slice(0, stem.length - suffix.length);
    }
    return stem;
  };
}

const longestFirst = (affixes: readonly string[]): string[] =>
  [...new Set(affixes)].filter((affix) => affix !== '').sort((a, b) => b.length - a.length);
