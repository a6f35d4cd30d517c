import type { Command } from '../src/bot/command.ts';
import { findDraft } from '../src/bot/community/draft.ts';
import { perform } from '../src/bot/community/perform.ts';
import { plainReply } from '../src/bot/reply.ts';

/** Does what was shown before; whether the person may is asked again. */
export const confirm: Command = {
  name: 'confirm',
  options: [
    { name: 'draft', kind: 'text', required: true },
    { name: 'force', kind: 'flag' },
  ],
  forModerators: true,
  isHidden: true,
  run: async (call) => {
    const deed = await findDraft(call, call.options.draft ?? '');
    return deed ? perform(call, deed) : plainReply(call.language, call.say('no-draft'));
  },
};
