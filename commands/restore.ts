import type { Command } from '../src/bot/command.ts';
import { prepare } from '../src/bot/community/deed.ts';
import { perform } from '../src/bot/community/perform.ts';
import { titleIn } from '../src/bot/compose.ts';
import { entryMeant, noEntry } from '../src/bot/moderate/lookup.ts';
import { plainReply, type Reply } from '../src/bot/reply.ts';
import type { Call } from '../src/bot/command.ts';

/** Brings a retired entry back; without an entry it lists those that are retired. */
export const restore: Command = {
  name: 'restore',
  options: [
    { name: 'entry', kind: 'entry' },
    { name: 'why', kind: 'text' },
    { name: 'force', kind: 'flag' },
  ],
  forModerators: true,
  run: (call) => {
    const entry = entryMeant(call, true);
    if (call.options.entry === undefined && !entry) return allRetired(call);
    if (!entry) return noEntry(call, 'restore');
    if (!call.community.knowledge().retired.has(entry.id)) return plainReply(call.language, call.say('not-retired', { title: titleIn(entry, call) }));
    const edit = { community: call.community.id, kind: 'retired' as const, key: entry.id, after: null };
    return perform(call, prepare(call, { command: 'restore', subject: titleIn(entry, call), edits: [edit] }));
  },
};

function allRetired(call: Call): Reply {
  const { retired, all } = call.community.knowledge();
  const entries = [...retired].map((id) => all.get(id)).filter((entry) => entry !== undefined);
  if (entries.length === 0) return plainReply(call.language, call.say('none-retired'));
  const choices = entries.map((entry) => ({ label: titleIn(entry, call), command: 'restore', argument: entry.id }));
  return { language: call.language, blocks: [], notes: [], question: call.say('restore-which'), choices, isPrivate: true };
}
