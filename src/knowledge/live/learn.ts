import type { Entry } from '../../core/entry/entry.ts';
import type { Learned } from '../../core/search/learn.ts';
import { learnIndex, type PackIndexName, prepareLearning, textsIn } from '../../core/search/library.ts';
import { NO_BACKGROUND } from '../../core/text/background.ts';
import { languageOf } from '../../core/text/language.ts';
import type { FittedWeights, Lessons } from '../learned/fitted-weights.ts';
import { type CacheFailure, type CachePlace, openModelCache } from '../learned/model-cache.ts';
import { bytesOf } from '../learned/model-file.ts';

/** One index to learn; plain data, so that it can be handed to a thread. */
export interface Lesson extends CachePlace {
  readonly index: PackIndexName;
  /** All of the pack. */
  readonly entries: readonly Entry[];
  /** Of the index's language. */
  readonly locales: Lessons;
  /** Files of the cache that stay. */
  readonly inUse: readonly string[];
  /** Weights that came with the pack, if any. */
  readonly weights?: FittedWeights;
}

/** A language, as a lesson needs it. */
export interface Language extends Pick<PackIndexName, 'base'>, Pick<Lesson, 'locales'> {}

export interface LessonResult {
  /** `Learned` as a file's bytes; see model-file.ts. */
  readonly model: Uint8Array<ArrayBuffer>;
  /** The file in which it is kept. */
  readonly file: string | undefined;
  /** Why it cannot be kept for the next start; undefined if it can. */
  readonly cacheFailure?: CacheFailure;
}

/** @param signal aborted if nobody wants the result any more; then, and if learning fails, it rejects. */
export type Learn = (lesson: Lesson, signal: AbortSignal) => Promise<LessonResult>;

/** Learns an index in the calling thread, which takes some seconds, unless the cache has it; and keeps it there. */
export async function learn({ index, entries, locales, inUse, weights, ...place }: Lesson): Promise<LessonResult> {
  const cache = await openModelCache(place, entries, locales, [index]);
  const known = cache.get(index.key);
  const learnNow = (): Learned =>
    learnIndex(textsIn(index, entries), { ...rulesOf(index.base, locales), weights: cache.weights(index, weights) });
  const learned = known ?? learnNow();
  const model = bytesOf(learned);
  await cache.keep(index.key, model);
  // The weights of a kept model may have been fitted to other texts.
  if (!known) await cache.keepWeights(index, learned.weights);
  await cache.removeSpare(inUse);
  return { model, file: cache.files()[0], cacheFailure: cache.cacheFailure() };
}

/** Does what a lesson begins with and needs no texts for, while they are still being read. */
export const prepare = ({ base, locales }: Language): void => prepareLearning(rulesOf(base, locales));

function rulesOf(base: string, { languages, background }: Lesson['locales']) {
  const language = languageOf(base, languages);
  return { language, background: background.get(language.tag) ?? NO_BACKGROUND };
}
