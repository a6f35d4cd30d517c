import { type Command, commandNamed, refusalOf } from '../src/bot/command.ts';
import { findDraft, perform } from '../src/bot/moderation/perform.ts';

/**
 * Carries out a previewed change. The rights that its command needs are asked for again, as they may have been
 * withdrawn since the preview.
 */
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
    if (!proposed) return refusal;
    const command = commandNamed(call.services, proposed.command);
    return (command && (await refusalOf(call, command))) ?? perform(call, proposed);
  },
};
