import type { Command } from '../src/bot/command.ts';
import { prepare } from '../src/bot/community/deed.ts';
import { perform } from '../src/bot/community/perform.ts';
import { encode } from '../src/bot/community/records.ts';
import { titleIn } from '../src/bot/compose.ts';
import { entryMeant } from '../src/bot/moderate/lookup.ts';

/** Takes an entry out of the answers; nothing of it is lost. */
export const retire: Command = {
  name: 'retire',
  options: [
    { name: 'entry', kind: 'entry' },
    { name: 'why', kind: 'text' },
    { name: 'force', kind: 'flag' },
  ],
  forModerators: true,
  run: (call) => {
    const { entry, refusal } = entryMeant(call, 'retire');
    if (!entry) return refusal;
    const edit = { community: call.community.id, kind: 'retired' as const, key: entry.id, after: encode('retired', { why: call.options.why ?? '' }) };
    return perform(call, prepare(call, { command: 'retire', subject: titleIn(entry, call), edits: [edit] }));
  },
};
