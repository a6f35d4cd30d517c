import { whisper } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { groupMeant, noGroup } from '../src/bot/questions/listed.ts';

/** Takes a question off the list, or brings one back that was ignored a moment ago. */
export const ignore: Command = {
  name: 'ignore',
  options: [
    { name: 'group', kind: 'text' },
    { name: 'back', kind: 'text' },
  ],
  forModerators: true,
  forEditors: true,
  run: async (call) => {
    const { back } = call.options;
    if (back !== undefined) return bringBack(call, back);
    if (call.options.group === undefined) return whisper(call, 'missing-ignore');
    const group = await groupMeant(call);
    if (!group) return noGroup(call);
    await call.services.questions.remove(group, false);
    return whisper(call, 'ignored', { text: group.text }, [
      { label: call.say('undo-it'), command: 'ignore', argument: `back: ${group.id}` },
    ]);
  },
};

async function bringBack(call: Call, number: string) {
  const { questions } = call.services;
  const gone = questions.removed(call.community.id).find(({ question }) => `${question.id}` === number);
  if (!gone) return whisper(call, 'question-gone');
  await questions.bringBack(gone.question);
  return whisper(call, 'question-back', { text: gone.question.text });
}
