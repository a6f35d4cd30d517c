import { LEAST_EVERYDAY, LEAST_LANGUAGE_KEY, LEAST_ROMANIZED } from '../calibration/reading-policy.ts';
import { baseOf, type InLatin, type LanguageData } from '../text/language.ts';
import { latinKey } from '../text/latin-key.ts';
import { foldMarks } from '../text/normalize.ts';
import { gradual, inParts, type Prepared, remember, type Stepwise } from '../text/remember.ts';
import { letterIn } from '../text/scripts.ts';
import { words as wordsOf } from '../text/tokenize.ts';
import { everydayWords, listsOf } from './likely-languages.ts';

const NUMBER = /^\p{N}+$/u;
/** Most unknown words that are cached for each language, mostly names. */
const MOST_STRANGE = 1000;

/** The language of a text in Latin letters, as far as its words tell. */
export interface Romanized {
  /** The romanised language, if the text is in one. */
  readonly language?: LanguageData;
  /** Whether none of its words points to a language in Latin letters. */
  readonly isStrange: boolean;
}

/**
 * Detects a romanised language: most of the text's words are unknown in every language with Latin letters, and several
 * are known in it. Words that several languages share, such as names, count only as everyday words.
 * @param latin languages written in Latin letters
 * @param samples lines by language tag
 * @returns a function from folded words
 */
export function romanizedFinder(
  languages: readonly LanguageData[],
  latin: readonly LanguageData[],
  samples: ReadonlyMap<string, readonly string[]>,
): Prepared<(words: readonly string[]) => Romanized> {
  const knownTo = latinWords(latin, samples);
  const everyday = everydayWords(latin);
  const readers = languages.flatMap((language) =>
    language.inLatin ? [readerOf(language, language.inLatin, samples.get(language.tag) ?? [])] : [],
  );
  const wordsIn = (words: readonly string[]) => {
    const distinct = [...new Set(words)].filter((word) => !NUMBER.test(word));
    const common = distinct.filter((word) => everyday.has(word));
    // Mostly everyday words: the usual case, for which nothing more must be read.
    return { distinct, common, isUsual: common.length * 3 >= distinct.length * 2 };
  };
  const romanizedIn = (words: readonly string[]): Romanized => {
    const { distinct, common, isUsual } = wordsIn(words);
    if (isUsual) return { isStrange: false };
    const isCommon = common.length > 0;
    const strange = new Set(distinct.filter((word) => knownTo(word) === 0));
    if (strange.size === 0 && isCommon) return { isStrange: false };
    const evidence = distinct.filter((word) => knownTo(word) < 2 || everyday.has(word));
    const ownIn = (reader: Reader) =>
      Math.max(ownWords(evidence, strange, reader), isCommon ? 0 : saidIn(distinct, reader));
    const [best] = readers
      .map((reader) => ({ language: reader.language, own: ownIn(reader) }))
      .sort((a, b) => b.own - a.own);
    return {
      language: best?.own ? best.language : undefined,
      isStrange: !isCommon && strange.size >= LEAST_ROMANIZED && strange.size * 2 > evidence.length,
    };
  };
  return Object.assign(romanizedIn, {
    *steps(words?: readonly string[]) {
      if (words && wordsIn(words).isUsual) return;
      yield* knownTo.steps();
      for (const reader of readers) yield* reader.steps();
    },
  });
}

/** A romanised language, known by its words. */
interface Reader extends Stepwise {
  readonly language: LanguageData;
  readonly isEveryday: (word: string) => boolean;
  /** Whether a word occurs in the language's romanised sample lines. */
  readonly isRead: (word: string) => boolean;
}

/**
 * How many of the words are the language's; 0 if the text is not in it.
 * @param evidence words that count for it or against it
 * @param strange words unknown in all languages with Latin letters
 */
function ownWords(evidence: readonly string[], strange: ReadonlySet<string>, { isEveryday, isRead }: Reader): number {
  const own = evidence.filter((word) => isEveryday(word) || (strange.has(word) && isRead(word)));
  const odd = new Set([...strange, ...own]).size;
  const alone = own.filter((word) => strange.has(word));
  const isTold = alone.some(isEveryday) || alone.length >= LEAST_ROMANIZED;
  return isTold && odd * 2 > evidence.length ? own.length : 0;
}

/**
 * How many of the words are its everyday words; 0 if there are only a few. For texts without everyday words of other
 * languages, which may share these.
 */
function saidIn(words: readonly string[], { isEveryday }: Reader): number {
  const said = words.filter(isEveryday).length;
  return said >= LEAST_EVERYDAY ? said : 0;
}

/** A language's words. The sample lines are read when a text with unknown words first needs them. */
function readerOf(language: LanguageData, inLatin: InLatin, lines: readonly string[]): Reader {
  const keyOf = latinKey(inLatin);
  const keys = gradual(function* (): Generator<undefined, ReadonlySet<string>> {
    const own = new RegExp(`^${letterIn(language.scripts)}`, 'u');
    const words = new Set<string>();
    for (const some of inParts(lines)) {
      for (const word of wordsOf(foldMarks(some.join('\n')))) if (own.test(word)) words.add(word);
      yield;
    }
    return new Set([...words].map(keyOf));
  });
  const isRead = remember((word) => {
    const key = keyOf(word);
    return key.length >= LEAST_LANGUAGE_KEY && keys.get().has(key);
  }, MOST_STRANGE);
  return { language, isEveryday: (word) => Object.hasOwn(inLatin.words, word), isRead, steps: keys.steps };
}

/**
 * In how many languages a folded word occurs, in lines or lists. Counted when a text in Latin letters first needs it.
 */
function latinWords(
  languages: readonly LanguageData[],
  samples: ReadonlyMap<string, readonly string[]>,
): Prepared<(word: string) => number> {
  const counts = gradual(function* (): Generator<undefined, ReadonlyMap<string, number>> {
    const all = new Map<string, number>();
    for (const base of new Set(languages.map(({ tag }) => baseOf(tag)))) {
      const lines = languages
        .filter(({ tag }) => baseOf(tag) === base)
        .flatMap((language) => [
          ...listsOf(language),
          ...(language.frequent ?? []),
          ...(samples.get(language.tag) ?? []),
        ]);
      const own = new Set<string>();
      for (const some of inParts(lines)) {
        for (const word of wordsOf(foldMarks(some.join('\n')))) own.add(word);
        yield;
      }
      for (const word of own) all.set(word, (all.get(word) ?? 0) + 1);
    }
    return all;
  });
  return Object.assign((word: string) => counts.get().get(word) ?? 0, { steps: counts.steps });
}
