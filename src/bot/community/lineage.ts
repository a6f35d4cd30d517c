import type { Act } from '../ports/changes.ts';
import type { Unit } from '../ports/store.ts';

/**
 * The acts from which a community's state comes, oldest first: its own, and those of communities whose records were
 * carried over when places were linked or parted, up to then.
 * @param newest so many of them. Default: all.
 */
export async function lineage(log: Unit['log'], community: string, newest?: number): Promise<Act[]> {
  const found = new Map<number, Act>();
  const read = new Map<string, number>();
  const open: { readonly id: string; readonly before: number }[] = [
    { id: community, before: Number.POSITIVE_INFINITY },
  ];
  for (let next = open.shift(); next; next = open.shift()) {
    const { id, before } = next;
    if ((read.get(id) ?? 0) >= before) continue;
    read.set(id, before);
    const acts = await log.acts({ community: id, newest, before: Number.isFinite(before) ? before : undefined });
    for (const act of acts) found.set(act.id, act);
    // The newest first, so that each community is read once to its end.
    open.push(
      ...acts
        .filter((act) => isCarriage(act, id))
        .map((act) => ({ id: act.community, before: act.id }))
        .reverse(),
    );
  }
  const all = [...found.values()].sort((a, b) => a.id - b.id);
  // Of each community the newest were read: older than the oldest of these something may be missing.
  return newest === undefined ? all : all.slice(-newest);
}

/** Acts that are read at first: what people want to see or take back is mostly among them. */
const RECENT = 500;

/**
 * As many of the newest acts as are wanted, so that a long history is not read for its end. What an act led to is
 * always among them: it came later.
 * @param isEnough looks at those that were read. Default: the first few hundred are.
 */
export async function recentLineage(
  log: Unit['log'],
  community: string,
  isEnough: (acts: readonly Act[]) => boolean = () => true,
): Promise<Act[]> {
  for (let newest = RECENT; ; newest *= 4) {
    const acts = await lineage(log, community, newest);
    if (acts.length < newest || isEnough(acts)) return acts;
  }
}

/** Done elsewhere, but it changed something here. */
const isCarriage = ({ community, changes }: Act, here: string): boolean =>
  community !== here && changes.some((change) => change.community === here);

/** Ids of acts that were taken back and stay so: an undo that was itself undone does not count. */
export function undoneIn(acts: readonly Pick<Act, 'id' | 'undoes'>[]): Set<number> {
  const undone = new Set<number>();
  for (const act of [...acts].reverse()) if (act.undoes !== null && !undone.has(act.id)) undone.add(act.undoes);
  return undone;
}

/** Whether its changes can be taken back one by one: they all are of the community in which it was done. */
export const isOfOnePlace = ({ community, changes }: Act): boolean =>
  changes.every((change) => change.community === community && change.kind !== 'place');
