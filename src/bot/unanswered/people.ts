import { analyzer } from '../../core/text/analyze.ts';
import type { LanguageData, PlaceData } from '../../core/text/language.ts';
import { normalizer } from '../../core/text/normalize.ts';
import { remember } from '../../core/text/remember.ts';

/** A word that is a name, or may be one. */
export interface NameKind {
  readonly isGiven: boolean;
  /** Something else is called by it as well, such as "green": it is a name only beside another one, or a title. */
  readonly isWord: boolean;
  /** Nothing is written to it, as particles are: a family name may follow. */
  readonly isBare: boolean;
}

/** By which words people are called, and what is said beside a name. */
export interface People {
  readonly kindOf: (word: string) => NameKind | undefined;
  /** Whether it is among the everyday words of the language by which people are called. */
  readonly isNameWord: (word: string) => boolean;
  /** Whether a given name comes right behind this one. */
  readonly isFamily: (word: string) => boolean;
  readonly isGiven: (word: string) => boolean;
  /** Whether each character is one of which given names are made. */
  readonly isMadeOfGiven: (word: string) => boolean;
  /** Whether each character is one by which names of other languages are written. */
  readonly isMadeOfSounds: (word: string) => boolean;
  /** Whether a character by itself is listed as one of which given names are made. */
  readonly isGivenPart: (character: string) => boolean;
  /** Whether it is an everyday word that only looks like a name. */
  readonly isWord: (word: string) => boolean;
  readonly isTitleBefore: (word: string) => boolean;
  readonly isTitleBehind: (word: string) => boolean;
  /** Whether it is a name with one character of a name before it. */
  readonly isCallBehind: (word: string) => boolean;
  /** Whether somebody's address follows it, such as "lives". */
  readonly isDwelling: (word: string) => boolean;
  readonly isStreet: (word: string) => boolean;
  /** Whether a house is counted by it, such as "number". */
  readonly isHouse: (word: string) => boolean;
  /** Whether the number of a house is in it. */
  readonly isNumberedHouse: (word: string) => boolean;
  readonly places: Places;
  /** Reads the lists, some names a step. */
  readonly reading: () => Generator<undefined, void>;
}

/** Whether a word is one of those beside which a person is named, or the end of such a name. */
type Places = Readonly<Record<keyof PlaceData, (word: string) => boolean>>;

