/**
 * Kind of a line that nothing answers: talk; a question about another subject in the pack's words; or one that may mean
 * anything.
 */
export type OtherKind = 'chatter' | 'near' | 'vague';

/** The result of asking one question. */
export interface Outcome {
  /** Ids of the entries that answer it; empty for a line that nothing answers. */
  readonly gold: readonly string[];
  /** Kind of a line that nothing answers. Default: chatter. */
  readonly kind?: OtherKind;
  /** Ids of the first candidates, best first. */
  readonly ranked: readonly string[];
  /** The engine's score of the first candidate; 0 if it found nothing, undefined if it gives no scores. */
  readonly score?: number;
  /** The score as a probability, 0 to 1. */
  readonly confidence?: number;
  /** Whether it was answered directly. */
  readonly sure: boolean;
  /** Whether it was not, but the first three candidates were offered. */
  readonly offered: boolean;
  readonly ms: number;
}

export const isRight = ({ ranked, gold }: Outcome): boolean => gold.includes(ranked[0] ?? '');

export const isAmongThree = ({ ranked, gold }: Outcome): boolean => ranked.slice(0, 3).some((id) => gold.includes(id));

export function share<T>(all: readonly T[], test: (one: T) => boolean): number | undefined {
  return all.length === 0 ? undefined : (100 * all.filter(test).length) / all.length;
}
