import { answerFrom } from '../src/core/search/engine.ts';
import { buildLibrary, type LibraryOptions } from '../src/core/search/library.ts';
import { entryOf } from './entry-of.ts';
import { type MadeSet, makeEntries } from './made-entries.ts';
import { quantile } from './metrics.ts';
import { plainIndex } from './peers/minisearch.ts';

export interface SearchTimes {
  readonly entries: number;
  /** Seconds to read, index, learn and calibrate. */
  readonly build: number;
  /** Milliseconds of an answer, and of MiniSearch as it comes over the same texts. */
  readonly wenda: Quantiles;
  readonly plain: Quantiles;
  /** Percentage of questions whose entry comes first, so that nobody measures an engine that finds nothing. */
  readonly right: number;
  /** Megabytes of the process. */
  readonly memory: number;
}

interface Quantiles {
  readonly p50: number;
  readonly p99: number;
}

const QUESTIONS = 500;
const WARMING = 200;
/** For one engine's questions. */
const LONGEST_MS = 60_000;
const LANGUAGE = 'en';

/** Asks made-up entries, the engine and then plain MiniSearch. */
export function benchSearch(count: number, options: LibraryOptions): SearchTimes {
  const set = makeEntries(count, QUESTIONS);
  const start = performance.now();
  const library = buildLibrary(
    set.entries.map((entry) => entryOf(entry, LANGUAGE)),
    options,
  );
  library.warm();
  const build = (performance.now() - start) / 1000;
  const plain = plainIndex(set.entries);
  const ask = (text: string) => answerFrom(library, text, LANGUAGE).candidates[0]?.entry.id;
  const [wenda, searched] = [
    timesOf(set, ask),
    timesOf(set, (text) => plain.search(text)[0]?.id as string | undefined),
  ];
  const right = (100 * wenda.filter(({ isRight }) => isRight).length) / wenda.length;
  return {
    entries: count,
    build,
    wenda: quantilesOf(wenda),
    plain: quantilesOf(searched),
    right,
    memory: process.memoryUsage().rss / 2 ** 20,
  };
}

/**
 * Some for nothing, as what has run a few times runs fast; then all, or as many as there is time for. One engine after
 * the other, for each leaves garbage behind.
 */
function timesOf({ questions }: MadeSet, ask: (text: string) => string | undefined) {
  const end = performance.now() + LONGEST_MS;
  const times = [...questions.slice(0, WARMING), ...questions].flatMap(({ text, gold }) => {
    const began = performance.now();
    if (began > end) return [];
    const found = ask(text);
    return [{ ms: performance.now() - began, isRight: found === gold }];
  });
  return times.slice(Math.min(WARMING, times.length >> 1));
}

function quantilesOf(times: readonly { readonly ms: number }[]): Quantiles {
  const sorted = times.map(({ ms }) => ms).sort((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
}
