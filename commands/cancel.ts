import { plainReply } from '../src/bot/answers/reply.ts';
import type { Command } from '../src/bot/command.ts';
import { dropDraft } from '../src/bot/moderation/draft.ts';

/** Drops what waits for a confirmation. */
export const cancel: Command = {
  name: 'cancel',
  options: [{ name: 'draft', kind: 'text' }],
  isHidden: true,
  run: async (call) => {
    const isDropped = call.options.draft !== undefined && (await dropDraft(call, call.options.draft));
    return plainReply(call.language, call.say(isDropped ? 'cancelled' : 'nothing-to-cancel'));
  },
};
