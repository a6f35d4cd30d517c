import type { Act } from '../ports/changes.ts';
import type { Unit } from '../ports/store.ts';

/**
 * The acts that led to a community's present state, oldest first: its own, and those of other communities up to the act
 * that carried their records over, when places were linked or unlinked.
 * @param newest so many only. Default: all
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
    // The latest first: it covers more, so no community is read twice.
    open.push(
      ...acts
        .filter((act) => isCarriage(act, id))
        .map((act) => ({ id: act.community, before: act.id }))
        .reverse(),
    );
  }
  const all = [...found.values()].sort((a, b) => a.id - b.id);
  // Of each community only the newest were read, so before the oldest of these some may be missing.
  return newest === undefined ? all : all.slice(-newest);
}

/** People mostly want to see or undo something recent. */
const RECENT = 500;

/**
 * At least as many of the newest acts as are wanted, without reading a long history to its beginning. Whatever followed
 * from one of them is included, as it is newer.
 * @param isEnough looks at what was read; otherwise more is read. Default: a few hundred are enough
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

/** Whether it was done in another community but changed this one. */
const isCarriage = ({ community, changes }: Act, here: string): boolean =>
  community !== here && changes.some((change) => change.community === here);

/** Ids of acts that are undone now: an undo that was itself undone does not count. */
export function undoneIn(acts: readonly Pick<Act, 'id' | 'undoes'>[]): Set<number> {
  const undone = new Set<number>();
  for (const act of [...acts].reverse()) if (act.undoes !== null && !undone.has(act.id)) undone.add(act.undoes);
  return undone;
}

/**
 * Whether its changes can be undone one by one: all are in the community in which it was done, and none moves a place.
 */
export const isOfOnePlace = ({ community, changes }: Act): boolean =>
  changes.every((change) => change.community === community && change.kind !== 'place');
