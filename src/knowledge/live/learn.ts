import { serialize } from 'node:v8';
import type { Entry } from '../../core/entry.ts';
import { buildLibrary } from '../../core/library.ts';
import { keptLearning } from '../kept-learning.ts';
import type { Locales } from '../locales.ts';
import { forgetOldest } from './forget-oldest.ts';

/** What shall be learned; plain data, so that it can be handed to a thread. */
export interface Lesson {
  /** The project's folder; what is learned is kept below it. */
  readonly root: string;
  readonly entries: readonly Entry[];
  readonly locales: Pick<Locales, 'languages' | 'background'>;
}

/** `Learned` of each shelf, serialised by node:v8, by the shelf's base language. */
export type LearnedBytes = ReadonlyMap<string, Uint8Array>;

/** @param signal aborted where nobody wants the result any more; then, and where learning fails, it rejects. */
export type Learn = (lesson: Lesson, signal: AbortSignal) => Promise<LearnedBytes>;

/** Learns, in the thread that calls it, what has not been kept from an earlier time, and keeps it. Takes many seconds. */
export async function learn({ root, entries, locales }: Lesson): Promise<LearnedBytes> {
  const kept = await keptLearning(root, entries, locales);
  const { shelves } = buildLibrary(entries, locales);
  const learned = new Map(shelves.map((shelf) => [shelf.base, kept.learned(shelf.base) ?? shelf.learned]));
  if (!kept.isWhole) {
    await kept.keep(learned);
    await forgetOldest(root);
  }
  return new Map([...learned].map(([base, one]) => [base, serialize(one)]));
}
