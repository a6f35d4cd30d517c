import { type Reply, whisper } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { isPrivateKey, keyOfPlace } from '../src/bot/conversation/place.ts';
import { isWaiting } from '../src/bot/handover/note.ts';
import { askedBy } from '../src/bot/questions/asked.ts';
import { keptDays } from '../src/bot/questions/keeping.ts';
import { answerByNow } from './ask.ts';

/**
 * Asks to be told as soon as there is an answer. A question from a private chat becomes visible to moderators by that.
 */
export const tell: Command = {
  name: 'tell',
  options: [{ name: 'question', kind: 'text', required: true }],
  meansAsked: true,
  run: async (call) => {
    const question = call.options.question ?? '';
    return (await answerByNow(call, question)) ?? wait(call, question);
  },
};

async function wait(call: Call, question: string): Promise<Reply> {
  const { services, community, person, place, returnTo } = call;
  if (returnTo === undefined || keptDays(community) === 0) return whisper(call, 'tell-not');
  const asked = askedBy(call, question, { address: JSON.stringify(returnTo), days: () => keptDays(community) });
  const kept = await services.attempt.write((unit) => services.questions.keep(unit, asked));
  const own = kept?.question.askers.find((one) => one.person === person);
  if (!own) return whisper(call, 'tell-not');
  if (kept?.before?.askers.some((one) => one.person === person && isWaiting(one))) return whisper(call, 'tell-waiting');
  return isPrivateKey(keyOfPlace(place))
    ? whisper(call, 'tell-shown', { text: own.text })
    : whisper(call, 'tell-later');
}
