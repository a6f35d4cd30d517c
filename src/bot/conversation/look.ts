import type { EngineAnswer } from '../../core/search/engine.ts';
import type { Call } from '../command.ts';
import { type FollowUp, followUp } from './follow-up.ts';

/** The result of a question: by itself, and in the conversation that it is asked in. */
export interface Look extends Pick<EngineAnswer, 'kind' | 'candidates'> {
  /** By itself. */
  readonly answer: EngineAnswer;
  /** As a follow-up to the answer before. Default: it is none, or clear by itself. */
  readonly after?: FollowUp;
}

/**
 * The one look at a question: what is answered, and what is said of the reasons, come from it. Asked once more right
 * after its answer, a follow-up is still read in the light of the answer before.
 */
export function lookAt(call: Call, question: string): Look {
  const answer = call.community.answer(question, call.language);
  const after = followUp(call, question, answer);
  if (!after) return { kind: answer.kind, candidates: answer.candidates, answer };
  const [first, rest] = [after.candidate ? [after.candidate] : [], [...after.offers, ...answer.candidates]];
  const all = [...first, ...rest];
  const candidates = all.filter(({ entry }, at) => all.findIndex((one) => one.entry.id === entry.id) === at);
  const isOffered = after.offers.length > 0 || answer.kind !== 'unknown';
  return { kind: after.candidate ? 'sure' : isOffered ? 'unsure' : 'unknown', candidates, answer, after };
}
