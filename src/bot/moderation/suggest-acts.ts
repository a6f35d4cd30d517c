import { sayMoment } from '../answers/formats.ts';
import type { Call, Suggested } from '../command.ts';
import { isOfOnePlace, recentLineage, undoneIn, waitingIn } from '../community/lineage.ts';
import type { Act } from '../ports/changes.ts';
import { sayRecord } from './act-words.ts';

/** Changes that can be taken back, the newest first. */
export const suggestUndo = (call: Call): Promise<Suggested[]> =>
  suggestActs(call, (acts) => {
    const undone = undoneIn(acts);
    return acts.filter((act) => !undone.has(act.id) && act.changes.length > 0 && isOfOnePlace(act));
  });

/** Changes that wait for another moderator, the newest first. */
export const suggestApproval = (call: Call): Promise<Suggested[]> => suggestActs(call, (acts) => waitingIn(acts).filter(({ person }) => person !== call.person));

async function suggestActs(call: Call, chosen: (acts: readonly Act[]) => readonly Act[]): Promise<Suggested[]> {
  const acts = await call.services.store.transact(({ log }) => recentLineage(log, call.community.id));
  return [...chosen(acts)].reverse().map((act) => {
    const [change] = act.changes;
    const what = change ? ` · ${sayRecord(call, change.kind, change.key, change.after ?? change.before)}` : '';
    return { value: String(act.id), label: `#${act.id} /${act.command}${what} · ${sayMoment(act.at, call.language)}` };
  });
}
