import type { Entry, EntryText } from '../src/core/entry/entry.ts';
import { buildLibrary, type LibraryOptions } from '../src/core/search/library.ts';
import { type Searchable, search } from '../src/core/search/search.ts';
import { baseOf } from '../src/core/text/language.ts';
import { type Translate, translations } from '../src/core/translation/translations.ts';
import type { DataSet } from './datasets.ts';
import { entryOf } from './entry-of.ts';

/** How often the right entry is found if it has a text in another language only. All shares are percentages. */
export interface CrossRow {
  readonly name: string;
  readonly questions: number;
  readonly top1: number;
  readonly first10: number;
  /** Without translating the question. */
  readonly plainTop1: number;
  readonly plainFirst10: number;
}

const FOLDS = 10;

interface Asked {
  readonly text: string;
  readonly gold: string;
}

/**
 * Each language of a pack against another one: one tenth of the entries after the other loses its text in that
 * language, and the questions about it are asked of the other language's index.
 */
export function crossPack(name: string, entries: readonly Entry[], into: string, options: LibraryOptions): CrossRow[] {
  const index = indexOf(entries, into, options);
  const languages = [...new Set(entries.flatMap(({ texts }) => [...texts.keys()]))].filter(
    (tag) => baseOf(tag) !== into && !options.languages.get(tag)?.writtenFrom,
  );
  return languages.sort().map((tag) => {
    const folds = Array.from({ length: FOLDS }, (_, fold) =>
      entries.filter((entry, at) => at % FOLDS === fold && entry.texts.has(tag)),
    );
    const found = folds.flatMap((fold) => {
      const translate = translations(without(entries, fold, tag), options);
      return ask(
        index,
        fold.flatMap((entry) => questionsOf(entry, tag)),
        baseOf(tag),
        translate,
      );
    });
    return rowOf(`${name} ${tag}`, found);
  });
}

/**
 * The questions of a set, asked of the same paragraphs in another language: without any parallel text, and with what is
 * learned from the other nine tenths of the paragraphs.
 */
export function crossSets(from: DataSet, into: DataSet, options: LibraryOptions): CrossRow[] {
  const targets = into.entries.map((entry) => entryOf(entry, into.language));
  const index = indexOf(targets, baseOf(into.language), options);
  const base = baseOf(from.language);
  const asked = from.questions.map(({ text, gold: [gold = ''] }) => ({ text, gold }));
  const both = targets.map((entry) => joined(entry, from));
  const foldOf = new Map(both.map(({ id }, at) => [id, Math.floor((at * FOLDS) / both.length)]));
  const taught = Array.from({ length: FOLDS }, (_, fold) => {
    const translate = translations(
      both.filter(({ id }) => foldOf.get(id) !== fold),
      options,
    );
    return ask(
      index,
      asked.filter(({ gold }) => foldOf.get(gold) === fold),
      base,
      translate,
    );
  });
  return [
    rowOf(from.name, ask(index, asked, base, translations([], options))),
    rowOf(`${from.name}, other paragraphs parallel`, taught.flat()),
  ];
}

function joined(entry: Entry, { entries, language }: DataSet): Entry {
  const own = entries.find(({ id }) => id === entry.id);
  return own ? { ...entry, texts: new Map([...entry.texts, ...entryOf(own, language).texts]) } : entry;
}

function indexOf(entries: readonly Entry[], base: string, options: LibraryOptions): Searchable {
  const texts = (entry: Entry) => new Map([...entry.texts].filter(([tag]) => baseOf(tag) === base));
  const [index] = buildLibrary(
    entries.map((entry) => ({ ...entry, texts: texts(entry) })),
    options,
  ).indexes;
  if (!index) throw new Error(`no entry has a text in ${base}`);
  return index;
}

const without = (entries: readonly Entry[], fold: readonly Entry[], tag: string): Entry[] =>
  entries.map((entry) =>
    fold.includes(entry)
      ? { ...entry, texts: new Map([...entry.texts].filter(([other]) => baseOf(other) !== baseOf(tag))) }
      : entry,
  );

const questionsOf = (entry: Entry, tag: string): Asked[] =>
  wordsOf(entry.texts.get(tag)).map((text) => ({ text, gold: entry.id }));

const wordsOf = (text: EntryText | undefined): string[] => (text ? [text.title, ...text.phrasings] : []);

/** Rank of the right entry among those found, with and without translation; -1 if it was not found. */
interface Place {
  readonly translated: number;
  readonly plain: number;
}

function ask(index: Searchable, asked: readonly Asked[], from: string, translate: Translate): Place[] {
  return asked.map(({ text, gold }) => {
    const placeOf = (question: string) =>
      search(index, question, () => false).ranked.findIndex(({ id }) => id === gold);
    return { translated: placeOf(translate(text, from, index)), plain: placeOf(text) };
  });
}

function rowOf(name: string, places: readonly Place[]): CrossRow {
  const share = (test: (place: Place) => boolean) => (100 * places.filter(test).length) / Math.max(1, places.length);
  return {
    name,
    questions: places.length,
    top1: share(({ translated }) => translated === 0),
    first10: share(({ translated }) => translated >= 0),
    plainTop1: share(({ plain }) => plain === 0),
    plainFirst10: share(({ plain }) => plain >= 0),
  };
}
