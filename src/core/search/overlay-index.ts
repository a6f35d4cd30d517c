import { plainText } from '../entry/blocks.ts';
import type { Entry, EntryText } from '../entry/entry.ts';
import type { ReadEntry } from '../index/index-entries.ts';
import { keepLines, lineNumbers } from '../index/line-numbers.ts';
import { entriesInWords } from '../index/scan.ts';
import { MOST_SCANNED, type ScannedTexts } from '../index/scanned-texts.ts';
import { startsOf } from '../index/units.ts';
import { type Analysis, type Analyzer, analyzer as analyzerFor } from '../text/analyze.ts';
import { NO_BACKGROUND } from '../text/background.ts';
import { baseOf, languageOf } from '../text/language.ts';
import { remember, rememberEach } from '../text/remember.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Library } from './library.ts';
import type { Overlay, OverlayItem, OverlayOptions, Pin } from './overlay.ts';
import { createReader, type PlainEntry, type Reader, type ReadyEntry, readWith, rememberingReader } from './reader.ts';
import type { Searchable } from './search.ts';
import { scannedUntrained, type Untrained, untrainedIndex } from './untrained.ts';

/** One thing in an index: an entry's texts, or a pin's words. */
export interface OverlayText extends OverlayItem, PlainEntry {
  readonly id: string;
  readonly base: string;
}

/** An answer's sentences. */
export type SentencesOf = (text: EntryText) => readonly string[];

export const readSentences: SentencesOf = ({ answer, language }) => sentencesOf(plainText(answer), language);

/** For those who read the same texts again and again. */
export const rememberedSentences: SentencesOf = rememberEach(readSentences);

/**
 * An entry in each language: nothing where the library reads it alike, the new words where there are only more, else
 * the whole.
 * @param moved takes the names of those that the library's index no longer reads rightly; see Overlay.
 */
export function placeEntry(
  entry: Entry,
  library: Library,
  moved: Set<string>,
  sentencesIn: SentencesOf,
): OverlayText[] {
  const known = library.entries.get(entry.id);
  const bases = [...new Set([...entry.texts.keys(), ...(known?.texts.keys() ?? [])].map(baseOf))];
  return bases.flatMap((base): OverlayText[] => {
    const [before, after] = [textsIn(known, base), textsIn(entry, base)];
    const had = new Set(before.flatMap(wordsOf));
    const has = after.flatMap(wordsOf);
    const added = has.filter((words) => !had.has(words));
    const isKept = before.length > 0 && [...had].every((words) => has.includes(words));
    if (isKept && added.length === 0) return [];
    if (!isKept && before.length > 0) moved.add(`${base}/${entry.id}`);
    const [title, ...phrasings] = isKept ? added : has;
    const sentences = isKept ? [] : after.flatMap(sentencesIn);
    return title === undefined
      ? []
      : [{ id: `entry ${base} ${entry.id}`, entry: entry.id, base, title, phrasings, sentences }];
  });
}

const textsIn = (entry: Entry | undefined, base: string): EntryText[] =>
  [...(entry?.texts.values() ?? [])].filter(({ language }) => baseOf(language) === base);

const wordsOf = ({ title, phrasings }: EntryText): string[] => [title, ...phrasings];

export const placePin = ({ key, question, language, entry }: Pin): OverlayText => ({
  id: `pin ${key}`,
  entry,
  pin: key,
  base: baseOf(language),
  title: question,
  phrasings: [],
  sentences: [],
});

/** What stands on one index. */
export interface OverlayIndex {
  readonly searchable: Searchable;
  /** What it takes in memory, about. */
  readonly bytes: number;
  readonly exact: Overlay['exact'];
}

