import type { Act } from '../ports/changes.ts';
import type { Log } from '../ports/store.ts';

/**
 * The acts from which a community's state comes, oldest first: its own, and those of communities whose records were carried
 * over when places were linked or parted, up to then.
 */
export async function lineage(log: Log, community: string): Promise<Act[]> {
  const found = new Map<number, Act>();
  const read = new Map<string, number>();
  const open: { readonly id: string; readonly before: number }[] = [{ id: community, before: Number.POSITIVE_INFINITY }];
  for (let next = open.shift(); next; next = open.shift()) {
    const { id, before } = next;
    if ((read.get(id) ?? 0) >= before) continue;
    read.set(id, before);
    const acts = (await log.acts({ community: id })).filter((act) => act.id < before);
    for (const act of acts) found.set(act.id, act);
    // The newest first, so that each community is read once to its end.
    open.push(
      ...acts
        .filter((act) => isCarriage(act, id))
        .map((act) => ({ id: act.community, before: act.id }))
        .reverse(),
    );
  }
  return [...found.values()].sort((a, b) => a.id - b.id);
}

/** Done elsewhere, but it changed something here. */
const isCarriage = ({ community, held, changes }: Act, here: string): boolean => community !== here && !held && changes.some((change) => change.community === here);

/** Ids of acts that were taken back and stay so: an undo that was itself undone does not count. */
export function undoneIn(acts: readonly Act[]): Set<number> {
  const undone = new Set<number>();
  for (const act of [...acts].reverse()) if (act.undoes !== null && !act.held && !undone.has(act.id)) undone.add(act.undoes);
  return undone;
}

/** Held acts that nobody has let through or dropped. */
export function waitingIn(acts: readonly Act[]): Act[] {
  const undone = undoneIn(acts);
  const approved = new Set(acts.filter(({ id }) => !undone.has(id)).map(({ approves }) => approves));
  return acts.filter(({ id, held }) => held && !approved.has(id) && !undone.has(id));
}

/** Whether its changes can be taken back one by one: they all are of the community in which it was done. */
export const isOfOnePlace = ({ community, changes }: Act): boolean => changes.every((change) => change.community === community && change.kind !== 'place');
