import { analyzer } from '../../core/text/analyze.ts';
import { baseOf, type LanguageData, languageOf } from '../../core/text/language.ts';
import { foldMarks } from '../../core/text/normalize.ts';
import { remember } from '../../core/text/remember.ts';
import type { Shared } from '../ports/knowledge.ts';
import { type People, peopleOf } from './people.ts';

/** Tells words that everybody says from those that may be a name. */
export interface OrdinaryWords {
  /**
   * The pack has it, or it is among the everyday words that a language lists. @param isBehindGap whether the word
   * before it is none
   */
  readonly isOrdinary: (word: string, isBehindGap: boolean) => boolean;
  /** The pack has it, and nobody is called by it: also with a capital letter it is nobody's name. */
  readonly isInPack: (word: string) => boolean;
  /** Whether people are called by it, too. */
  readonly isNameToo: (word: string) => boolean;
  /** Whether numbers are made of it. */
  readonly isOfNumber: (word: string) => boolean;
  /** Whether no sentence does without it. */
  readonly isNeeded: (word: string) => boolean;
  /** Whether it is among the words that the language's speakers use most. */
  readonly isFrequent: (word: string) => boolean;
  /** Words of the same stem are the same. */
  readonly stemOf: (word: string) => string;
  readonly people: People;
  /** Whether it says what a question is about. */
  readonly hasWeight: (word: string) => boolean;
  /**
   * Reads the language's lists, a word or a line a step; undefined once they are read. A caller that does not take the
   * steps waits for all of them at once.
   */
  readonly steps: () => Iterator<unknown, void> | undefined;
}

/**
 * Whether the knowledge that everybody sees has a word. @param stem by the rules of its language @param base primary
 * subtag
 */
export type IsPublic = (stem: string, base: string) => boolean;

/** The words of the packs that everybody is answered from, as they are now. */
export const isInPacks =
  (shared: () => Shared): IsPublic =>
  (stem, base) =>
    shared().library.indexes.some((one) => one.base === base && one.index.knows(stem));

/**
 * @returns a function from a language to its ordinary words; of a language that nobody has described only the pack's
 * are known
 */
export function ordinaryWords(
  languages: ReadonlyMap<string, LanguageData>,
  isPublicIn: IsPublic,
): (language: string) => OrdinaryWords {
  const abroad = (): ReadonlySet<string> => givenNames(languages);
  const ofBase = remember((base: string) =>
    ordinaryIn(languageOf(base, languages), (stem) => isPublicIn(stem, base), abroad),
  );
  return (language) => ofBase(baseOf(language));
}

/** Read once for all that is asked in them. */
const GIVEN_NAMES = new WeakMap<ReadonlyMap<string, LanguageData>, ReadonlySet<string>>();

/** Given names of all languages that are no everyday words there. */
function givenNames(languages: ReadonlyMap<string, LanguageData>): ReadonlySet<string> {
  const namesOf = (lines: readonly string[] = []): string[] => lines.flatMap((line) => foldMarks(line).split(' '));
  const read = (): ReadonlySet<string> =>
    new Set(
      [...languages.values()].flatMap(({ names }) => {
        const words = new Set(namesOf(names?.words));
        return namesOf(names?.given).filter((name) => name.length > 1 && !words.has(name));
      }),
    );
  const known = GIVEN_NAMES.get(languages) ?? read();
  GIVEN_NAMES.set(languages, known);
  return known;
}

const LATIN = /^\p{Script=Latin}/u;

function ordinaryIn(
  language: LanguageData,
  isPublic: (stem: string) => boolean,
  abroad: () => ReadonlySet<string>,
): OrdinaryWords {
  const { read, weightOf } = analyzer(language);
  const stemsOf = (word: string): readonly string[] => read(word).words;
  // People's names are no part of these lists, which somebody has written; lists of frequent words are full of them.
  const {
    stopWords,
    commonWords,
    pointingWords = [],
    smallTalk,
    synonyms = [],
    kin = [],
    nameWords = [],
    numberWords = [],
  } = language;
  const unread = [
    ...stopWords,
    ...commonWords,
    ...pointingWords,
    ...smallTalk,
    ...synonyms.flat(),
    ...kin.flatMap(({ drawer, things }) => [...drawer, ...things.flat()]),
  ];
  let areRead = false;
  const isForeign = (word: string): boolean =>
    language.scripts.length > 0 && !language.scripts.includes('Latn') && LATIN.test(word);
  const frequent = remember(() => new Set(language.frequent?.map(foldMarks)));
  const people = peopleOf(
    language,
    (word) => listed().surfaces.has(word),
    // Among the frequent words of a language, those in Latin letters are names, if it has other letters.
    (word) => abroad().has(word) && (isForeign(word) || !frequent('').has(word)) && !isPublic(stemOf(word)),
  );
  const lists: Lists = { words: new Set(), surfaces: new Set() };
  function* reading(): Generator<undefined, void> {
    for (let text = unread.pop(); text !== undefined; text = unread.pop()) {
      const { words, surface } = read(text);
      for (const word of words) lists.words.add(word);
      for (const word of surface) lists.surfaces.add(word);
      yield;
    }
    yield* people.reading();
    areRead = true;
  }
  const listed = (): Lists => {
    for (const _ of reading());
    return lists;
  };
  // If words are stripped at both ends, the second part of a name is easily taken for an everyday word.
  const isStrict = language.prefixes !== undefined;
  const stemOf = (word: string): string => stemsOf(word).join(' ');
  const stemsOfNames = remember(() => new Set(nameWords.map(stemOf)));
  const [needed, numbers] = [new Set([...stopWords, ...commonWords]), new Set(numberWords)];
  return {
    isNameToo: people.isNameWord,
    people,
    stemOf,
    isNeeded: (word) => needed.has(word),
    isFrequent: (word) => frequent('').has(foldMarks(word)),
    isOfNumber: (word) =>
      numbers.has(word) ||
      (language.prefixes ?? []).some((prefix) => word.startsWith(prefix) && numbers.has(word.slice(prefix.length))),
    isOrdinary: (word, isBehindGap) => {
      const { words, surface } = read(word);
      const { words: stems, surfaces } = listed();
      // Without "will" and "may" nothing could be read; a capital letter tells them. A family name of one character is
      // told by what follows it.
      if (word.length > 1 && people.isNameWord(word) && !needed.has(word)) return false;
      return words.every(
        (stem, at) => isPublic(stem) || (isBehindGap && isStrict ? surfaces.has(surface[at] ?? '') : stems.has(stem)),
      );
    },
    // With a capital letter a name is one in every case: "Вера", "Веры".
    isInPack: (word) => !stemsOfNames('').has(stemOf(word)) && stemsOf(word).every(isPublic),
    hasWeight: (word) => stemsOf(word).some((stem) => weightOf(stem) > 0),
    steps: () => (areRead ? undefined : reading()),
  };
}

interface Lists {
  readonly words: Set<string>;
  /** As written. */
  readonly surfaces: Set<string>;
}
