import { plainText } from '../entry/blocks.ts';
import type { Entry, EntryText } from '../entry/entry.ts';
import type { Analyzer } from '../text/analyze.ts';
import { baseOf } from '../text/language.ts';
import { sentencesOf } from '../text/tokenize.ts';
import type { Bag, Parallel } from './glossary.ts';

/** Words of a passage that are compared, the most frequent ones; more only take time. */
const MOST_WORDS = 60;

/** Titles and phrasings that are read; more would take seconds, and the frequent words are in these. */
const MOST_UNITS = 5000;

/** One side of a pair of languages. */
export interface Side {
  /** Primary subtag. */
  readonly base: string;
  readonly analyzer: Analyzer;
}

/** Statements of the entries in two languages: of very many entries every second, third, ... */
export function parallelsIn(entries: readonly Entry[], source: Side, target: Side): Parallel[] {
  const both = entries.filter((entry) => textIn(entry, source.base) && textIn(entry, target.base));
  const units = both.reduce((sum, entry) => sum + 1 + (textIn(entry, source.base)?.phrasings.length ?? 0), 0);
  const step = Math.ceil(units / MOST_UNITS);
  return both.filter((_, at) => at % step === 0).flatMap((entry) => parallelsOf(entry, source, target));
}

/**
 * Statements of an entry in two languages, as stems: its titles, its phrasings as a whole, and its answers; these
 * sentence by sentence if they have as many, for a translator keeps them.
 */
function parallelsOf(entry: Entry, source: Side, target: Side): Parallel[] {
  const [from, into] = [textIn(entry, source.base), textIn(entry, target.base)];
  if (!from || !into) return [];
  const pair = (mine: readonly string[], theirs: readonly string[]): Parallel => ({
    source: bagOf(mine, source.analyzer),
    target: bagOf(theirs, target.analyzer),
  });
  const [sentences, theirs] = [sentencesIn(from), sentencesIn(into)];
  const answers =
    sentences.length === theirs.length
      ? sentences.map((sentence, at) => pair([sentence], [theirs[at] ?? '']))
      : [pair(sentences, theirs)];
  return [pair([from.title], [into.title]), pair(from.phrasings, into.phrasings), ...answers];
}

const textIn = ({ texts }: Entry, base: string): EntryText | undefined =>
  [...texts.values()].find(({ language }) => baseOf(language) === base);

const sentencesIn = ({ answer, language }: EntryText): string[] => sentencesOf(plainText(answer), language);

function bagOf(units: readonly string[], analyzer: Analyzer): Bag {
  const counts = new Map<string, number>();
  for (const word of units.flatMap((unit) => [...new Set(analyzer.read(unit).words)]))
    counts.set(word, (counts.get(word) ?? 0) + 1 / units.length);
  return new Map([...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_WORDS));
}
