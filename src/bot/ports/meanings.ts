import type { MeaningIn } from '../../core/search/engine.ts';

/** Vectors of questions by a sentence encoder. Without one, none: everything is answered by words alone. */
export interface QuestionMeanings {
  /** Waits until the question was encoded, or until it is clear that it will not be for now. Never rejects. */
  readonly prepare: (question: string) => Promise<void>;
  /** Meaning of a question that was prepared lately. */
  readonly of: (question: string) => MeaningIn | undefined;
}

export const NO_MEANINGS: QuestionMeanings = { prepare: () => Promise.resolve(), of: () => undefined };
