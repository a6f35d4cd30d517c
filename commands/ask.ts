import type { Command } from '../src/bot/command.ts';
import { composeChoices, composeEntry } from '../src/bot/compose.ts';
import { plainReply } from '../src/bot/reply.ts';
import { answerFrom, LONGEST_QUESTION, UNSURE } from '../src/core/engine.ts';

/** Answers a question; one that nobody asked the bot is answered only when it is sure. */
export const ask: Command = {
  name: 'ask',
  argument: { required: true },
  run: (call) => {
    const { argument, language, say, services, addressed } = call;
    if (argument.length > LONGEST_QUESTION) return addressed ? plainReply(language, say('too-long', { most: LONGEST_QUESTION })) : undefined;
    const answer = answerFrom(services.library, argument, language);
    const [best] = answer.candidates;
    if (answer.kind === 'sure' && best) return composeEntry(best.entry, call);
    if (!addressed) return undefined;
    if (answer.kind === 'unsure')
      return composeChoices(
        answer.candidates.filter(({ confidence }) => confidence >= UNSURE / 3),
        call,
      );
    return plainReply(language, say('unknown'));
  },
};
