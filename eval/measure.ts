import { setTimeout } from 'node:timers/promises';
import type { DataQuestion } from './datasets.ts';
import type { Outcome } from './outcome.ts';
import type { Ask, Peer } from './peers/peer.ts';
import type { EvalSet } from './sets.ts';

/** The result of asking one engine a whole set. */
export interface Measured {
  readonly outcomes: readonly Outcome[];
  /** Seconds for reading, indexing, training and calibrating. */
  readonly build: number;
  /** Megabytes in use by the engine after asking, with its program and its language data. */
  readonly memory: number;
}

/** Questions that are asked before any is timed, so that the code is compiled. */
const REHEARSED = 40;

/** Builds an engine for a set and asks it all questions, one after the other. */
export async function measure(load: () => Promise<Peer>, set: EvalSet): Promise<Measured> {
  const before = await held();
  const peer = await load();
  const start = performance.now();
  const ask = await peer.build(set);
  const build = (performance.now() - start) / 1000;
  for (const { title } of set.entries.slice(0, REHEARSED)) await ask(title);
  const outcomes: Outcome[] = [];
  for (const question of set.questions) outcomes.push(await outcomeOf(ask, question, peer));
  const memory = ((await held()) - before) / 2 ** 20;
  // Asked once more, so that the engine is not collected before its memory is measured.
  await ask('');
  return { outcomes, build, memory };
}

export async function outcomeOf(
  ask: Ask,
  { text, gold, kind, locale }: DataQuestion,
  { isProbable = false }: Pick<Peer, 'isProbable'>,
): Promise<Outcome> {
  const start = performance.now();
  const { hits, sure = hits.length > 0, offered = false } = await ask(text, locale);
  const ms = performance.now() - start;
  const score = hits.length === 0 ? 0 : hits[0]?.score;
  return {
    gold,
    kind,
    ranked: hits.slice(0, 3).map(({ id }) => id),
    score,
    confidence: isProbable ? score : undefined,
    sure,
    offered,
    ms,
  };
}

/** Buffers are released some time after the objects that had them. */
const COLLECTIONS = 5;
const PAUSE = 50;

/** Bytes in use, without garbage if the process was started with --expose-gc. */
async function held(): Promise<number> {
  for (let at = 0; at < COLLECTIONS; at++) {
    globalThis.gc?.();
    await setTimeout(PAUSE);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
