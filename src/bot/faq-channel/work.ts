import type { Duty } from '../delivery/duty.ts';
import type { FaqPost } from '../ports/memory.ts';
import type { Unit } from '../ports/store.ts';
import type { Services } from '../services.ts';
import type { FaqPort, FaqSpot, FaqTrouble } from './port.ts';

/** With what the FAQ of one place is brought to what it should be. */
export interface FaqWork<Shown> {
  readonly services: Services;
  readonly port: FaqPort<Shown>;
  readonly duty: Pick<Duty, 'demand'>;
  /** To be awaited before each call: keeps the pace. Rejects if the bot stops, or something else is wanted by now. */
  readonly turn: () => Promise<void>;
  /** Whether a message is looked for, also if its words are right. */
  readonly isUnseen: (message: string) => boolean;
  /** It was there just now. */
  readonly saw: (message: string) => unknown;
}

/** The slot of the note which message is pinned. */
export const PIN = '~pin';

/** All messages of a place's FAQ, without the record of the pinned one. */
export const postsAt = async <Shown>({ services }: FaqWork<Shown>, key: string): Promise<readonly FaqPost[]> =>
  (await services.store.read(({ faqPosts }) => faqPosts.of(key))).filter(({ slot }) => slot !== PIN);

/** Records what was done, unless another process has taken over. */
export const write = <Shown>(
  { services, duty }: FaqWork<Shown>,
  note: (unit: Unit) => Promise<unknown>,
): Promise<void> =>
  services.store.transact(async (unit) => {
    await duty.demand(unit);
    await note(unit);
  });

export const save = <Shown>(work: FaqWork<Shown>, post: FaqPost): Promise<void> =>
  write(work, ({ faqPosts }) => faqPosts.save(post));

export const forget = <Shown>(work: FaqWork<Shown>, post: FaqPost): Promise<void> =>
  write(work, ({ faqPosts }) => faqPosts.remove(post));

export const isGone = (trouble: FaqTrouble): boolean => trouble === 'message-gone' || trouble === 'channel-gone';

/** Of words as they are sent. */
export const hashOf = <Shown>({ services }: FaqWork<Shown>, ...shown: readonly unknown[]): string =>
  services.hash(JSON.stringify(shown));

/** Runs a call about a message. @returns false if that message is gone, which is noted */
export async function isDone<Shown>(
  work: FaqWork<Shown>,
  post: FaqPost,
  call: () => Promise<unknown>,
): Promise<boolean> {
  await work.turn();
  try {
    await call();
    work.saw(post.message);
    return true;
  } catch (error) {
    if (work.port.troubleOf(error) !== 'message-gone') throw error;
    await forget(work, post);
    return false;
  }
}

/**
 * Posts a message in two steps, as a crash may happen in between: first, the intention is recorded.
 * @param make gets a name that is the same until the message is recorded
 * @param find looks for a message of an earlier attempt
 */
export async function made<Shown>(
  work: FaqWork<Shown>,
  begun: FaqPost | undefined,
  fresh: Pick<FaqPost, 'place' | 'slot' | 'channel'>,
  { make, find }: { readonly make: (nonce: string) => Promise<string>; readonly find: Find },
): Promise<FaqPost> {
  const post: FaqPost = begun ?? { ...fresh, message: '', hash: '', at: work.services.now() };
  if (!begun) await save(work, post);
  else await work.turn();
  const found = begun && (await find(begun.at));
  if (found === undefined) await work.turn();
  const message = found ?? (await make(work.services.hash(`faq ${post.place} ${post.slot} ${post.at}`).slice(0, 24)));
  const now = { ...post, message };
  await save(work, now);
  return now;
}

/** @param since ISO 8601 */
type Find = (since: string) => Promise<string | undefined>;

/** Ids of what is posted. */
export const idsOf = (posts: readonly FaqPost[]): ReadonlySet<string> => new Set(posts.map(({ message }) => message));

/** Pins a message, if another one is pinned. @returns whether the bot may */
export async function isPinned<Shown>(work: FaqWork<Shown>, spot: FaqSpot, message: string): Promise<boolean> {
  const { port, services } = work;
  if (!port.pin) return true;
  const rows = await services.store.read(({ faqPosts }) => faqPosts.of(spot.key));
  if (rows.some((row) => row.slot === PIN && row.message === message)) return true;
  await work.turn();
  try {
    await port.pin(spot, message);
  } catch (error) {
    const trouble = port.troubleOf(error);
    if (trouble === 'no-access' || trouble === 'refused') return false;
    throw error;
  }
  await save(work, { place: spot.key, slot: PIN, channel: spot.channel, message, hash: '', at: services.now() });
  return true;
}
