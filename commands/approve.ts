import type { Call, Command } from '../src/bot/command.ts';
import { prepare } from '../src/bot/community/deed.ts';
import { perform } from '../src/bot/community/perform.ts';
import { actBlocks } from '../src/bot/moderate/act-words.ts';
import type { Act } from '../src/bot/ports/changes.ts';
import { plainReply, type Reply } from '../src/bot/reply.ts';

/** Lets a change through that was held because one person made many; or lists those that wait. */
export const approve: Command = {
  name: 'approve',
  options: [{ name: 'change', kind: 'text' }],
  forModerators: true,
  run: async (call) => {
    const waiting = await waitingActs(call);
    if (call.options.change === undefined) return allWaiting(call, waiting);
    const act = waiting.find(({ id }) => `${id}` === call.options.change?.replace(/^#/, ''));
    if (!act) return plainReply(call.language, call.say('no-held', { act: call.options.change }));
    if (act.person === call.person) return plainReply(call.language, call.say('approve-own', { act: String(act.id) }));
    const edits = act.changes.map(({ community, kind, key, after }) => ({ community, kind, key, after }));
    const deed = prepare(call, { command: 'approve', subject: String(act.id), edits, why: act.why, approves: act.id });
    // It was looked at as it stood then: if a record is another now, it is not what was held.
    return perform(call, { ...deed, found: act.changes.map(({ before }) => before) });
  },
};

async function waitingActs({ services, community }: Call): Promise<Act[]> {
  const acts = await services.store.transact(({ log }) => log.acts({ community: community.id }));
  const approved = new Set(acts.map(({ approves }) => approves));
  return acts.filter(({ id, held }) => held && !approved.has(id));
}

function allWaiting(call: Call, waiting: readonly Act[]): Reply {
  if (waiting.length === 0) return plainReply(call.language, call.say('none-held'));
  const choices = waiting.map(({ id }) => ({ label: call.say('approve-it', { act: String(id) }), command: 'approve', argument: String(id) }));
  return { language: call.language, title: call.say('held-title'), blocks: waiting.flatMap((act) => actBlocks(call, act)), notes: [], question: call.say('history-question'), choices, isPrivate: true };
}
