import { type Edit, KINDS, type Kind } from '../ports/changes.ts';
import { placeOfSetting } from '../settings/chosen.ts';
import { editOf, type State } from './records.ts';

/** Kinds of records that a linked or unlinked place takes along. */
const CARRIED = KINDS.filter((kind) => kind !== 'place');

interface Side {
  readonly id: string;
  readonly state: State;
}

/**
 * A place and its community join another, the host, and bring all their records. If both have a record, the host's
 * stays; see conflictsOf. Settings of places that have left the guest's community stay behind: they may be out of date,
 * and would appoint moderators whom the place itself has dismissed.
 */
export function joinEdits(
  host: Side,
  guest: Side,
  places: { readonly host: string; readonly guests: readonly string[] },
): Edit[] {
  const isElsewhere = (kind: Kind, key: string): boolean => {
    const place = kind === 'setting' ? placeOfSetting(key) : undefined;
    return place !== undefined && !places.guests.includes(place);
  };
  const carried = recordsOf(guest.state)
    .filter(({ kind, key }) => host.state.raw(kind, key) === null && !isElsewhere(kind, key))
    .map(({ kind, key, value }) => ({ community: host.id, kind, key, after: value }));
  const homes = [places.host, ...places.guests]
    .filter((place) => host.state.raw('place', place) === null)
    .map((place) => editOf(host.id, 'place', place, { title: '' }));
  const left = places.guests
    .filter((place) => guest.state.raw('place', place) !== null)
    .map((place) => editOf(guest.id, 'place', place, null));
  return [...left, ...carried, ...homes];
}

/** Records of the joining community that are lost because the host has other ones. */
export function conflictsOf(host: State, guest: State): { readonly kind: Kind; readonly key: string }[] {
  return recordsOf(guest).filter(({ kind, key, value }) => {
    const other = host.raw(kind, key);
    return other !== null && meaningOf(other) !== meaningOf(value);
  });
}

/** Ignores who and when, which always differ. */
const meaningOf = (value: string): string =>
  JSON.stringify(JSON.parse(value), (name, part: unknown) => (name === 'by' || name === 'at' ? undefined : part));

/** A place leaves with a copy of all records, so that nothing is lost on either side. */
export function leaveEdits(from: Side, to: Side, place: string, isNamed: boolean): Edit[] {
  const copied = recordsOf(from.state).map(({ kind, key, value }) => ({ community: to.id, kind, key, after: value }));
  const kept = new Set(copied.map(({ kind, key }) => `${kind} ${key}`));
  const stale = recordsOf(to.state)
    .filter(({ kind, key }) => !kept.has(`${kind} ${key}`))
    .map(({ kind, key }) => editOf(to.id, kind, key, null));
  const home = isNamed ? [editOf(to.id, 'place', place, { title: '' })] : [];
  return [editOf(from.id, 'place', place, null), ...stale, ...copied, ...home];
}

const recordsOf = (state: State): { kind: Kind; key: string; value: string }[] =>
  CARRIED.flatMap((kind) => state.rawAll(kind).map(([key, value]) => ({ kind, key, value })));
