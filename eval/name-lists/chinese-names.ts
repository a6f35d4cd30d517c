/** A word of CC-CEDICT. */
interface Entry {
  readonly simplified: string;
  /** With a capital letter if it is a name. */
  readonly pinyin: string;
}

/** A character in so many names, or more, is one of which names are made. */
const LEAST_NAMES = 40;
const LEAST_FOREIGN_NAMES = 25;
const MOST_OF_A_NAME = 5;
const MOST_OF_A_WORD = 4;

/**
 * Characters of given names, and names of other languages as they sound.
 * @param dictionary of jieba, a line for each word: the word, how often it is written, what it is: "nr" is for people,
 * "nrt" for foreign names. It takes many an everyday word for a name.
 */
export function chineseNames(dictionary: string, families: ReadonlySet<string>, words: ReadonlySet<string>): string[] {
  const lines = dictionary.split('\n').map((line) => line.trim().split(' '));
  const of = (wanted: string): string[] =>
    lines.flatMap(([word = '', , kind]) => (kind === wanted && !words.has(word) ? [word] : []));
  const called = of('nr').filter((name) => families.has(name.slice(0, 1)) && name.length <= 3);
  const foreign = of('nrt').filter((name) => name.length > 1 && name.length <= MOST_OF_A_NAME);
  const given = called.map((name) => name.slice(1));
  const sounds = new Set(oftenIn(foreign, LEAST_FOREIGN_NAMES));
  return [...oftenIn(given, LEAST_NAMES), ...foreign.filter((name) => [...name].every((one) => sounds.has(one)))];
}

/** Everyday words: those that the dictionary does not write as names. */
export const everydayWords = (dictionary: string): Set<string> =>
  new Set(
    (JSON.parse(dictionary) as Entry[]).flatMap(({ simplified, pinyin }) =>
      /^\p{Ll}/u.test(pinyin) ? [simplified] : [],
    ),
  );

/**
 * Everyday words that begin as names do, with a family name or as a nickname, say one character twice, or are written
 * by their sound, as 巧克力 is.
 */
export const wordsLikeNames = (
  words: ReadonlySet<string>,
  families: ReadonlySet<string>,
  nicknames: readonly string[],
  sounds: ReadonlySet<string>,
): string[] =>
  [...words].filter(
    (word) =>
      word.length > 1 &&
      word.length <= MOST_OF_A_WORD &&
      (families.has(word.slice(0, 1)) ||
        nicknames.includes(word.slice(0, 1)) ||
        word[0] === word[1] ||
        (word.length > 2 && [...word].every((one) => sounds.has(one)))),
  );

/** Characters that are in so many of the names. */
function oftenIn(names: readonly string[], least: number): string[] {
  const uses = new Map<string, number>();
  for (const name of names) for (const one of new Set(name)) uses.set(one, (uses.get(one) ?? 0) + 1);
  return [...uses].filter(([, times]) => times >= least).map(([one]) => one);
}
