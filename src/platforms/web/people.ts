import { randomBytes } from 'node:crypto';
import { erasureOf } from '../../bot/community/erasure.ts';
import { encode } from '../../bot/community/records.ts';
import type { Account } from '../../bot/conversation/incoming.ts';
import { INSTALLATION } from '../../bot/conversation/place.ts';
import type { Moment } from '../../bot/kinds.ts';
import { DAY_MS, momentAfter } from '../../bot/moment.ts';
import type { RecordKey } from '../../bot/ports/changes.ts';
import type { Unit } from '../../bot/ports/store.ts';
import type { Services } from '../../bot/services.ts';
import { NAME } from './context.ts';

/** A moderator of the pages. */
export interface Moderator {
  /** Letters and digits. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Keyed hash of the secret in their personal link; the secret itself is not stored. */
  readonly proof: string;
  readonly since: string;
  /** When their present link was made. */
  readonly made: Moment;
  /** Days for which the link is valid; 0: for ever. */
  readonly days: number;
  /** Id of the only community that they see; empty: all. Owners always see all. */
  readonly community: string;
}

/** Owners may do everything; moderators everything but manage people and links; editors may change entries. */
export const ROLES = ['moderator', 'editor', 'owner'] as const;
export type Role = (typeof ROLES)[number];

const KEY = 'moderator:';

/** Ordered by name. */
export function moderatorsIn({ communities }: Pick<Services, 'communities'>): Moderator[] {
  const found = communities.installation.state.all('setting').flatMap(([key, value]): Moderator[] => {
    const [name, role, proof, since = '', made = '', days, community = ''] = [value].flat();
    const known = ROLES.find((one) => one === role);
    return key.startsWith(KEY) && name !== undefined && known !== undefined && proof !== undefined
      ? [{ id: key.slice(KEY.length), name, role: known, proof, since, made, days: Number(days), community }]
      : [];
  });
  return found.sort((a, b) => a.name.localeCompare(b.name));
}

const recordOfPerson = ({ name, role, proof, since, made, days, community }: Omit<Moderator, 'id'>): string =>
  encode('setting', [name, role, proof, since, made, String(days), role === 'owner' ? '' : community]);

/** When the link ends: ISO 8601. Undefined: never. */
export const endOf = ({ made, days }: Moderator): string | undefined =>
  days === 0 ? undefined : momentAfter(made, days * DAY_MS);

export function hasExpired({ now }: Pick<Services, 'now'>, one: Moderator): boolean {
  const end = endOf(one);
  return end !== undefined && end < now();
}

/** A moderator's key before it is hashed. */
export const personOf = ({ id }: Pick<Moderator, 'id'>): string => `${NAME}:moderator-${id}`;

/** The moderator to whom a valid link belongs. */
export function moderatorWith(services: Services, secret: string): Moderator | undefined {
  const proof = proofOf(services, secret);
  return moderatorsIn(services).find((one) => one.proof === proof && !hasExpired(services, one));
}

/**
 * Records for a year that a link was used. The record is the person's own, and is exported and erased with their data.
 */
export async function noteUse({ attempt, hash, now }: Services, one: Moderator): Promise<void> {
  const [at, person] = [now(), hash(personOf(one))];
  const expires = momentAfter(at, 365 * DAY_MS);
  await attempt.write(({ kept }) =>
    kept.save({ key: USED + one.id, place: '', person, content: JSON.stringify(at), expires }),
  );
}

/** When somebody last signed in by their link: ISO 8601. Undefined if not within a year. */
export async function lastUse({ attempt, now }: Services, { id }: Moderator): Promise<string | undefined> {
  const item = await attempt.read(({ kept }) => kept.find(USED + id, now()));
  return item && (JSON.parse(item.content) as string);
}

const USED = 'link-used:';

/** @returns the secret of the new link, which is never shown again */
export async function addModerator(
  services: Services,
  granted: Pick<Moderator, 'name' | 'role' | 'days' | 'community'>,
  by: string,
): Promise<string> {
  const secret = newSecret();
  const at = services.now();
  const value = recordOfPerson({ ...granted, proof: proofOf(services, secret), since: at, made: at });
  await decide(services, KEY + randomBytes(8).toString('hex'), value, by);
  return secret;
}

/**
 * Replaces a link. The old link and sessions that came from it are no longer valid.
 * @returns its secret; undefined if there is no such moderator
 */
