import type { Command } from '../src/bot/command.ts';
import { groupMeant, noGroup } from '../src/bot/questions/listed.ts';
import { teach } from './teach.ts';

/** Opens the form for a new entry, with an unanswered question filled in. */
export const answer: Command = {
  name: 'answer',
  options: [{ name: 'group', kind: 'code', required: true }],
  forModerators: true,
  forEditors: true,
  run: async (call) => {
    const group = await groupMeant(call);
    return group ? teach.run({ ...call, options: { question: group.text, language: group.language } }) : noGroup(call);
  },
};
