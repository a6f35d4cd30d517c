import type { CommunityCall } from '../command.ts';
import { recentLineage } from '../community/lineage.ts';
import { isPinsText, pinOfText, splitKey } from '../community/own-entries.ts';
import { decode } from '../community/records.ts';
import type { Act, Change, Kind } from '../ports/changes.ts';
import type { Unit } from '../ports/store.ts';
import { keyOfEntry } from '../settings/chosen.ts';

/**
 * Whether a change touches an entry in any way: its text in any language, its phrasings, its retirement, its place on
 * the site, or a pin that leads to it.
 */
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
 * Recent acts and, if too few of them are about the entry, older ones that changed its present records: a long history
 * need not be read to its end. Oldest first; some are about other entries.
 * @param most older acts of each record
 */
export async function actsAround(
  { community, services }: CommunityCall,
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
