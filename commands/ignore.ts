import { whisper } from '../src/bot/answers/reply.ts';
import type { Command } from '../src/bot/command.ts';
import { groupMeant, noGroup } from '../src/bot/unanswered/open-choices.ts';

/** Takes a question off the list of the unanswered. */
export const ignore: Command = {
  name: 'ignore',
  options: [{ name: 'group', kind: 'text', required: true }],
  forModerators: true,
  forEditors: true,
  run: async (call) => {
    const group = await groupMeant(call);
    if (!group) return noGroup(call);
    await call.services.questions.remove(group);
    return whisper(call, 'ignored', { text: group.text });
  },
};
