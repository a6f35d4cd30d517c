/**
 * A process of its own for small.ts.
 * `small-child.js CACHE` asks about the included pack, and reports when the language of the question is learned.
 * `small-child.js CACHE PACKS FILE` learns packs, and once more after FILE has changed.
 */
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../../src/app.ts';
import { say, withApp } from './measuring.ts';

/** What it took to learn. */
export interface Learnt {
  /** Milliseconds from the start of the process until answers come from what was learned. */
  readonly first: number;
  /** Milliseconds from the edit until then. */
  readonly again?: number;
  /** Seconds of processor time that the process used for the first. */
  readonly processor: number;
  /** Most megabytes that the process ever used. */
  readonly most: number;
}

/** Milliseconds between two looks. */
const PULSE = 20;
const [cacheDir = '', knowledgeDir, edited] = process.argv.slice(2);

/** Resolves when all answers of a folder in a language come from what was learned. */
async function learned({ services }: App, base: string): Promise<void> {
  const isLearned = (): boolean => {
    const { library, changed, gone } = services.knowledge.current();
    return changed.length + gone.size === 0 && library.indexes.every((one) => one.base !== base || one.isLearned);
  };
  while (!isLearned()) await sleep(PULSE);
}

await withApp({ cacheDir, learning: 'behind', ...(knowledgeDir ? { knowledgeDir } : {}) }, async (app) => {
  await say(app, 'small', 'why is it banned?');
  await learned(app, 'en');
  const first = performance.now();
  const { user, system } = process.cpuUsage();
  let again: number | undefined;
  if (edited !== undefined) {
    const began = performance.now();
    appendFileSync(edited, '\nA sentence was added.\n');
    const { kind } = await app.knowledge.reload();
    if (kind !== 'live') throw new Error(`the edit was ${kind}`);
    await learned(app, 'en');
    again = performance.now() - began;
  }
  process.send?.({
    first,
    again,
    processor: (user + system) / 1e6,
    most: process.resourceUsage().maxRSS / 1024,
  } satisfies Learnt);
});
