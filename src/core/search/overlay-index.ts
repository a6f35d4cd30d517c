import { plainText } from '../entry/blocks.ts';
import type { Entry, EntryText } from '../entry/entry.ts';
import type { ReadEntry } from '../index/index-entries.ts';
import { type Analysis, type Analyzer, analyzer as analyzerFor } from '../text/analyze.ts';
import { NO_BACKGROUND } from '../text/background.ts';
import { baseOf, languageOf } from '../text/language.ts';
import { remember } from '../text/remember.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Library } from './library.ts';
import type { Overlay, OverlayItem, OverlayOptions, Pin } from './overlay.ts';
import type { Searchable } from './search.ts';
import { untrainedIndex } from './untrained.ts';

/** One thing in an index: an entry's texts, or a pin's words. */
export interface OverlayText extends OverlayItem {
  readonly id: string;
  readonly base: string;
  readonly title: string;
  readonly phrasings: readonly string[];
  readonly sentences: readonly string[];
}

/**
 * An entry in each language: nothing where the library reads it alike, the new words where there are only more, else the whole.
 * @param moved takes the names of those that the library's index no longer reads rightly; see Overlay.
 */
export function placeEntry(entry: Entry, library: Library, moved: Set<string>): OverlayText[] {
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
    const sentences = isKept ? [] : after.flatMap(({ answer, language }) => sentencesOf(plainText(answer), language));
    return title === undefined ? [] : [{ id: `entry ${base} ${entry.id}`, entry: entry.id, base, title, phrasings, sentences }];
  });
}

const textsIn = (entry: Entry | undefined, base: string): EntryText[] => [...(entry?.texts.values() ?? [])].filter(({ language }) => baseOf(language) === base);

const wordsOf = ({ title, phrasings }: EntryText): string[] => [title, ...phrasings];

export const placePin = ({ key, question, language, entry }: Pin): OverlayText => ({ id: `pin ${key}`, entry, pin: key, base: baseOf(language), title: question, phrasings: [], sentences: [] });

/** What stands on one index. */
export interface OverlayIndex {
  readonly searchable: Searchable;
  readonly exact: Overlay['exact'];
}

/** Puts things of one language in an index, untrained. */
export function indexOverlay(base: string, placed: readonly OverlayText[], library: Library, options: OverlayOptions): OverlayIndex {
  const language = languageOf(base, options.languages);
  const analyzer = analyzerFor(language);
  const analyze = options.isChanging ? rememberingOf(analyzer) : (text: string) => analyzer.analyze(text);
  const read = placed.map((one) => readPlaced(one, analyze));
  // Of the largest pack, which knows most ordinary words.
  const [largest] = library.indexes.filter((index) => index.base === base).sort((a, b) => b.ids.length - a.ids.length);
  const space = largest?.space;
  const background = options.background.get(language.tag) ?? NO_BACKGROUND;
  const ids = placed.map(({ id }) => id);
  const searchable = { base, language: language.tag, ids, ...untrainedIndex(read, analyzer, background, space) };
  return { searchable, exact: exactly(read, ids, analyzer, language.tag) };
}

/** Texts of a community that is being changed, which mostly is so once more: some thirty megabytes. */
const MOST_TEXTS = 5000;

const REMEMBERING = new WeakMap<Analyzer, (text: string) => Analysis>();

function rememberingOf(analyzer: Analyzer): (text: string) => Analysis {
  const known = REMEMBERING.get(analyzer) ?? remember((text) => analyzer.analyze(text), MOST_TEXTS);
  REMEMBERING.set(analyzer, known);
  return known;
}

function readPlaced({ title, phrasings, sentences }: OverlayText, read: (text: string) => Analysis): ReadEntry {
  return { title: read(title), phrasings: phrasings.map(read), sentences: sentences.map(read) };
}

function exactly(read: readonly ReadEntry[], ids: readonly string[], analyzer: Analyzer, language: string): Overlay['exact'] {
  const keyOf = (words: readonly string[]) => words.join(' ');
  const byKey = new Map<string, string[]>();
  for (const [at, { title, phrasings }] of read.entries()) {
    for (const { words } of [title, ...phrasings]) {
      if (words.length > 0) byKey.set(keyOf(words), [...(byKey.get(keyOf(words)) ?? []), ids[at] ?? '']);
    }
  }
  return (question) => (byKey.get(keyOf(analyzer.read(question).words)) ?? []).map((id) => ({ id, language }));
}
