import { titleIn } from '../src/bot/answers/compose.ts';
import type { Command } from '../src/bot/command.ts';
import { encode } from '../src/bot/community/records.ts';
import { entryMeant } from '../src/bot/moderation/lookup.ts';
import { WHY_AND_FORCE } from '../src/bot/moderation/named-change.ts';
import { perform } from '../src/bot/moderation/perform.ts';
import { propose } from '../src/bot/moderation/proposed-change.ts';

/** Takes an entry out of the answers; nothing of it is lost. */
export const retire: Command = {
  name: 'retire',
  options: [{ name: 'entry', kind: 'entry' }, ...WHY_AND_FORCE],
  forModerators: true,
  run: (call) => {
    const { entry, refusal } = entryMeant(call, 'retire');
    if (!entry) return refusal;
    const edit = {
      community: call.community.id,
      kind: 'retired' as const,
      key: entry.id,
      after: encode('retired', { why: call.options.why ?? '' }),
    };
    return perform(call, propose(call, { command: 'retire', subject: titleIn(entry, call), edits: [edit] }));
  },
};
