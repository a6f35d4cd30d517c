import { encode } from './records.ts';
import type { Edit, Kind } from '../ports/changes.ts';
import { KINDS } from '../ports/changes.ts';
import type { State } from './state.ts';

/** Records that are a community's own; places are not carried over. */
const CARRIED = KINDS.filter((kind) => kind !== 'place');

/**
 * A place with its community joins another: everything it has is carried over, beside what the other has. Where both decided
 * the same thing differently, the host's decision stays.
 */
export function joinEdits(host: { readonly id: string; readonly state: State }, guest: { readonly id: string; readonly state: State }, places: { readonly host: string; readonly guests: readonly string[] }): Edit[] {
  const carried = CARRIED.flatMap((kind) => guest.state.rawAll(kind).filter(([key]) => host.state.raw(kind, key) === null).map(([key, value]) => edit(host.id, kind, key, value)));
  const homes = [places.host, ...places.guests].filter((place) => host.state.raw('place', place) === null).map((place) => edit(host.id, 'place', place, encode('place', { title: '' })));
  const left = places.guests.filter((place) => guest.state.raw('place', place) !== null).map((place) => edit(guest.id, 'place', place, null));
  return [...left, ...carried, ...homes];
}

/** A place leaves with a copy of everything: from then on each goes on by itself, and neither has lost anything. */
export function leaveEdits(from: { readonly id: string; readonly state: State }, to: { readonly id: string; readonly state: State }, place: string, isNamed: boolean): Edit[] {
  const copied = CARRIED.flatMap((kind) => from.state.rawAll(kind).map(([key, value]) => edit(to.id, kind, key, value)));
  const kept = new Set(copied.map(({ kind, key }) => `${kind} ${key}`));
  const stale = CARRIED.flatMap((kind) => to.state.rawAll(kind).filter(([key]) => !kept.has(`${kind} ${key}`)).map(([key]) => edit(to.id, kind, key, null)));
  const home = isNamed ? [edit(to.id, 'place', place, encode('place', { title: '' }))] : [];
  return [edit(from.id, 'place', place, null), ...stale, ...copied, ...home];
}

const edit = (community: string, kind: Kind, key: string, after: string | null): Edit => ({ community, kind, key, after });
