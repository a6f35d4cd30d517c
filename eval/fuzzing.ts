import type { Store } from '../src/bot/ports/store.ts';
import type { Services } from '../src/bot/services.ts';
import type { Random } from './hostile-parts.ts';

export interface FuzzOptions {
  readonly services: Services;
  readonly openStore: () => Promise<Store>;
  readonly count: number;
  readonly random: Random;
  readonly onProgress?: (done: number) => void;
  /** Told at once: a run takes hours, and something may end it. */
  readonly onProblem?: (problem: string) => void;
}

export interface Fuzzed {
  readonly calls: number;
  readonly problems: readonly string[];
}

/** Events after which everything is forgotten, so that what was taught does not pile up. */
export const FRESH_AFTER = 2000;
const MOST_PROBLEMS = 20;

/** Notes the first problems. */
export const noteIn =
  (problems: string[], onProblem: FuzzOptions['onProblem'] = () => undefined) =>
  (problem: string): void => {
    if (problems.length >= MOST_PROBLEMS) return;
    problems.push(problem);
    onProblem(problem);
  };