/** Puts things of one language in an index, untrained. */
export function indexOverlay(
  base: string,
  placed: readonly OverlayText[],
  library: Library,
  options: OverlayOptions,
): OverlayIndex {
  const language = languageOf(base, options.languages);
  const analyzer = analyzerFor(language);
  // Of the largest pack, which knows most ordinary words.
  const [largest] = library.indexes.filter((index) => index.base === base).sort((a, b) => b.ids.length - a.ids.length);
  const background = options.background.get(language.tag) ?? NO_BACKGROUND;
  const ids = placed.map(({ id }) => id);
  if (placed.reduce((sum, one) => sum + charactersOf(one), 0) <= MOST_SCANNED) {
    const analyze = options.isChanging ? rememberedReading(analyzer) : (text: string) => analyzer.analyze(text);
    const texts = placed.map((one) => readEntry(one, analyze));
    const scanned = scannedUntrained(texts, analyzer, background, largest?.space);
    if (scanned)
      return {
        searchable: searchableOf(base, language.tag, ids, scanned),
        bytes: scanned.bytes,
        exact: exactlyIn(scanned.texts, ids, analyzer, language.tag),
      };
  }
  const reader = options.isChanging ? rememberingReader(analyzer) : createReader(analyzer);
  const read = placed.map((one) => readWith(reader, one));
  const { index, weights, bytes } = untrainedIndex(read, reader, background, largest?.space);
  const searchable = { base, language: language.tag, ids, index, weights };
  return { searchable, bytes, exact: exactly(numberedHeadings(read, reader), ids, analyzer, language.tag) };
}

const charactersOf = ({ title, phrasings, sentences }: PlainEntry): number =>
  [title, ...phrasings, ...sentences].reduce((sum, { length }) => sum + length, 0);

const readEntry = ({ title, phrasings, sentences }: PlainEntry, analyze: (text: string) => Analysis): ReadEntry => ({
  title: analyze(title),
  phrasings: phrasings.map(analyze),
  sentences: sentences.map(analyze),
});

/**
 * Texts that are remembered of each language while communities are changed: those of some hundred entries, in a few
 * megabytes.
 */
const MOST_TEXTS = 2000;

const rememberedReading = rememberEach((analyzer: Analyzer) => remember((text) => analyzer.analyze(text), MOST_TEXTS));

function searchableOf(base: string, language: string, ids: readonly string[], untrained: Untrained): Searchable {
  return {
    base,
    language,
    ids,
    get index() {
      return untrained.index;
    },
    weights: untrained.weights,
  };
}

/** Of each entry its titles and phrasings as they are compared. */
const numberedHeadings = (read: readonly ReadyEntry[], { terms }: Reader): string[][] =>
  read.map(({ title, phrasings }) =>
    [title, ...phrasings].map(({ words }) => keyOf(Array.from(words, (word) => terms.words.terms[word] ?? ''))),
  );

const keyOf = (words: readonly string[]): string => words.join(' ');

const exactlyIn =
  (texts: ScannedTexts, ids: readonly string[], analyzer: Analyzer, language: string): Overlay['exact'] =>
  (question) =>
    entriesInWords(texts, analyzer.read(question).words).map((at) => ({ id: ids[at] ?? '', language }));

function exactly(
  headings: readonly (readonly string[])[],
  ids: readonly string[],
  analyzer: Analyzer,
  language: string,
): Overlay['exact'] {
  const having = new Map<string, number[]>();
  for (const [at, own] of headings.entries())
    for (const key of own) if (key !== '') having.set(key, [...(having.get(key) ?? []), at]);
  const { of } = lineNumbers(keepLines(having.keys()));
  const starts = startsOf(Array.from(having.values(), ({ length }) => length));
  const items = Int32Array.from([...having.values()].flat());
  return exactIn(of, starts, items, ids, analyzer, language);
}

/** Apart, so that nothing stays of what the keys were made from. */
function exactIn(
  of: (key: string) => number,
  starts: Int32Array,
  items: Int32Array,
  ids: readonly string[],
  analyzer: Analyzer,
  language: string,
): Overlay['exact'] {
  return (question) => {
    const number = of(keyOf(analyzer.read(question).words));
    return number < 0
      ? []
      : Array.from(items.subarray(starts[number], starts[number + 1]), (at) => ({ id: ids[at] ?? '', language }));
  };
}
