import type { Call, Command } from '../src/bot/command.ts';
import { findEntry } from '../src/bot/find-entry.ts';
import { actBlocks } from '../src/bot/moderate/act-words.ts';
import type { Act } from '../src/bot/ports/changes.ts';
import { plainReply } from '../src/bot/reply.ts';

const NEWEST = 8;

/** Who changed what, when and why: of one entry, or the newest changes of all. */
export const history: Command = {
  name: 'history',
  options: [{ name: 'entry', kind: 'entry' }],
  forModerators: true,
  run: async (call) => {
    const words = call.options.entry ?? call.about?.entry;
    const entry = words === undefined ? undefined : findEntry(call.community.knowledge().all, words);
    const id = entry?.id ?? words;
    const acts = await actsOf(call, id);
    const shown = acts.slice(-NEWEST).reverse();
    if (shown.length === 0) return plainReply(call.language, id === undefined ? call.say('no-history') : call.say('no-history-of', { entry: id }));
    const choices = shown.map((act) => ({ label: call.say(act.held ? 'approve-it' : 'undo-act', { act: String(act.id) }), command: act.held ? 'approve' : 'undo', argument: String(act.id) }));
    return { language: call.language, title: call.say('history-title'), blocks: shown.flatMap((act) => actBlocks(call, act)), notes: [], question: call.say('history-question'), choices, isPrivate: true };
  },
};

/** Acts that touched the entry in any way: its text in any language, its phrasings, a pin that leads to it. */
async function actsOf(call: Call, id: string | undefined): Promise<Act[]> {
  const acts = await call.services.store.transact(({ log }) => log.acts({ community: call.community.id, ...(id === undefined ? { newest: NEWEST } : {}) }));
  if (id === undefined) return acts;
  const isAbout = ({ kind, key, before, after }: Act['changes'][number]) =>
    (kind === 'retired' && key === id) || (['entry', 'phrasings'].includes(kind) && key.slice(key.indexOf('/') + 1) === id) || (kind === 'pin' && [before, after].some((value) => value?.includes(JSON.stringify(id))));
  return acts.filter(({ changes }) => changes.some(isAbout));
}
