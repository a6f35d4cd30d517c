import { newStemmer } from 'snowball-stemmers';
import { COMMON_WEIGHT } from '../calibration/policy.ts';
import { affixStripper } from './affixes.ts';
import { conceptFinder } from './concepts.ts';
import type { LanguageData } from './language.ts';
import { type Names, nameFinder } from './name-finder.ts';
import { normalizer } from './normalize.ts';
import { rarity } from './rarity.ts';
import { remember } from './remember.ts';
import { smallTalkParter } from './small-talk.ts';
import { gramSize, gramsOf, isUnspaced, stretches, words as wordsOf } from './tokenize.ts';

/** What the phrasing model learns from. */
export interface Features {
  readonly words: readonly string[];
  /** What the words stand for. */
  readonly concepts: readonly string[];
  /** Neighbouring words; the first and the last have a border as neighbour, for questions begin in telling ways. */
  readonly pairs: readonly string[];
  /** Character grams of three sizes, inside words. */
  readonly grams: readonly string[];
  /**
   * The same word by word, mostly the same list for the same word, so that what is made of one can be kept. Missing
   * where words are written without spaces.
   */
  readonly gramsByWord?: readonly (readonly string[])[] | undefined;
}

/** A text read once, for all stages. */
export interface Analysis {
  /** As it came. */
  readonly text: string;
  /** Words as written (normalised), small talk dropped. */
  readonly surface: readonly string[];
  /** Small talk that was dropped: phrases as written (normalised), in order. */
  readonly smallTalk: readonly string[];
  /** Whether it is nothing but small talk, which stays then. */
  readonly isSmallTalk: boolean;
  /** Stems of `surface`, in order. */
  readonly words: readonly string[];
  /** What `words` stand for, in order; see concepts.ts. */
  readonly concepts: readonly string[];
  /** Those of `words` that are numbers, or names by the way they are written. */
  readonly names: ReadonlySet<string>;
  /** Those of them that are countries, years, versions and the like: each is a case of its own. */
  readonly cases: ReadonlySet<string>;
  /** Those of them with a capital letter inside a sentence. */
  readonly capitalised: ReadonlySet<string>;
  /** Those of `words` that were read as a similar known word. */
  readonly corrected: ReadonlySet<string>;
  /** Of which grams are taken: words joined by spaces, and each run of text without spaces. */
  readonly stretches: readonly string[];
  /** Character grams across words, in order. */
  readonly grams: readonly string[];
  readonly features: Features;
}

export interface Analyzer {
  /** @param correct replaces a word that is probably misspelt; called with normalised words. Default: none. */
  readonly analyze: (text: string, correct?: (word: string) => string) => Analysis;
  /** Only the words of a text, as they stand in `Analysis`: a tenth of the work. */
  readonly read: (text: string) => Pick<Analysis, 'surface' | 'words' | 'smallTalk'>;
  readonly stem: (word: string) => string;
  /**
   * Whether a word (normalised) is read alike whatever stands beside it: it is part of no small talk, and of no phrase
   * that is replaced.
   */
  readonly isReadAlone: (word: string) => boolean;
  /** Whether a word stands for something said before; takes a stem. */
  readonly isPointing: (word: string) => boolean;
  /** Whether a word by itself asks for something, such as "who"; takes a stem. */
  readonly isAsking: (word: string) => boolean;
  /**
   * 0 for a stop word, less than 1 for a common word, 1 otherwise; takes a stem, or a concept, which weighs what its
   * words do on average.
   */
  readonly weightOf: (word: string) => number;
  /**
   * How seldom people use a word: 0 for the most frequent one, 1 where it is not among the language's frequent words;
   * takes a stem.
   */
  readonly rarityOf: (word: string) => number;
  /** What words stand for where nothing else is said; takes stems. */
  readonly conceptsOf: (words: readonly string[]) => readonly string[];
  /** Whether a word may stand for something together with others; takes a stem. */
  readonly isInPhrase: (word: string) => boolean;
  /** The same as `rarityOf` for what words stand for. */
  readonly conceptRarity: (concept: string) => number;
}

