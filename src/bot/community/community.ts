import { type Answer, answerFrom } from '../../core/search/engine.ts';
import type { Shared } from '../ports/knowledge.ts';
import type { QuestionMeanings } from '../ports/meanings.ts';
import { type Effective, effectiveOf } from './effective.ts';
import { remembering } from './recent-answers.ts';
import type { Ledger, State } from './state.ts';

/** Linked places that share one truth. */
export interface Community {
  /** The key of the place in which it began. */
  readonly id: string;
  readonly state: State;
  readonly knowledge: () => Effective;
  /** @param language a BCP 47 tag. */
  readonly answer: (question: string, language: string) => Answer;
}

export type EffectiveOptions = Parameters<typeof effectiveOf>[3] & {
  readonly editor: Parameters<typeof effectiveOf>[2];
  /** Default: none. */
  readonly meanings?: Pick<QuestionMeanings, 'of'>;
};

/** @param shared gives the packs as they are at the time. */
export function createCommunity(id: string, state: Ledger, shared: () => Shared, options: EffectiveOptions): Community {
  const knowledge = remembered(state, shared, options);
  const answer = remembering(
    (question, language) => answerFrom(shared().library, question, language, knowledge().overlay, options.meanings?.of(question)),
    () => `${state.version} ${shared().version}`,
    (question) => options.meanings?.of(question),
  );
  return { id, state, knowledge, answer };
}

/** What follows from a state and the packs, worked out anew only when either has changed. */
function remembered(state: State, shared: () => Shared, options: EffectiveOptions): () => Effective {
  let known: { readonly effective: Effective; readonly state: number; readonly shared: number } | undefined;
  return () => {
    const packs = shared();
    if (known?.state !== state.version || known.shared !== packs.version) {
      known = { effective: effectiveOf(state, packs, options.editor, options), state: state.version, shared: packs.version };
    }
    return known.effective;
  };
}

/** The community as it would be after some edits. */
export function lookAhead(state: State, shared: () => Shared, options: EffectiveOptions): Pick<Community, 'knowledge' | 'answer'> {
  const knowledge = remembered(state, shared, options);
  return { knowledge, answer: (question, language) => answerFrom(shared().library, question, language, knowledge().overlay, options.meanings?.of(question)) };
}
