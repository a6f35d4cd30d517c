import type { Command } from '../src/bot/command.ts';
import { dontKnow, noteOpen } from './ask.ts';

/** Says that none of the offered entries was meant, so that the question counts as unanswered. */
export const none: Command = {
  name: 'none',
  options: [{ name: 'question', kind: 'text', required: true }],
  scope: 'person',
  readOnly: true,
  meansAsked: true,
  endsOffer: true,
  run: (call) => {
    const question = call.options.question ?? '';
    noteOpen(call, question);
    return dontKnow(call, question);
  },
};
