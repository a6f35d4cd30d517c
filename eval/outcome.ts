/** One question asked, and what came of it. */
export interface Outcome {
  /** Ids that answer it; none for chatter. */
  readonly gold: readonly string[];
  /** The first candidates' ids, best first. */
  readonly ranked: readonly string[];
  /** Of the first candidate, as the engine counts; 0 where it found nothing, missing where it gives no scores. */
  readonly score?: number | undefined;
  /** The same where it is meant as a probability, 0 to 1. */
  readonly confidence?: number | undefined;
  readonly sure: boolean;
  readonly ms: number;
}

export const isRight = ({ ranked, gold }: Outcome): boolean => gold.includes(ranked[0] ?? '');

export function share<T>(all: readonly T[], test: (one: T) => boolean): number | undefined {
  return all.length === 0 ? undefined : (100 * all.filter(test).length) / all.length;
}
