import type { Entry } from '../../core/entry/entry.ts';
import type { Learned } from '../../core/search/learn.ts';
import { buildLibrary } from '../../core/search/library.ts';
import type { Locales } from '../languages/locales.ts';
import { type CacheFailure, type CachePlace, type ModelCache, openModelCache } from '../learned/model-cache.ts';
import { bytesOf, dataIn } from '../learned/model-file.ts';

/** Entries to learn; plain data, so that it can be handed to a thread. */
export interface Lesson extends CachePlace {
  readonly entries: readonly Entry[];
  readonly locales: Pick<Locales, 'languages' | 'background'>;
}

/** `Learned` of each language as one file's bytes (see model-file.ts), by its primary subtag. */
export type Models = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** News while it is learned. */
export type LearningNews =
  /** Languages. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | ({ readonly kind: 'cache-failure' } & CacheFailure);

export type Hear = (news: LearningNews) => void;

/** @param signal aborted if nobody wants the result any more; then, and if learning fails, it rejects. */
export type Learn = (lesson: Lesson, signal: AbortSignal, hear: Hear) => Promise<Models>;

/**
 * Learns, in the thread that calls it, what has not been kept from an earlier time, and keeps it. Takes many seconds.
 */
export async function learn({ entries, locales, ...place }: Lesson, hear: Hear = () => undefined): Promise<Models> {
  const cache = await openModelCache(place, entries, locales);
  const hadFailed = cache.cacheFailure();
  const models = await modelsOf(entries, locales, cache, hear);
  await cache.removeSpare();
  const cacheFailure = cache.cacheFailure();
  // The code that opened the knowledge has already found out what was wrong from the beginning.
  if (cacheFailure && !hadFailed) hear({ kind: 'cache-failure', ...cacheFailure });
  return models;
}

/** Index by index, each kept at once: an interruption loses one at most. */
async function modelsOf(
  entries: readonly Entry[],
  locales: Lesson['locales'],
  cache: ModelCache,
  hear: Hear,
): Promise<Models> {
  const { indexes } = buildLibrary(entries, { ...locales, learned: cache.learned });
  const models = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [done, index] of indexes.entries()) {
    hear({ kind: 'progress', done, total: indexes.length });
    const model = bytesOf(index.learned);
    models.set(index.key, model);
    await cache.keep(index.key, model);
  }
  hear({ kind: 'progress', done: indexes.length, total: indexes.length });
  return models;
}

/** Each index asks once; what it has asked for is not held any longer. */
export function takeFrom(models: Models): (base: string) => Learned | undefined {
  const left = new Map(models);
  return (base) => {
    const bytes = left.get(base);
    left.delete(base);
    return bytes && (dataIn(bytes) as Learned);
  };
}
