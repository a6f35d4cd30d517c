import { UNTRAINED_WEIGHTS } from '../calibration/calibrate.ts';
import { openModel } from '../classifier/model.ts';
import { untrainedModel } from '../classifier/untrained.ts';
import type { Entry, EntryText } from '../entry/entry.ts';
import { LiveIndex } from '../index/language-index.ts';
import type { Detection } from '../language/detect.ts';
import { rank } from '../ranking/rank.ts';
import { analyzer as analyzerFor } from '../text/analyze.ts';
import { type Background, everydayWords, NO_BACKGROUND } from '../text/background.ts';
import { baseOf, type LanguageData, languageOf } from '../text/language.ts';
import { writtenLike } from '../text/scripts.ts';
import {
  type Respell,
  respelling,
  type Translate,
  type TranslationOptions,
  translations,
} from '../translation/translations.ts';
import { type Learned, learn, readEntry, textsOf } from './learn.ts';
import type { Searchable } from './search.ts';

/**
 * An index that is searched by itself: the texts that one pack has in one language, so that packs change nothing about
 * each other.
 */
export interface PackIndexName {
  /** Unique, e.g. `en my-club`. */
  readonly key: string;
  /** Primary subtag, e.g. `zh`. */
  readonly base: string;
  readonly pack: string;
}

export interface PackIndex extends Searchable, PackIndexName {
  /** Missing if it serves untrained. */
  readonly learned: Learned | undefined;
}

/**
 * Everything that can be answered, by pack and language. An index is built when it is first asked, unless `warm` was
 * called.
 */
export interface Library {
  readonly indexes: readonly PackIndex[];
  readonly entries: ReadonlyMap<string, Entry>;
  /** Which languages a question may be written in, by their primary subtags; none if nobody can tell. */
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
  /** Data learned earlier from the same texts, by the index's key. Default: nothing. */
  readonly learned?: ((key: string) => Learned | undefined) | undefined;
  /**
   * How a language is served that was not learned when it is first asked: it is learned then, which takes seconds, or
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
    get isLearning() {
      return build().learned === undefined;
    },
  };
}

type Built = Pick<PackIndex, 'index' | 'weights' | 'learned'>;

function buildIndex(
  texts: readonly (readonly EntryText[])[],
  language: LanguageData,
  known: Learned | undefined,
  options: LibraryOptions,
): Built {
  const analyzer = analyzerFor(language);
  const background = options.background.get(language.tag) ?? NO_BACKGROUND;
  const everyday = everydayWords(background, analyzer);
  if (!known && options.unlearned === 'serve') {
    const read = texts.map((own) => readEntry(textsOf(own, language.tag), (text) => analyzer.analyze(text)));
    const predict = untrainedModel(analyzer, background);
    return {
      index: new LiveIndex({ analyzer, predict, everyday }, read),
      weights: UNTRAINED_WEIGHTS,
      learned: undefined,
    };
  }
  const learned = known ?? learn(texts, analyzer, language.tag, background);
  const { entries, search, trained, weights } = learned;
  return {
    index: new LiveIndex({ analyzer, predict: openModel(trained), everyday }, entries, search),
    weights,
    learned,
  };
}
