import type { Call } from '../command.ts';
import { recentLineage } from '../community/lineage.ts';
import { isPinsText, pinOfText, splitKey } from '../community/own-entries.ts';
import { decode } from '../community/records.ts';
import type { Act, Change, Kind } from '../ports/changes.ts';
import type { Unit } from '../ports/store.ts';
import { keyOfEntry } from '../settings/chosen.ts';

/** Tells changes that touch an entry in any way: its text in any language, its phrasings, a pin that leads to it. */
export function isAbout(id: string): (change: Change) => boolean {
  const isPin = ({ key, before, after }: Change) =>
    isPinsText(id)
      ? key === pinOfText(id)
      : [before, after].some((value) => value !== null && decode('pin', value).entry === id);
  return (change) => {
    if (change.kind === 'pin') return isPin(change);
    if (change.kind === 'retired') return change.key === id;
    if (change.kind === 'setting') return change.key === keyOfEntry('site', id);
    return ['entry', 'phrasings'].includes(change.kind) && splitKey(change.key).id === id;
  };
}

/**
 * Recent acts, and further back those that changed one of the entry's records as they are now: so a long history is not
 * read to its end for an entry that seldom changed. Oldest first; not all of them are about the entry.
 * @param most acts of each record
 */
export async function actsAround(
  { community, services }: Pick<Call, 'community' | 'services'>,
  log: Unit['log'],
  id: string,
  most: number,
): Promise<Act[]> {
  const recent = await recentLineage(log, community.id);
  if (recent.filter(({ changes }) => changes.some(isAbout(id))).length >= most) return recent;
  const languages = new Set([...services.languages.keys(), ...(community.knowledge().all.get(id)?.texts.keys() ?? [])]);
  const pins = community.state.all('pin').filter(([, pin]) => pin.entry === id);
  const records: (readonly [Kind, string])[] = [
    ['retired', id],
    ['setting', keyOfEntry('site', id)],
    ...pins.map(([key]) => ['pin', key] as const),
    ...[...languages].flatMap((language) =>
      (['entry', 'phrasings'] as const).map((kind) => [kind, `${language}/${id}`] as const),
    ),
  ];
  const found = new Map(recent.map((act) => [act.id, act]));
  for (const [kind, key] of records)
    for (const act of await log.acts({ community: community.id, kind, key, newest: most })) found.set(act.id, act);
  return [...found.values()].sort((a, b) => a.id - b.id);
}
