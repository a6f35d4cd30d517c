import { type Edit, KINDS, type Kind } from '../ports/changes.ts';
import { editOf, type State } from './records.ts';

/** Records that are a community's own; places are not carried over. */
const CARRIED = KINDS.filter((kind) => kind !== 'place');

interface Side {
  readonly id: string;
  readonly state: State;
}

/**
 * A place with its community joins another: everything it has is carried over, beside what the other has. If both
 * decided the same thing differently, the host's decision stays; see conflictsOf.
 */
export function joinEdits(
  host: Side,
  guest: Side,
  places: { readonly host: string; readonly guests: readonly string[] },
): Edit[] {
  const carried = recordsOf(guest.state)
    .filter(({ kind, key }) => host.state.raw(kind, key) === null)
    .map(({ kind, key, value }) => ({ community: host.id, kind, key, after: value }));
  const homes = [places.host, ...places.guests]
    .filter((place) => host.state.raw('place', place) === null)
    .map((place) => editOf(host.id, 'place', place, { title: '' }));
  const left = places.guests
    .filter((place) => guest.state.raw('place', place) !== null)
    .map((place) => editOf(guest.id, 'place', place, null));
  return [...left, ...carried, ...homes];
}

/** The joining community's records that differ from the host's, and will be overridden by them. */
export function conflictsOf(host: State, guest: State): { readonly kind: Kind; readonly key: string }[] {
  return recordsOf(guest).filter(({ kind, key, value }) => {
    const other = host.raw(kind, key);
    return other !== null && meaningOf(other) !== meaningOf(value);
  });
}

/** Without who and when: those differ for everything. */
const meaningOf = (value: string): string =>
  JSON.stringify(JSON.parse(value), (name, part: unknown) => (name === 'by' || name === 'at' ? undefined : part));

/** A place leaves with a copy of everything: from then on each goes on by itself, and neither has lost anything. */
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
