/**
 * Kind of a line that nothing answers: talk, a question about something else in the pack's words, or one that could
 * mean anything.
 */
export type OtherKind = 'chatter' | 'near' | 'vague';

/** One question asked, and what came of it. */
export interface Outcome {
  /** Ids that answer it; none for a line that nothing answers. */
  readonly gold: readonly string[];
  /** Kind of such a line. Default: chatter. */
  readonly kind?: OtherKind;
  /** The first candidates' ids, best first. */
  readonly ranked: readonly string[];
  /** Of the first candidate, as the engine counts; 0 if it found nothing, missing if it gives no scores. */
  readonly score?: number;
  /** Its score as a probability, 0 to 1. */
  readonly confidence?: number;
  /** Whether it was answered outright. */
  readonly sure: boolean;
  /** Whether it was not, and the first three candidates were shown to choose from. */
  readonly offered: boolean;
  readonly ms: number;
}

export const isRight = ({ ranked, gold }: Outcome): boolean => gold.includes(ranked[0] ?? '');

export const isAmongThree = ({ ranked, gold }: Outcome): boolean => ranked.slice(0, 3).some((id) => gold.includes(id));

export function share<T>(all: readonly T[], test: (one: T) => boolean): number | undefined {
  return all.length === 0 ? undefined : (100 * all.filter(test).length) / all.length;
}
