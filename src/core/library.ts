import { type Analyzer, analyzer as analyzerFor } from './analyze.ts';
import { type Background, NO_BACKGROUND } from './background.ts';
import { plainText } from './blocks.ts';
import { calibrate } from './calibrate.ts';
import type { Entry, EntryText } from './entry.ts';
import { baseOf, type LanguageData, plainLanguage } from './language.ts';
import type { Weights } from './logistic.ts';
import { buildShelf, type ReadEntry, type Shelf } from './shelf.ts';
import { sentencesOf } from './tokenize.ts';

export interface LanguageShelf {
  /** Primary subtag, e.g. `zh`. */
  readonly base: string;
  /** The language whose rules it is read by. */
  readonly language: string;
  readonly shelf: Shelf;
  /** Ids of the entries, in the shelf's order. */
  readonly ids: readonly string[];
  /** Of the confidence. */
  readonly weights: Weights;
}

/** Everything that can be answered, by language. */
export interface Library {
  readonly shelves: readonly LanguageShelf[];
  readonly entries: ReadonlyMap<string, Entry>;
}

export interface LibraryOptions {
  readonly languages: ReadonlyMap<string, LanguageData>;
  readonly background: ReadonlyMap<string, Background>;
  /** Weights fitted earlier on the same texts, by shelf; what is missing is fitted. */
  readonly weights?: ReadonlyMap<string, Weights> | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export function buildLibrary(entries: readonly Entry[], options: LibraryOptions): Library {
  const bases = [...new Set(entries.flatMap((entry) => [...entry.texts.keys()].map(baseOf)))].sort();
  const shelves = bases.map((base, at) => {
    options.onProgress?.(at, bases.length);
    return shelveLanguage(base, entries, options);
  });
  options.onProgress?.(bases.length, bases.length);
  return { shelves, entries: new Map(entries.map((entry) => [entry.id, entry])) };
}

function shelveLanguage(base: string, entries: readonly Entry[], options: LibraryOptions): LanguageShelf {
  const own = [...options.languages.values()].filter((language) => baseOf(language.tag) === base);
  const language = own.find((one) => one.writtenFrom === undefined) ?? plainLanguage(base);
  const background = options.background.get(language.tag) ?? NO_BACKGROUND;
  const analyzer = analyzerFor(language);
  const present = entries.map((entry) => ({ id: entry.id, texts: [...entry.texts.values()].filter((text) => baseOf(text.language) === base) })).filter(({ texts }) => texts.length > 0);
  const read = present.map(({ texts }) => readTexts(texts, analyzer, language.tag));
  const weights = options.weights?.get(base) ?? calibrate(read, analyzer, background);
  return { base, language: language.tag, shelf: buildShelf(read, analyzer, background), ids: present.map(({ id }) => id), weights };
}

/** Scripts of one language are read together: the second one's title is one more phrasing. */
function readTexts(texts: readonly EntryText[], analyzer: Analyzer, tag: string): ReadEntry {
  const [title = '', ...others] = texts.map((text) => text.title);
  const sentences = texts.flatMap((text) => sentencesOf(plainText(text.answer), tag));
  const read = (text: string) => analyzer.analyze(text);
  return { title: read(title), phrasings: [...others, ...texts.flatMap((text) => text.phrasings)].map(read), sentences: sentences.map(read) };
}
