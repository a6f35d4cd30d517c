import { newStemmer } from 'snowball-stemmers';
import { COMMON_WEIGHT } from '../calibration/reading-policy.ts';
import { affixStripper } from './affixes.ts';
import { type Concepts, conceptFinder } from './concepts.ts';
import type { LanguageData } from './language.ts';
import { type CaseKind, nameFinder, rarity } from './name-finder.ts';
import { normalizer } from './normalize.ts';
import { type Asking, askingOf } from './question-form.ts';
import { remember } from './remember.ts';
import { chatTeller, smallTalkParter } from './small-talk.ts';
import { gramSize, gramsOf, isUnspaced, stretches, words as wordsOf } from './tokenize.ts';

/** Features that the phrasing model learns from. */
export interface Features {
  readonly words: readonly string[];
  /** Concepts of the words. */
  readonly concepts: readonly string[];
  /**
   * Neighbouring words; the first and the last have a border as neighbour, for the beginning of a question says much.
   */
  readonly pairs: readonly string[];
  /** Character grams of three sizes, inside words; of text without spaces the smallest. */
  readonly grams: readonly string[];
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
  /** Concepts of `words`, in order; see concepts.ts. */
  readonly concepts: readonly string[];
  /** Those of `words` that are numbers, or names by the way they are written. */
  readonly names: ReadonlySet<string>;
  /** Those of them that are countries, years, versions and the like: each is a case of its own. */
  readonly cases: ReadonlySet<string>;
  /** Those of them with a capital letter inside a sentence. */
  readonly capitalised: ReadonlySet<string>;
  /** Those of `words` that were read as a similar known word, or as entries write them. */
  readonly corrected: ReadonlySet<string>;
  /** Of which grams are taken: words joined by spaces, and each run of text without spaces. */
  readonly stretches: readonly string[];
  /** Made whenever they are asked for: the many strings would be most of what a text takes. */
  readonly features: Features;
}

/** Only the words of a text. */
interface Reading extends Pick<Analysis, 'surface' | 'words' | 'smallTalk' | 'isSmallTalk'> {
  /** Words as written (normalised), with small talk. */
  readonly said: readonly string[];
}

export interface Analyzer {
  readonly language: LanguageData;
  /** Reads the language's synonyms and frequent words, in steps: else the first text waits for it. */
  readonly steps: () => Generator<undefined, void>;
  /** @param reread puts normalised words as entries write them. Default: they stay. */
  readonly analyze: (text: string, reread?: (words: readonly string[]) => readonly string[]) => Analysis;
  /** Only the words of a text, as in `Analysis`: a tenth of the work. */
  readonly read: (text: string) => Reading;
  /** Whether a text asks nothing; see small-talk.ts. */
  readonly asksNothing: (text: string) => boolean;
  readonly stem: (word: string) => string;
  /** Whether a word refers to something said before; takes a stem. */
  readonly isPointing: (word: string) => boolean;
  /** The kind of case that a word may name, such as a country; takes a stem. */
  readonly caseKindOf: (word: string) => CaseKind | undefined;
  /** Whether a word by itself asks for something, such as "who"; takes a stem. */
  readonly isAsking: (word: string) => boolean;
  readonly asking: Asking;
  /**
   * 0 for a stop word, less than 1 for a common word, 1 otherwise; takes a stem, or a concept, which weighs what its
   * words do on average.
   */
  readonly weightOf: (word: string) => number;
  /**
   * How seldom people use a word: 0 for the most frequent one, 1 if it is not among the language's frequent words;
   * takes a stem.
   */
  readonly rarityOf: (word: string) => number;
  /** Concepts of words; takes stems. */
  readonly conceptsOf: (words: readonly string[]) => readonly string[];
  /** Concepts for each word or phrase apart. */
  readonly meantBy: Concepts['apart'];
  /** `rarityOf` for concepts. */
  readonly conceptRarity: (concept: string) => number;
}

/** Texts of which the words are remembered: a question is read for each thing that it is compared with. */
const MOST_TEXTS = 10;

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
  const wordsIn = (list: readonly string[]) => new Set(list.flatMap((entry) => wordsOf(normalize(entry))));
  const snowball = language.stemmer === undefined ? (word: string) => word : stemmer(language.stemmer);
  const pointingWords = wordsIn(language.pointingWords ?? []);
  const pointingStems = new Set([...pointingWords].map((word) => snowball(strip(word))));
  const everyday = once(() => wordsIn([...language.stopWords, ...language.commonWords, ...(language.frequent ?? [])]));
  // A strange word is no form of a pointing one, though its stem is the same: "itly" is a typo, and no "it".
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
        // Lines about other things are not searched by names, and nothing is learned of sentences.
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

/** Makes something when it is first asked for. */
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
): Features {
  // Spaced text: grams inside each word, its borders marked (measured better than grams across words).
  const parts = joined.some(isUnspaced)
    ? joined.flatMap((stretch) => (isUnspaced(stretch) ? [stretch] : stretch.split(' ')))
    : surface;
  return { words, concepts, pairs: pairsOf(words), grams: parts.flatMap(gramsOfWord) };
}

function gramsOfWord(word: string): string[] {
  const size = gramSize(word);
  // A character of text without spaces means something by itself: longer grams only drown it (measured).
  if (isUnspaced(word)) return gramsOf(word, size - 1);
  return [size - 1, size, size + 1].flatMap((n) => gramsOf(` ${word} `, n));
}

function stemmer(name: string): (word: string) => string {
  const algorithm = newStemmer(name);
  return (word) => algorithm.stem(word);
}
