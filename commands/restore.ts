import { titleIn } from '../src/bot/answers/compose.ts';
import { entriesNamed } from '../src/bot/answers/find-entry.ts';
import { notice, type Reply, tell } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { editOf } from '../src/bot/community/records.ts';
import { noEntry } from '../src/bot/moderation/lookup.ts';
import { WHY_AND_FORCE } from '../src/bot/moderation/named-change.ts';
import { perform } from '../src/bot/moderation/perform.ts';
import { propose } from '../src/bot/moderation/proposed-change.ts';
import type { Entry } from '../src/core/entry/entry.ts';

/** Restores a retired entry; without an entry, lists the retired ones. */
export const restore: Command = {
  name: 'restore',
  group: 'teach',
  options: [{ name: 'entry', kind: 'entry' }, ...WHY_AND_FORCE],
  forModerators: true,
  forEditors: true,
  run: (call) => {
    const words = call.options.entry;
    if (words === undefined) return whichOf(call, retiredIn(call));
    const [entry, ...others] = entriesNamed(new Map(retiredIn(call).map((one) => [one.id, one])), words);
    if (others.length > 0)
      return whichOf(
        call,
        [entry, ...others].filter((one) => one !== undefined),
      );
    const present = entriesNamed(call.community.knowledge().entries, words)[0];
    if (!entry)
      return present ? tell(call, 'not-retired', { title: titleIn(present, call) }) : noEntry(call, 'restore');
    const edit = editOf(call.community.id, 'retired', entry.id, null);
    return perform(call, propose(call, { command: 'restore', subject: titleIn(entry, call), edits: [edit] }));
  },
};

function retiredIn({ community }: Call): Entry[] {
  const { retired, all } = community.knowledge();
  return [...retired].map((id) => all.get(id)).filter((entry) => entry !== undefined);
}

function whichOf(call: Call, entries: readonly Entry[]): Reply {
  if (entries.length === 0) return tell(call, 'none-retired');
  const choices = entries.map((entry) => ({
    label: titleIn(entry, call),
    command: 'restore',
    argument: `entry: ${entry.id}`,
  }));
  return notice(call.language, { question: call.say('restore-which'), choices, isPrivate: true });
}
