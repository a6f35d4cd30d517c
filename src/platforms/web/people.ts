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
  await decide(services, randomBytes(8).toString('hex'), encode('setting', value), by);
  return secret;
}

export const removeModerator = (services: Services, id: string, by: string): Promise<void> => decide(services, id, null, by);

const proofOf = ({ hash }: Pick<Services, 'hash'>, secret: string): string => hash(`moderator ${secret}`);

/** Written down like every decision. It never waits for another: whoever may decide it is the owner. */
async function decide({ store, communities, now }: Services, id: string, after: string | null, person: string): Promise<void> {
  const news = takingIn(communities);
  const edit = { community: INSTALLATION, kind: 'setting' as const, key: KEY + id, after };
  const rest = { why: '', forced: null, undoes: null, approves: null, held: false };
  await store.transact(async (unit) => {
    await unit.log.append({ ...rest, community: INSTALLATION, person, place: INSTALLATION, at: now(), command: 'settings', edits: [edit] });
    news.begin(unit);
  });
  await news.settled();
}
