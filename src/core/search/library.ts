import type { FeatureSpace } from '../classifier/feature-space.ts';
import { openModel } from '../classifier/model.ts';
import type { Entry, EntryText } from '../entry/entry.ts';
import { openLanguageIndex } from '../index/language-index.ts';
import { splitLines } from '../index/line-numbers.ts';
import type { Detection } from '../language/detect.ts';
import { rank } from '../ranking/rank.ts';
import { analyzer as analyzerFor } from '../text/analyze.ts';
import { type Background, NO_BACKGROUND } from '../text/background.ts';
import { baseOf, type LanguageData, languageOf } from '../text/language.ts';
import { writtenLike } from '../text/scripts.ts';
import {
  type Respell,
  respelling,
  type Translate,
  type TranslationOptions,
  translations,
} from '../translation/translations.ts';
import { type Learned, learn, textsOf } from './learn.ts';
import { createReader, readWith } from './reader.ts';
import type { Searchable } from './search.ts';
import { untrainedIndex } from './untrained.ts';

/**
 * What is searched by itself: the texts that one pack has in one language, so that packs change nothing about each
 * other.
 */
export interface PackIndexName {
  /** Unique, e.g. `en my-club`. */
  readonly key: string;
  /** Primary subtag, e.g. `zh`. */
  readonly base: string;
  readonly pack: string;
}

export interface PackIndex extends Searchable, PackIndexName {
  /** Missing where it serves untrained. */
  readonly learned: Learned | undefined;
  /** What tells ordinary words of the language; missing where nothing was learned of entries. */
  readonly space: FeatureSpace | undefined;
}

/**
 * Everything that can be answered, by pack and language. An index is built when it is first asked, unless `warm` was
 * called.
 */
export interface Library {
  readonly indexes: readonly PackIndex[];
  readonly entries: ReadonlyMap<string, Entry>;
  /** Which languages a question may be written in, by their primary subtags; none where nobody can tell. */
  readonly spoken: (question: string) => ReadonlySet<string> | undefined;
  /** Languages of texts that nobody has described: only their letters tell that a question may be in one of them. */
  readonly undescribed: ReadonlySet<string>;
  readonly translate: Translate;
  /** A question that is in an index's language but in Latin letters, in the index's words; undefined for any other. */
  readonly respell: Respell;
  /** Builds every index that is not built yet and rehearses it. @param onProgress is told how many are. */
  readonly warm: (onProgress?: (done: number, total: number) => void) => void;
}

export interface LibraryOptions extends TranslationOptions {
  readonly background: ReadonlyMap<string, Background>;
  /** What was learned earlier from the same texts, by the index's key. Default: nothing. */
  readonly learned?: ((key: string) => Learned | undefined) | undefined;
  /**
   * What becomes of a language that was not learned when it is first asked: it is learned then, which takes seconds, or
   * it serves untrained. Default: learn.
   */
  readonly unlearned?: 'learn' | 'serve' | undefined;
  /** Which languages a question may be written in. Default: any. */
  readonly detect?: ((text: string) => Detection) | undefined;
}

const REHEARSED = 40;

const LATIN_LETTER = /\p{Script=Latin}/u;

export function buildLibrary(entries: readonly Entry[], options: LibraryOptions): Library {
  const indexes = indexNamesOf(entries).map((name) => lazyIndex(name, entries, options));
  const warm: Library['warm'] = (onProgress) => {
    for (const [done, index] of indexes.entries()) {
      onProgress?.(done, indexes.length);
      rehearse(index, entries);
    }
    onProgress?.(indexes.length, indexes.length);
  };
  const undescribed = undescribedIn(entries, options);
  const mayBe = (question: string) =>
    [...undescribed].flatMap(([base, isWrittenSo]) => (isWrittenSo(question) ? [base] : []));
  const spoken: Library['spoken'] = (question) =>
    options.detect && new Set([...options.detect(question).languages.map(baseOf), ...mayBe(question)]);
  const inOwnLetters = respelling(options.languages);
  const typedInLatin = new Set(basesOf(entries).filter((base) => languageOf(base, options.languages).inLatin));
  const respell: Respell = (question, into) => {
    if (!typedInLatin.has(into.base) || !LATIN_LETTER.test(question)) return undefined;
    const detection = options.detect?.(question);
    return detection?.isRomanized && detection.languages.map(baseOf).includes(into.base)
      ? inOwnLetters(question, into)
      : undefined;
  };
  return {
    indexes,
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    spoken,
    undescribed: new Set(undescribed.keys()),
    translate: translations(entries, options),
    respell,
    warm,
  };
}

