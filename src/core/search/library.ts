import { type IndexWeights, UNTRAINED_WEIGHTS } from '../calibration/calibrate.ts';
import { openModel } from '../classifier/model.ts';
import { readChatter } from '../classifier/train.ts';
import { otherLines, untrainedModel } from '../classifier/untrained.ts';
import type { Entry, EntryText } from '../entry/entry.ts';
import type { ReadEntry } from '../index/entry-search.ts';
import { LiveIndex } from '../index/language-index.ts';
import type { Detection } from '../language/detect.ts';
import { rank } from '../ranking/rank.ts';
import { type Analyzer, analyzer as analyzerFor } from '../text/analyze.ts';
import { type Background, everydaySteps, everydayWords, NO_BACKGROUND } from '../text/background.ts';
import { baseOf, type LanguageData, type LanguageTag, languageOf } from '../text/language.ts';
import { gradual } from '../text/remember.ts';
import { writtenLike } from '../text/scripts.ts';
import {
  type Respell,
  respelling,
  type Translate,
  type TranslationOptions,
  translations,
} from '../translation/translations.ts';
import { routeLanguages, translatedFrom } from './engine.ts';
import { type Learned, learn, readEntry, textsOf } from './learn.ts';
import type { Searchable } from './search.ts';

/**
 * An index that is searched by itself: the texts of one pack in one language, so that packs do not influence each
 * other.
 */
export interface PackIndexName {
  /** Unique, such as `en my-club`. */
  readonly key: string;
  /** Primary subtag, such as `zh`. */
  readonly base: string;
  readonly pack: string;
}

export interface PackIndex extends Searchable, PackIndexName {
  /** False if it answers without training. */
  readonly isLearned: boolean;
  /** Whether it was searched before, or is being built. */
  readonly isWanted: boolean;
  /**
   * Builds the index in steps of some milliseconds. If a search needs it meanwhile, it does the remaining steps at
   * once.
   */
  readonly steps: () => Generator<undefined, void>;
}

/** Everything that can be answered, by pack and language. Indexes are built when first searched. */
export interface Library {
  readonly indexes: readonly PackIndex[];
  readonly entries: ReadonlyMap<string, Entry>;
  /** Primary subtags of the languages that a question may be in; undefined if nothing tells. */
  readonly spoken: (question: string) => ReadonlySet<string> | undefined;
  /**
   * Languages of texts without a description in `locales/`. Only the script tells that a question may be in one of
   * them.
   */
  readonly undescribed: ReadonlySet<string>;
  readonly translate: Translate;
  /** Puts a romanised question into an index's script; undefined for any other question. */
  readonly respell: Respell;
}

export interface LibraryOptions extends TranslationOptions {
  readonly background: ReadonlyMap<string, Background>;
  /** An index of the same texts that is there already, by key. Default: none. */
  readonly built?: (key: string) => PackIndex | undefined;
  /** Data that was learned before from the same texts. Default: none. */
  readonly learned?: LearnedEarlier | ReadonlyMap<string, Learned>;
  /** Weights to begin with when an index is learned; see `calibrate`. Default: none. */
  readonly weights?: (name: PackIndexName) => IndexWeights | undefined;
  /**
   * Whether an index about which nothing was learned is trained when it is first searched, which takes seconds, or
   * answers without training. Default: learn.
   */
  readonly unlearned?: 'learn' | 'serve';
  /**
   * Called when an index is first searched or built.
   * @param isLearned whether it is trained
   * @param learned what was learned just now, if anything. Default: nothing is called
   */
  readonly onBuild?: (name: PackIndexName, isLearned: boolean, learned?: Learned) => void;
  /** Detects the languages that a question may be in. Default: any language. */
  readonly detect?: (text: string) => Detection;
}

/** Data that was learned earlier, by the key of its index. */
export interface LearnedEarlier {
  readonly has: (key: string) => boolean;
  /** Undefined if there is nothing, or not all of it. */
  readonly get: (key: string) => Learned | undefined;
}

const REHEARSED = 40;

const LATIN_LETTER = /\p{Script=Latin}/u;

export function buildLibrary(entries: readonly Entry[], options: LibraryOptions): Library {
  const indexes = indexNamesOf(entries).map((name) => options.built?.(name.key) ?? lazyIndex(name, entries, options));
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
  };
}

/** Builds every index that is not there yet, and warms up its code by some searches. */
export function warm({ indexes, entries }: Library): void {
  for (const index of indexes) rehearse(index, [...entries.values()]);
}

/**
 * Builds, in steps, the indexes that a question needs, including those for which it is translated, as the asker's
 * language lacks some entries.
 */
