import type { Call, Command } from '../src/bot/command.ts';
import { composeEntry, composeRetired, showChoice } from '../src/bot/compose.ts';
import { findEntry, nearEntries } from '../src/bot/find-entry.ts';
import { plainReply, type Reply } from '../src/bot/reply.ts';

/** Shows one entry by its id, the last part of its id, or its title. */
export const show: Command = {
  name: 'show',
  options: [{ name: 'entry', kind: 'entry', required: true }],
  run: (call) => {
    const { all, entries } = call.community.knowledge();
    const entry = findEntry(entries, call.argument);
    if (entry) return composeEntry(entry, call);
    const gone = findEntry(all, call.argument);
    return gone ? composeRetired(gone, call) : notFound(call);
  },
};

function notFound(call: Call): Reply {
  const choices = nearEntries(call.community.knowledge().entries, call.argument).map((entry) => showChoice(entry, call));
  return { ...plainReply(call.language, call.say('no-entry', { id: call.argument }), choices), question: choices.length > 0 ? call.say('did-you-mean') : undefined };
}
