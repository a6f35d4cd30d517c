import type { Command } from '../src/bot/command.ts';
import { findDraft, perform } from '../src/bot/moderation/perform.ts';

/** Carries out a previewed change. Permissions are checked again, as they may have been withdrawn since the preview. */
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
