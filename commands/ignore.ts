import { type Reply, whisper } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { groupsMeant, noGroup, numbersIn } from '../src/bot/questions/listed.ts';

/** Removes questions from the list, or restores those that were just removed. */
export const ignore: Command = {
  name: 'ignore',
  options: [
    { name: 'group', kind: 'code' },
    { name: 'back', kind: 'code' },
  ],
  forModerators: true,
  forEditors: true,
  run: async (call) => {
    const { back } = call.options;
    if (back !== undefined) return bringBack(call, back);
    if (call.options.group === undefined) return whisper(call, 'missing-ignore');
    const groups = await groupsMeant(call);
    const [first] = groups;
    if (!first) return noGroup(call);
    for (const group of groups) await call.services.questions.remove(group, false);
    const undo = {
      label: call.say('undo-it'),
      command: 'ignore',
      argument: `back: ${groups.map(({ id }) => id).join(' ')}`,
    };
    return groups.length === 1
      ? whisper(call, 'ignored', { text: first.text }, [undo])
      : whisper(call, 'ignored-many', { count: groups.length }, [undo]);
  },
};

async function bringBack(call: Call, back: string): Promise<Reply> {
  const { questions } = call.services;
  const numbers = numbersIn(back);
  const gone = questions.removed(call.community.id).filter(({ question }) => numbers.includes(`${question.id}`));
  const [first] = gone;
  if (!first) return whisper(call, 'question-gone');
  for (const { question } of gone) await questions.bringBack(question);
  return gone.length === 1
    ? whisper(call, 'question-back', { text: first.question.text })
    : whisper(call, 'questions-back', { count: gone.length });
}