export function* prepareIndexes(library: Library, question: string, language: LanguageTag): Generator<undefined, void> {
  const home = baseOf(language);
  const reach = routeLanguages(library, question, home);
  for (const index of library.indexes) {
    const from = translatedFrom(index, library.entries, reach, home);
    if (reach.isPlain(index.base) || from !== undefined) yield* index.steps();
    if (from !== undefined) yield* library.translate.steps(from, index);
  }
}

/** Languages with texts but without a description, each with a test for its script. */
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

export function indexNamesOf(entries: readonly Entry[]): PackIndexName[] {
  const names = entries.flatMap(({ texts, pack }) =>
    [...texts.keys()].map((tag): PackIndexName => ({ key: `${baseOf(tag)} ${pack}`, base: baseOf(tag), pack })),
  );
  return [...new Map(names.map((name) => [name.key, name])).values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The texts of an index, by entry; entries without any are left out. */
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

/** Searches an index for some of its own titles, so that the code is compiled before the first member asks. */
function rehearse(name: PackIndex, entries: readonly Entry[]): void {
  const titles = textsIn(name, entries).flatMap(({ texts }) => texts.map(({ title }) => title));
  for (const title of titles.slice(0, REHEARSED)) rank(name.index.match(title), name.index);
}

function lazyIndex(name: PackIndexName, entries: readonly Entry[], options: LibraryOptions): PackIndex {
  const language = languageOf(name.base, options.languages);
  const present = textsIn(name, entries);
  let isLearned = options.unlearned !== 'serve' || (options.learned?.has(name.key) ?? false);
  const onBuild: LibraryOptions['onBuild'] = (own, ...told) => {
    [isLearned] = told;
    options.onBuild?.(own, ...told);
  };
  const built = gradual(() => buildIndex(name, present, language, { ...options, onBuild }));
  return {
    ...name,
    language: language.tag,
    ids: present.map(({ id }) => id),
    steps: built.steps,
    get isLearned() {
      return isLearned;
    },
    get isLearning() {
      return !isLearned;
    },
    get isWanted() {
      return built.isBegun();
    },
    get index() {
      return built.get().index;
    },
    get weights() {
      return built.get().weights;
    },
  };
}

type Built = Pick<PackIndex, 'index' | 'weights'>;

function* buildIndex(
  name: PackIndexName,
  present: ReturnType<typeof textsIn>,
  language: LanguageData,
  { background: backgrounds, learned: earlier, weights: fitted, unlearned, onBuild }: LibraryOptions,
): Generator<undefined, Built> {
  const analyzer = analyzerFor(language);
  const background = backgrounds.get(language.tag) ?? NO_BACKGROUND;
  const known = earlier?.get(name.key);
  yield* analyzer.steps();
  yield* everydaySteps(background, analyzer);
  const everyday = everydayWords(background, analyzer);
  if (!known && unlearned === 'serve') {
    onBuild?.(name, false);
    yield* otherLines(background, analyzer).steps();
    const predict = untrainedModel(analyzer, background);
    const index = yield* LiveIndex.steps({ analyzer, predict, everyday }, readEach(present, analyzer, language.tag));
    return { index, weights: UNTRAINED_WEIGHTS };
  }
  const learned = known ?? learnIndex(present, { language, background, weights: fitted?.(name) });
  onBuild?.(name, true, known ? undefined : learned);
  const { entries, search, trained, weights } = learned;
  const predict = openModel(trained);
  yield;
  const index = yield* LiveIndex.steps({ analyzer, predict, everyday }, entries, search);
  return { index, weights };
}

function* readEach(present: ReturnType<typeof textsIn>, { analyze }: Analyzer, tag: string): Generator<ReadEntry> {
  for (const { texts } of present) yield readEntry(textsOf(texts, tag), (text) => analyze(text));
}

interface LessonOptions {
  readonly language: LanguageData;
  readonly background: Background;
  /** See `calibrate`. Default: weights are fitted. */
  readonly weights?: IndexWeights;
}

/** Does the part of learning that depends on the language only: reads its tables and background lines. */
export const prepareLearning = ({ language, background }: LessonOptions): void => {
  const analyzer = analyzerFor(language);
  for (const _ of analyzer.steps());
  readChatter(analyzer, background);
};

/** Trains an index, which takes seconds. */
export const learnIndex = (
  present: ReturnType<typeof textsIn>,
  { language, background, weights }: LessonOptions,
): Learned =>
  learn(
    present.map(({ texts }) => texts),
    analyzerFor(language),
    language.tag,
    background,
    weights,
  );