/** Languages that have texts and no description, and what tells their letters. */
function undescribedIn(
  entries: readonly Entry[],
  { languages }: LibraryOptions,
): Map<string, (text: string) => boolean> {
  const described = new Set([...languages.keys()].map(baseOf));
  return new Map(
    basesOf(entries)
      .filter((base) => !described.has(base))
      .map((base) => [base, writtenLike(base)]),
  );
}

/** One for each language of each pack. */
export function indexNamesOf(entries: readonly Entry[]): PackIndexName[] {
  const names = entries.flatMap(({ texts, pack }) =>
    [...texts.keys()].map((tag): PackIndexName => ({ key: `${baseOf(tag)} ${pack}`, base: baseOf(tag), pack })),
  );
  return [...new Map(names.map((name) => [name.key, name])).values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Texts of an index's entries; entries that have none are left out. */
export const textsIn = (
  { base, pack }: Pick<PackIndexName, 'base' | 'pack'>,
  entries: readonly Entry[],
): { readonly id: string; readonly texts: readonly EntryText[] }[] =>
  entries.flatMap((entry) => {
    const texts =
      entry.pack === pack ? [...entry.texts.values()].filter(({ language }) => baseOf(language) === base) : [];
    return texts.length > 0 ? [{ id: entry.id, texts }] : [];
  });

const basesOf = (entries: readonly Entry[]): string[] =>
  [...new Set(entries.flatMap((entry) => [...entry.texts.keys()].map(baseOf)))].sort();

/** Asks an index some of its own questions: what has run a few times runs fast, and nobody waits for the first. */
function rehearse(name: PackIndex, entries: readonly Entry[]): void {
  const titles = textsIn(name, entries).flatMap(({ texts }) => texts.map(({ title }) => title));
  for (const title of titles.slice(0, REHEARSED)) rank(name.index.match(title), name.index);
}

function lazyIndex(name: PackIndexName, entries: readonly Entry[], options: LibraryOptions): PackIndex {
  const language = languageOf(name.base, options.languages);
  const present = textsIn(name, entries);
  let built: Built | undefined;
  const build = () => {
    built ??= buildIndex(
      present.map(({ texts }) => texts),
      language,
      options.learned?.(name.key),
      options,
    );
    return built;
  };
  return {
    ...name,
    language: language.tag,
    ids: present.map(({ id }) => id),
    get index() {
      return build().index;
    },
    get weights() {
      return build().weights;
    },
    get learned() {
      return build().learned;
    },
    get space() {
      return build().space;
    },
  };
}

type Built = Pick<PackIndex, 'index' | 'weights' | 'learned' | 'space'>;

function buildIndex(
  texts: readonly (readonly EntryText[])[],
  language: LanguageData,
  known: Learned | undefined,
  options: LibraryOptions,
): Built {
  const analyzer = analyzerFor(language);
  const background = options.background.get(language.tag) ?? NO_BACKGROUND;
  if (!known && options.unlearned === 'serve') {
    const reader = createReader(analyzer);
    const read = texts.map((own) => readWith(reader, textsOf(own, language.tag)));
    const { index, weights } = untrainedIndex(read, reader, background);
    return { index, weights, learned: undefined, space: undefined };
  }
  const learned = known ?? learn(texts, analyzer, language.tag, background);
  const { ask, space } = openModel(learned.trained);
  return {
    index: openLanguageIndex(learned.index, analyzer, ask, new Set(splitLines(learned.index.everyday))),
    weights: learned.weights,
    learned,
    space,
  };
}
