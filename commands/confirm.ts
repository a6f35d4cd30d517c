import type { Command } from '../src/bot/command.ts';
import { findDraft, perform } from '../src/bot/moderation/perform.ts';

/** Carries out a previewed change; permissions are checked again. */
export const confirm: Command = {
  name: 'confirm',
  options: [
    { name: 'draft', kind: 'code', required: true },
    { name: 'force', kind: 'flag' },
  ],
  forModerators: true,
  forEditors: true,
  run: async (call) => {
    const { proposed, refusal } = await findDraft(call, call.options.draft ?? '', 'no-draft');
    return proposed ? perform(call, proposed) : refusal;
  },
};
