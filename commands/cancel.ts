import { tell } from '../src/bot/answers/reply.ts';
import type { Command } from '../src/bot/command.ts';
import { dropDraft, findDraft } from '../src/bot/moderation/perform.ts';

/** Discards a draft that awaits confirmation; only for its author. */
export const cancel: Command = {
  name: 'cancel',
  options: [{ name: 'draft', kind: 'code' }],
  givesUp: true,
  run: async (call) => {
    const id = call.options.draft ?? '';
    const { refusal } = await findDraft(call, id, 'nothing-to-cancel');
    if (refusal) return refusal;
    await dropDraft(call, id);
    return tell(call, 'cancelled');
  },
};
