import type { Incoming } from '../conversation/incoming.ts';
import type { Place } from '../conversation/place.ts';
import { keyOf, listIn, settingOfKey } from '../settings/chosen.ts';
import { rowOf } from '../settings/table.ts';
import type { Community } from './community.ts';

/**
 * Roles that a community gives to people, beside their permissions on the platform: its moderators, and those who help
 * others.
 */
export type Office = 'moderators' | 'helpers';

/** Whether one of these changes says who moderates: only those may whom the platform itself lets moderate. */
export const areAppointing = (changes: readonly { readonly kind: string; readonly key: string }[]): boolean =>
  changes.some(({ kind, key }) => {
    const setting = kind === 'setting' ? settingOfKey(key) : undefined;
    return setting !== undefined && rowOf(setting).appoints === true;
  });

/** Whether somebody has been given an office in a place. @param marks ids of their roles there, and their keyed hash */
export function holds(
  { state }: Pick<Community, 'state'>,
  office: Office,
  place: Place,
  marks: readonly string[],
): boolean {
  const given = listIn(state.get('setting', keyOf(office, place)));
  return marks.some((mark) => given.includes(mark));
}

/** Whether somebody holds it now: a person who has left the place holds none. @param person keyed hash */
export async function holdsNow(
  community: Pick<Community, 'state'>,
  office: Office,
  { place, roles = [], isPresent }: Pick<Incoming, 'place' | 'roles' | 'isPresent'>,
  person: string,
): Promise<boolean> {
  return holds(community, office, place, [...roles, person]) && ((await isPresent?.()) ?? true);
}
