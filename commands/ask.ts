import type { Command } from '../src/bot/command.ts';
import { composeChoices, composeEntry, composeRetired } from '../src/bot/compose.ts';
import { plainReply } from '../src/bot/reply.ts';
import { LONGEST_QUESTION, UNSURE } from '../src/core/engine.ts';

/** Answers a question; one that nobody asked the bot is answered only when it is sure. */
export const ask: Command = {
  name: 'ask',
  options: [{ name: 'question', kind: 'text', required: true }],
  run: (call) => {
    const { language, say, addressed, community } = call;
    const question = call.options.question ?? '';
    if (question.length > LONGEST_QUESTION) return addressed ? plainReply(language, say('too-long', { most: LONGEST_QUESTION })) : undefined;
    const answer = community.answer(question, language);
    const [best] = answer.candidates;
    if (best?.hidden && answer.kind === 'sure') return addressed ? composeRetired(best.entry, call) : undefined;
    if (answer.kind === 'sure' && best) return composeEntry(best.entry, call, { question, pin: best.pin });
    if (!addressed) return undefined;
    if (answer.kind === 'unsure')
      return composeChoices(
        answer.candidates.filter(({ confidence }) => confidence >= UNSURE / 3),
        call,
      );
    return plainReply(language, say('unknown'));
  },
};