const NONE: ReadonlySet<string> = new Set();

/** One for each language: to read its synonyms and its frequent words takes longer than a thousand questions. */
const ANALYZERS = new WeakMap<LanguageData, Analyzer>();

export function analyzer(language: LanguageData): Analyzer {
  const known = ANALYZERS.get(language) ?? createAnalyzer(language);
  ANALYZERS.set(language, known);
  return known;
}

function createAnalyzer(language: LanguageData): Analyzer {
  const normalize = normalizer(language);
  const strip = affixStripper(language, normalize);
  const snowball = language.stemmer === undefined ? (word: string) => word : stemmer(language.stemmer);
  const stem = remember((word) => snowball(strip(word)));
  const wordGrams = remember(gramsOfWord);
  const partSmallTalk = smallTalkParter(language.smallTalk.map((phrase) => wordsOf(normalize(phrase))));
  const weights = new Map<string, number>();
  const weigh = (list: readonly string[], weight: number) => {
    for (const word of list.flatMap((entry) => wordsOf(normalize(entry)))) weights.set(stem(word), weight);
  };
  weigh(language.commonWords, COMMON_WEIGHT);
  weigh(language.stopWords, 0);
  const pointing = new Set((language.pointingWords ?? []).flatMap((word) => wordsOf(normalize(word)).map(stem)));
  const asking = new Set(
    [...(language.questionWords?.first ?? []), ...(language.questionWords?.anywhere ?? [])].flatMap((phrase) =>
      single(wordsOf(normalize(phrase)).map(stem)),
    ),
  );
  const written = (text: string) => partSmallTalk(wordsOf(normalize(text)));
  const rarityOf = rarity(language, (text) => wordsOf(normalize(text)).map(stem));
  const concepts = conceptFinder(language, (text) => wordsOf(normalize(text)).map(stem));
  const weightOfWord = (word: string): number => weights.get(word) ?? 1;
  const weightOf = remember((term) => meanOf(concepts.members(term).map(weightOfWord)) ?? weightOfWord(term));
  const conceptRarity = remember((concept) => meanOf(concepts.members(concept).map(rarityOf)) ?? rarityOf(concept));
  const namesIn = nameFinder(
    language,
    (text) => wordsOf(normalize(text)).map(stem),
    (word) => weightOf(word) === 1,
  );
  const making = { namesIn, wordGrams };
  return {
    analyze: (text, correct) => {
      const { rest: plain, smallTalk, isAll } = written(text);
      const surface = correct ? plain.map((word) => correct(word)) : plain;
      const words = surface.map(stem);
      const corrected = correct ? new Set(words.filter((_, at) => surface[at] !== plain[at])) : NONE;
      const read = concepts.in(words);
      const joined = stretchesOf(surface);
      return new ReadText(
        { text, surface, smallTalk, isSmallTalk: isAll, words, concepts: read, corrected, stretches: joined },
        making,
      );
    },
    read: (text) => {
      const { rest: surface, smallTalk } = written(text);
      return { surface, words: surface.map(stem), smallTalk };
    },
    stem,
    isReadAlone: aloneReader(language, normalize),
    weightOf,
    isPointing: (word) => pointing.has(word),
    isAsking: (word) => asking.has(word),
    rarityOf,
    conceptsOf: concepts.in,
    isInPhrase: concepts.isInPhrase,
    conceptRarity,
  };
}

type Read = Omit<Analysis, 'names' | 'cases' | 'capitalised' | 'grams' | 'features'>;

interface Making {
  readonly namesIn: (text: string, words: readonly string[]) => Names;
  readonly wordGrams: (word: string) => readonly string[];
}

/**
 * A class, for getters and closures of its own would take each text more time and room than its words do. What it has
 * getters for is made when it is asked for: nothing is searched of lines about other things, and nothing is learned of
 * sentences.
 */
