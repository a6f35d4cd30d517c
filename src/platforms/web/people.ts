import { randomBytes } from 'node:crypto';
import { encode } from '../../bot/community/records.ts';
import { INSTALLATION } from '../../bot/conversation/place.ts';
import { takingIn } from '../../bot/moderation/take-in.ts';
import type { Services } from '../../bot/services.ts';
import { NAME } from './context.ts';

/** Somebody who moderates on the pages. */
export interface Moderator {
  /** Letters and digits. */
  readonly id: string;
  readonly name: string;
  readonly isOwner: boolean;
  /** Keyed hash of the secret in their personal link; the secret itself is kept nowhere. */
  readonly proof: string;
  /** ISO 8601. */
  readonly since: string;
}

const KEY = 'moderator:';
const OWNER = 'owner';
const MODERATOR = 'moderator';

/** In order of their names. */
export function moderatorsIn({ communities }: Pick<Services, 'communities'>): Moderator[] {
  const found = communities
    .byId(INSTALLATION)
    .state.all('setting')
    .flatMap(([key, value]): Moderator[] => {
      const [name, role, proof, since] = [value].flat();
      return key.startsWith(KEY) && name !== undefined && proof !== undefined ? [{ id: key.slice(KEY.length), name, isOwner: role === OWNER, proof, since: since ?? '' }] : [];
    });
  return found.sort((a, b) => a.name.localeCompare(b.name));
}

/** As the log knows them, before it is hashed. */
export const personOf = ({ id }: Pick<Moderator, 'id'>): string => `${NAME}:moderator-${id}`;

/** Whose link it is. */
export function moderatorWith(services: Pick<Services, 'communities' | 'hash'>, secret: string): Moderator | undefined {
  const proof = proofOf(services, secret);
  return moderatorsIn(services).find((one) => one.proof === proof);
}

/** @returns the secret of their link, which nobody is shown again */
export async function addModerator(services: Services, name: string, isOwner: boolean, by: string): Promise<string> {
  const secret = randomBytes(24).toString('base64url');
  const value = [name, isOwner ? OWNER : MODERATOR, proofOf(services, secret), services.now()];
  await decide(services, KEY + randomBytes(8).toString('hex'), encode('setting', value), by);
  return secret;
}

export const removeModerator = (services: Services, id: string, by: string): Promise<void> => decide(services, KEY + id, null, by);

const proofOf = ({ hash }: Pick<Services, 'hash'>, secret: string): string => hash(`moderator ${secret}`);

/** Keys of one who signed out, until they end by themselves. */
const ENDED = 'signed-out:';

/** When the keys end that somebody gave back by signing out: milliseconds, which tell one key of theirs from another. @param person unhashed */
export function endedKeys({ communities, hash }: Pick<Services, 'communities' | 'hash'>, person: string): string[] {
  return [communities.byId(INSTALLATION).state.get('setting', ENDED + hash(person)) ?? []].flat();
}

/** Ends a key in every process, also where somebody has a copy of it. @param until when it would have ended by itself */
export async function endKey(services: Services, person: string, until: string): Promise<void> {
  const now = Date.parse(services.now());
  const ended = [...endedKeys(services, person).filter((one) => Number(one) > now), until];
  await decide(services, ENDED + services.hash(person), encode('setting', ended), services.hash(person));
}

/** Written down like every decision. It never waits for another: whoever may decide it is the owner, or it is their own. */
async function decide({ store, communities, now }: Services, key: string, after: string | null, person: string): Promise<void> {
  const news = takingIn(communities);
  const edit = { community: INSTALLATION, kind: 'setting' as const, key, after };
  const rest = { why: '', forced: null, undoes: null, approves: null, held: false };
  await store.transact(async (unit) => {
    await unit.log.append({ ...rest, community: INSTALLATION, person, place: INSTALLATION, at: now(), command: 'settings', edits: [edit] });
    news.begin(unit);
  });
  await news.settled();
}
