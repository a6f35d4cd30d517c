import { type Analyzer, analyzer as analyzerFor } from './analyze.ts';
import { NO_BACKGROUND } from './background.ts';
import type { ReadEntry } from './index-shelf.ts';
import { type LanguageData, languageOf } from './language.ts';
import type { Library } from './library.ts';
import type { Overlay, OverlayOptions } from './overlay.ts';
import type { Placed } from './placing.ts';
import type { Searchable } from './search.ts';
import { untrainedIndex } from './untrained.ts';

/** What stands on one shelf. */
export interface Shelved {
  readonly searchable: Searchable;
  readonly exact: Overlay['exact'];
}

/** Puts things of one language on a shelf, untrained. */
export function shelve(base: string, placed: readonly Placed[], library: Library, options: OverlayOptions): Shelved {
  const language = languageOf(base, options.languages);
  const analyzer = analyzerOf(language);
  const read = placed.map((one) => readPlaced(one, analyzer));
  // Of the largest pack, which knows most ordinary words.
  const [largest] = library.shelves.filter((shelf) => shelf.base === base).sort((a, b) => b.ids.length - a.ids.length);
  const space = largest?.space;
  const background = options.background.get(language.tag) ?? NO_BACKGROUND;
  const ids = placed.map(({ id }) => id);
  const searchable = { base, language: language.tag, ids, ...untrainedIndex(read, analyzer, background, space) };
  return { searchable, exact: exactly(read, ids, analyzer, language.tag) };
}

function readPlaced({ title, phrasings, sentences }: Placed, analyzer: Analyzer): ReadEntry {
  const read = (text: string) => analyzer.analyze(text);
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
  return (question) => (byKey.get(keyOf(analyzer.analyze(question).words)) ?? []).map((id) => ({ id, language }));
}

/** One for each language: it remembers the words that it has read, and overlays are built again and again. */
const ANALYZERS = new WeakMap<LanguageData, Analyzer>();

function analyzerOf(language: LanguageData): Analyzer {
  const analyzer = ANALYZERS.get(language) ?? analyzerFor(language);
  ANALYZERS.set(language, analyzer);
  return analyzer;
}
