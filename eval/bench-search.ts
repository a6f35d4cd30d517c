import { answerFrom } from '../src/core/engine.ts';
import { buildLibrary, type LibraryOptions } from '../src/core/library.ts';
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
const LANGUAGE = 'en';

/** Asks made-up entries, the engine and plain MiniSearch in turns. */
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
  const times = askInTurns(
    set,
    (text) => answerFrom(library, text, LANGUAGE).candidates[0]?.entry.id,
    (text) => plain.search(text)[0],
  );
  const right = (100 * times.filter(({ isRight }) => isRight).length) / times.length;
  return { entries: count, build, wenda: quantilesOf(times.map(({ wenda }) => wenda)), plain: quantilesOf(times.map((one) => one.plain)), right, memory: process.memoryUsage().rss / 2 ** 20 };
}

function askInTurns(set: MadeSet, ask: (text: string) => string | undefined, search: (text: string) => unknown) {
  return set.questions.map(({ text, gold }) => {
    const began = performance.now();
    const found = ask(text);
    const between = performance.now();
    search(text);
    return { wenda: between - began, plain: performance.now() - between, isRight: found === gold };
  });
}

function quantilesOf(times: readonly number[]): Quantiles {
  const sorted = [...times].sort((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
}