class ReadText implements Analysis {
  readonly text: string;
  readonly surface: readonly string[];
  readonly smallTalk: readonly string[];
  readonly isSmallTalk: boolean;
  readonly words: readonly string[];
  readonly concepts: readonly string[];
  readonly corrected: ReadonlySet<string>;
  readonly stretches: readonly string[];
  readonly #making: Making;
  #features: Features | undefined;
  #names: Names | undefined;

  constructor(
    { text, surface, smallTalk, isSmallTalk, words, concepts, corrected, stretches: joined }: Read,
    making: Making,
  ) {
    this.text = text;
    this.surface = surface;
    this.smallTalk = smallTalk;
    this.isSmallTalk = isSmallTalk;
    this.words = words;
    this.concepts = concepts;
    this.corrected = corrected;
    this.stretches = joined;
    this.#making = making;
  }

  get names(): ReadonlySet<string> {
    return this.#named().names;
  }

  get cases(): ReadonlySet<string> {
    return this.#named().cases;
  }

  get capitalised(): ReadonlySet<string> {
    return this.#named().capitalised;
  }

  get grams(): readonly string[] {
    return this.stretches.flatMap((stretch) => gramsOf(stretch, gramSize(stretch)));
  }

  get features(): Features {
    this.#features ??= featuresOf(this.words, this.concepts, this.surface, this.stretches, this.#making.wordGrams);
    return this.#features;
  }

  #named(): Names {
    this.#names ??= this.#making.namesIn(this.text, this.words);
    return this.#names;
  }
}

function aloneReader(
  { smallTalk, replace }: LanguageData,
  normalize: (text: string) => string,
): (word: string) => boolean {
  const said = new Set(smallTalk.flatMap((phrase) => wordsOf(normalize(phrase))));
  const parts = Object.keys(replace).flatMap((key) =>
    /\s/.test(key) ? key.split(/\s+/).filter((part) => part !== '') : [],
  );
  const either = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  const isPart = either === '' ? undefined : new RegExp(`^(?:${either})|(?:${either})$`, 'u');
  return (word) => !said.has(word) && isPart?.test(word) !== true;
}

const single = (words: readonly string[]): readonly string[] => (words.length === 1 ? words : []);

const meanOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, one) => sum + one, 0) / values.length;

function stretchesOf(words: readonly string[]): string[] {
  if (words.some(isUnspaced)) return stretches(rejoin(words));
  return words.length > 0 ? [words.join(' ')] : [];
}

/** Spaces between words, none inside text that is written without. */
function rejoin(words: readonly string[]): string {
  return words.reduce(
    (text, word) => (isUnspaced(text.slice(-1)) && isUnspaced(word) ? text + word : `${text} ${word}`),
    '',
  );
}

function pairsOf(words: readonly string[]): string[] {
  return [...words, ''].map((word, at) => `${words[at - 1] ?? ''} ${word}`);
}

/** @param joined the surface's stretches. */
function featuresOf(
  words: readonly string[],
  concepts: readonly string[],
  surface: readonly string[],
  joined: readonly string[],
  wordGrams: (word: string) => readonly string[],
): Features {
  const isSpaced = !joined.some(isUnspaced);
  // Spaced text: grams inside each word, its borders marked (measured better than grams across words).
  const lists = isSpaced
    ? surface.map(wordGrams)
    : joined.flatMap((stretch) => (isUnspaced(stretch) ? [gramsOfWord(stretch)] : stretch.split(' ').map(wordGrams)));
  const gramsByWord = isSpaced ? lists : undefined;
  return {
    words,
    concepts,
    pairs: pairsOf(words),
    // Put together when they are asked for: a question is looked up word by word.
    get grams() {
      return lists.flat();
    },
    gramsByWord,
  };
}

function gramsOfWord(word: string): string[] {
  const size = gramSize(word);
  const text = isUnspaced(word) ? word : ` ${word} `;
  return [size - 1, size, size + 1].flatMap((n) => gramsOf(text, n));
}

function stemmer(name: string): (word: string) => string {
  const algorithm = newStemmer(name);
  return (word) => algorithm.stem(word);
}