export async function renewLink(services: Services, id: string, by: string): Promise<string | undefined> {
  const one = moderatorsIn(services).find((moderator) => moderator.id === id);
  if (!one) return undefined;
  const secret = newSecret();
  await decide(
    services,
    KEY + id,
    recordOfPerson({ ...one, proof: proofOf(services, secret), made: services.now() }),
    by,
  );
  return secret;
}

/** Removes a moderator, and their name and id from the log, so that they are no longer named anywhere. */
export async function removeModerator(services: Services, id: string, by: string): Promise<void> {
  const account = accountOf(personOf({ id }));
  await services.attempt.write(({ kept }) => kept.remove(USED + id));
  for (const key of [KEY + id, ENDED + account, ALL_ENDED + account]) {
    if (services.communities.installation.state.raw('setting', key) === null) continue;
    await decide(services, key, null, by, async ({ people, log }) => {
      await people.forgetRecord(recordOf(key));
      // An act that no longer names the record which it changed.
      await log.append(erasureOf([INSTALLATION], services.now()));
    });
  }
}

/** The account of a named moderator; erasing it removes them. */
export function namedAccount(services: Services, one: Moderator): Account {
  const { id, name, role, since, community } = one;
  const account = accountOf(personOf({ id }));
  const endsOf = (key: string) => [services.communities.installation.state.get('setting', key + account) ?? []].flat();
  return {
    export: () => ({
      name,
      role,
      since,
      until: endOf(one),
      community,
      signedOut: [ENDED, ALL_ENDED].flatMap(endsOf),
    }),
    erase: () => removeModerator(services, id, ''),
  };
}

const newSecret = (): string => randomBytes(24).toString('base64url');

const proofOf = ({ hash }: Services, secret: string): string => hash(`moderator ${secret}`);

/** Milliseconds for which a sign-in is valid. */
const LASTS_MS = 12 * 3_600_000;
/** Prefix of the record with the sign-ins that an account has ended by signing out, by their expiry times. */
const ENDED = 'signed-out:';
/** Prefix of the record that ends all sign-ins of an account at once: those that expire up to the time in it. */
const ALL_ENDED = 'signed-out-everywhere:';
/**
 * The part of a record's key for an account. It is not the person's hash: erasure would then remove the record, and
 * sign-ins that were ended would be valid again.
 */
const accountOf = (person: string): string => person.slice(NAME.length + 1);

/**
 * When a new sign-in expires, in milliseconds; no two sign-ins of a person expire at the same time.
 * @param person unhashed
 */
export function untilWhen({ communities, now }: Services, person: string): number {
  const before = Number(communities.installation.state.get('setting', ALL_ENDED + accountOf(person)) ?? 0);
  return Math.max(Date.parse(now()) + LASTS_MS, before + 1);
}

/** Whether a sign-in was ended, by itself or with all others. @param person unhashed */
export function hasEnded({ communities }: Services, person: string, until: string): boolean {
  const { state } = communities.installation;
  const account = accountOf(person);
  return (
    Number(until) <= Number(state.get('setting', ALL_ENDED + account) ?? 0) ||
    [state.get('setting', ENDED + account) ?? []].flat().includes(until)
  );
}

/** Ends a sign-in in every process, even if its cookie was copied. @param person unhashed */
export async function endKey(services: Services, person: string, until: string): Promise<void> {
  const { communities, hash, now } = services;
  const key = ENDED + accountOf(person);
  const before = [communities.installation.state.get('setting', key) ?? []].flat();
  const ended = [...before.filter((one) => Number(one) > Date.parse(now())), until];
  await decide(services, key, encode('setting', ended), hash(person));
}

/** Ends all sign-ins of somebody on all devices; their link or token remains valid. @param person unhashed */
export const endAllKeys = (services: Services, person: string, by: string): Promise<void> =>
  decide(services, ALL_ENDED + accountOf(person), encode('setting', String(untilWhen(services, person))), by);

const recordOf = (key: string): RecordKey => ({ community: INSTALLATION, kind: 'setting', key });

/**
 * Changes a record of the installation, logged like every change.
 * @param then runs in the same transaction
 */
async function decide(
  { store, communities, now }: Services,
  key: string,
  after: string | null,
  person: string,
  then?: (unit: Unit) => Promise<void>,
): Promise<void> {
  const edit = { ...recordOf(key), after };
  const rest = { why: '', forced: null, undoes: null };
  await store.transact(async (unit) => {
    await unit.log.append({
      ...rest,
      community: INSTALLATION,
      person,
      place: INSTALLATION,
      at: now(),
      command: 'settings',
      edits: [edit],
    });
    await then?.(unit);
    communities.refreshAfter(unit);
  });
  await communities.whenIdle();
}
