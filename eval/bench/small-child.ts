/**
 * A process of its own for small.ts: `small-child.js CACHE` asks about the included pack, and tells once the language
 * of that question is learned; `small-child.js CACHE PACKS FILE` learns packs, and again after FILE has changed.
 */
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../../src/app.ts';
import { say, withApp } from './measuring.ts';

/** What learning took. */
export interface Learnt {
  /** Milliseconds from the start of the process until it was learned and answered from. */
  readonly first: number;
  /** The same from the edit on. */
  readonly again?: number;
  /** Seconds of processor time of the process until the first was learned. */
  readonly processor: number;
  /** Megabytes that the process held at its most. */
  readonly most: number;
}

/** Milliseconds between two looks. */
const PULSE = 20;
const [cacheDir = '', knowledgeDir, edited] = process.argv.slice(2);

/** Resolves once everything of the folder in a language is answered from as it was learned. */
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
