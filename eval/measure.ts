import { answerFrom, LONGEST_QUESTION } from '../src/core/engine.ts';
import type { Entry, EntryText } from '../src/core/entry.ts';
import { buildLibrary, type Library, type LibraryOptions } from '../src/core/library.ts';
import type { DataEntry, DataQuestion, DataSet } from './datasets.ts';
import { type Metrics, metricsOf, type Outcome } from './metrics.ts';

export interface Row extends Metrics {
  readonly name: string;
  /** Seconds to read, index, train and calibrate. */
  readonly build: number;
  /** Megabytes of the process after asking. */
  readonly memory: number;
}

/** Builds a library of a data set, asks it everything, and counts. */
export function measureSet(set: DataSet, options: LibraryOptions): Row {
  const entries = set.entries.map((entry) => entryOf(entry, set.language));
  return measureEntries(set.name, entries, set.questions, set.language, options);
}

export function measureEntries(name: string, entries: readonly Entry[], questions: readonly DataQuestion[], language: string, options: LibraryOptions): Row {
  const start = performance.now();
  const library = buildLibrary(entries, options);
  library.warm();
  const build = (performance.now() - start) / 1000;
  const outcomes = questions.map((question) => outcomeOf(library, question, language));
  return { name, ...metricsOf(outcomes), build, memory: process.memoryUsage().rss / 2 ** 20 };
}

function outcomeOf(library: Library, { text, gold }: DataQuestion, language: string): Outcome {
  const start = performance.now();
  const answer = answerFrom(library, text.slice(0, LONGEST_QUESTION), language);
  const ms = performance.now() - start;
  const ranked = answer.candidates.map(({ entry }) => entry.id);
  return { gold, ranked, confidence: answer.candidates[0]?.confidence ?? 0, sure: answer.kind === 'sure', ms };
}

export function entryOf({ id, title, phrasings, answer }: DataEntry, language: string): Entry {
  const text: EntryText = { language, title, phrasings, answer: [{ kind: 'paragraph', children: [{ kind: 'text', text: answer }] }], sources: [], status: 'current', tags: [], related: [] };
  return { id, pack: 'data', defaultLanguage: language, texts: new Map([[language, text]]) };
}
