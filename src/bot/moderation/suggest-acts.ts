import { sayMoment } from '../answers/formats.ts';
import type { Call, Suggested } from '../command.ts';
import { isOfOnePlace, recentLineage, undoneIn } from '../community/lineage.ts';
import type { Act } from '../ports/changes.ts';
import { sayRecord } from './act-words.ts';

/** Changes that can be taken back, the newest first. */
export async function suggestUndo(call: Call): Promise<Suggested[]> {
  const acts = await call.services.attempt.read(({ log }) => recentLineage(log, call.community.id));
  const undone = undoneIn(acts);
  return suggested(
    call,
    acts.filter((act) => !undone.has(act.id) && act.changes.length > 0 && isOfOnePlace(act)),
  );
}

/** Changes that wait for another moderator, the newest first. */
export async function suggestApproval(call: Call): Promise<Suggested[]> {
  const waiting = await call.services.attempt.read(({ log }) => log.waiting(call.community.id));
  return suggested(
    call,
    waiting.filter(({ person }) => person !== call.person),
  );
}

function suggested(call: Call, acts: readonly Act[]): Suggested[] {
  return [...acts].reverse().map((act) => {
    const [change] = act.changes;
    const what = change ? ` · ${sayRecord(call, change.kind, change.key, change.after ?? change.before)}` : '';
    return { value: String(act.id), label: `#${act.id} /${act.command}${what} · ${sayMoment(act.at, call.language)}` };
  });
}
