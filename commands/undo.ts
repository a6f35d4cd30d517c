import type { Call, Command } from '../src/bot/command.ts';
import { prepare } from '../src/bot/community/deed.ts';
import { perform } from '../src/bot/community/perform.ts';
import type { Act } from '../src/bot/ports/changes.ts';
import { plainReply, type Reply } from '../src/bot/reply.ts';

/** Takes a change back: every record gets the bytes that it had before. Without a number, the caller's own newest change. */
export const undo: Command = {
  name: 'undo',
  options: [
    { name: 'change', kind: 'text' },
    { name: 'why', kind: 'text' },
  ],
  forModerators: true,
  run: async (call) => {
    const act = await actMeant(call);
    if (!act) return plainReply(call.language, call.options.change === undefined ? call.say('missing-undo') : call.say('no-change', { act: call.options.change }));
    if (act.held) return plainReply(call.language, call.say('undo-held', { act: String(act.id) }));
    const later = await laterActs(call, act);
    if (later.length > 0) return conflict(call, act, later);
    const edits = act.changes.map(({ community, kind, key, before }) => ({ community, kind, key, after: before }));
    return perform(call, prepare(call, { command: 'undo', subject: String(act.id), edits, undoes: act.id }));
  },
};

async function actMeant({ services, community, options, person }: Call): Promise<Act | undefined> {
  return services.store.transact(async ({ log }) => {
    if (options.change === undefined) return (await log.acts({ community: community.id, person })).findLast(({ held }) => !held);
    const id = Number(options.change.replace(/^#/, ''));
    const act = Number.isSafeInteger(id) ? await log.act(id) : undefined;
    return act?.community === community.id ? act : undefined;
  });
}

/** Changes of the same records since: to go back behind them would lose them unseen. */
async function laterActs({ services, community }: Call, act: Act): Promise<Act[]> {
  const touched = new Set(act.changes.map(({ kind, key }) => `${kind} ${key}`));
  const stands = act.changes.every((change) => services.communities.byId(change.community).state.raw(change.kind, change.key) === change.after);
  if (stands) return [];
  const acts = await services.store.transact(({ log }) => log.acts({ community: community.id, after: act.id }));
  return acts.filter(({ held, changes }) => !held && changes.some(({ kind, key }) => touched.has(`${kind} ${key}`)));
}

function conflict(call: Call, act: Act, later: readonly Act[]): Reply {
  const choices = later.slice(-1).map(({ id }) => ({ label: call.say('undo-act', { act: String(id) }), command: 'undo', argument: String(id) }));
  return plainReply(call.language, call.say('undo-conflict', { act: String(act.id), later: later.map(({ id }) => `#${id}`).join(', ') }), choices);
}