/** @param isEveryday takes a word as it is compared @param isNameAbroad whether other languages have it as a name */
export function peopleOf(
  language: LanguageData,
  isEveryday: (word: string) => boolean,
  isNameAbroad: (word: string) => boolean,
): People {
  const [normalize, stem] = [normalizer(language), analyzer(language).stem];
  const {
    before = [],
    after = [],
    titles = [],
    titlesAfter = [],
    callsAfter = [],
    endings = [],
  } = language.people ?? {};
  const { dwellings = [], streets = [], houses = [], places = {} } = language.people ?? {};
  const [fronts, backs] = [before.map(normalize), after.map(normalize)];
  const { given, family, words, reading } = namesOf(language);
  /** The word, and what is left without particles. */
  const formsOf = (word: string): string[] => {
    const whole = normalize(word);
    const parts = [whole, ...whole.split("'")];
    const fronted = parts.flatMap((part) => [part, ...without(part, fronts, (one, front) => one.startsWith(front))]);
    return fronted.flatMap((part) => [part, ...without(part, backs, (one, back) => one.endsWith(back), true)]);
  };
  /** A family name of one syllable and a given name, in one word. */
  const isFullName = (word: string): boolean => family.has(word.slice(0, 1)) && given.has(word.slice(1));
  const charactersOf = (least: number): ((word: string) => boolean) => {
    let characters: ReadonlySet<string> | undefined;
    return (word) => {
      characters ??= new Set([...given].filter(({ length }) => length >= least).join(''));
      return [...normalize(word)].every((one) => characters?.has(one) === true);
    };
  };
  const isAny = (list: readonly string[]): ((word: string) => boolean) => {
    const plain = new Set(list.filter((one) => !one.startsWith('-')).map((one) => stem(normalize(one))));
    const ends = list.filter((one) => one.startsWith('-')).map((one) => normalize(one.slice(1)));
    return (word) =>
      formsOf(word).some((form) => plain.has(stem(form)) || ends.some((end) => form !== end && form.endsWith(end)));
  };
  /** Unlike a name, such a word has no particles. */
  const isOneOf = (list: readonly string[] = []): ((word: string) => boolean) => {
    const plain = new Set(list.filter((one) => !one.startsWith('-')).map(normalize));
    const ends = list.filter((one) => one.startsWith('-')).map((one) => normalize(one.slice(1)));
    return remember((word) => {
      const form = normalize(word);
      return plain.has(form) || ends.some((end) => form !== end && form.endsWith(end));
    }, 1000);
  };
  const endsAsName = isAny(endings);
  const nameWords = new Set((language.nameWords ?? []).map(normalize));
  return {
    isNameWord: (word) => formsOf(word).some((form) => nameWords.has(form)),
    kindOf: (word) => {
      const forms = formsOf(word);
      const [whole = ''] = forms;
      const isOther = words.has(whole) || isEveryday(whole);
      const found = forms.find((form) => isLong(form) && (given.has(form) || family.has(form) || isFullName(form)));
      if (found !== undefined)
        return {
          isGiven: given.has(found),
          isWord: isOther || words.has(found) || (found !== whole && isEveryday(found)),
          isBare: whole.endsWith(found),
        };
      if (isOther) return undefined;
      if (isNameAbroad(whole)) return { isGiven: true, isWord: false, isBare: true };
      return endsAsName(word) ? { isGiven: false, isWord: false, isBare: true } : undefined;
    },
    isFamily: (word) => family.has(normalize(word)),
    isGiven: (word) => given.has(normalize(word)),
    isMadeOfGiven: charactersOf(1),
    isMadeOfSounds: charactersOf(LEAST_SOUNDS),
    isGivenPart: (character) => given.has(character),
    isWord: (word) => words.has(normalize(word)),
    isTitleBefore: isAny(titles),
    isTitleBehind: isAny(titlesAfter),
    isCallBehind: isAny(callsAfter),
    isDwelling: isAny(dwellings),
    isStreet: isAny(streets),
    isHouse: isAny(houses),
    isNumberedHouse: isAny(houses.filter((one) => one.startsWith('-'))),
    places: {
      after: isOneOf(places.after),
      likelyAfter: isOneOf(places.likelyAfter),
      maybeAfter: isOneOf(places.maybeAfter),
      before: isOneOf(places.before),
      likelyBefore: isOneOf(places.likelyBefore),
      maybeBefore: isOneOf(places.maybeBefore),
      never: isOneOf(places.never),
      and: isOneOf(places.and),
      ends: isOneOf(places.ends),
    },
    reading,
  };
}

interface Names {
  readonly given: Set<string>;
  readonly family: Set<string>;
  readonly words: Set<string>;
  readonly reading: () => Generator<undefined, void>;
}

/** One for each language: they take megabytes. */
const NAMES = new WeakMap<LanguageData, Names>();

function namesOf(language: LanguageData): Names {
  const known = NAMES.get(language) ?? createNames(language);
  NAMES.set(language, known);
  return known;
}

function createNames(language: LanguageData): Names {
  const normalize = normalizer(language);
  const read = { given: new Set<string>(), family: new Set<string>(), words: new Set<string>() };
  const unread = (['given', 'family', 'words'] as const).map((list) => ({
    lines: [...(language.names?.[list] ?? [])],
    into: read[list],
  }));
  function* reading(): Generator<undefined, void> {
    for (const { lines, into } of unread)
      for (let line = lines.pop(); line !== undefined; line = lines.pop()) {
        for (const name of normalize(line).split(' ')) into.add(name);
        yield;
      }
  }
  return { ...read, reading };
}

/** Without spaces a given name of so many characters comes from another language. */
const LEAST_SOUNDS = 3;

/** A syllable is no name by itself, nor a letter. */
const isLong = (word: string): boolean => word.length > 1;

function without(
  word: string,
  affixes: readonly string[],
  has: (word: string, affix: string) => boolean,
  isBack = false,
): string[] {
  return affixes
    .filter((affix) => affix !== '' && word.length > affix.length + 1 && has(word, affix))
    .map((affix) => (isBack ? word.slice(0, -affix.length) : word.slice(affix.length)));
}
