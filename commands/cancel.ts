import type { Command } from '../src/bot/command.ts';
import { takeDraft } from '../src/bot/community/draft.ts';
import { plainReply } from '../src/bot/reply.ts';

/** Drops what waits for a confirmation. */
export const cancel: Command = {
  name: 'cancel',
  options: [{ name: 'draft', kind: 'text' }],
  isHidden: true,
  run: async (call) => {
    const deed = call.options.draft === undefined ? undefined : await takeDraft(call, call.options.draft);
    return plainReply(call.language, call.say(deed ? 'cancelled' : 'nothing-to-cancel'));
  },
};
