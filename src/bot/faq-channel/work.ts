import type { Duty } from '../delivery/duty.ts';
import type { Moment } from '../kinds.ts';
import type { FaqPost } from '../ports/memory.ts';
import type { Unit } from '../ports/store.ts';
import type { Services } from '../services.ts';
import type { FaqPort, FaqSpot, FaqTrouble } from './port.ts';

/** Shared by all steps that update the FAQ of one place. */
export interface FaqWork<Shown> {
  readonly services: Services;
  readonly port: FaqPort<Shown>;
  readonly duty: Pick<Duty, 'demand'>;
  /**
   * Await it before each call to the platform: it keeps the pace. Rejects if the bot stops, or if the update is
   * outdated.
   */
  readonly turn: () => Promise<void>;
  /** Whether a message must be looked for, even if its content is right. */
  readonly isUnseen: (message: string) => boolean;
  /** Call when a message was there. */
  readonly saw: (message: string) => unknown;
}

/** Slot of the record that says which message is pinned. */
export const PIN = '~pin';

/** All messages of a place's FAQ, without the record of the pinned one. */
export const postsAt = async <Shown>({ services }: FaqWork<Shown>, key: string): Promise<readonly FaqPost[]> =>
  (await services.store.read(({ faqPosts }) => faqPosts.of(key))).filter(({ slot }) => slot !== PIN);

/**
 * Writes to the store, unless another process has taken over.
 * @throws OffDuty
 */
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

/** Hash of a message's content: unless it changes, the message needs no edit. */
export const hashOf = <Shown>({ services }: FaqWork<Shown>, ...shown: readonly unknown[]): string =>
  services.hash(JSON.stringify(shown));

/**
 * Makes a call about a message.
 * @returns false if the message is gone; it is forgotten then
 */
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
 * Posts a message in two steps, because the process may end in between: the intention is recorded first. It is
 * forgotten if the platform says that nothing was posted.
 * @param make its nonce is the same until the message is recorded
 * @param find looks for a message that an earlier attempt posted
 */
export async function made<Shown>(
  work: FaqWork<Shown>,
  begun: FaqPost | undefined,
  fresh: Pick<FaqPost, 'place' | 'slot' | 'channel'>,
  { make, find }: { readonly make: (nonce: string) => Promise<string>; readonly find: Find },
): Promise<FaqPost> {
  const post: FaqPost = begun ?? { ...fresh, message: '', hash: '', at: work.services.now() };
  await work.turn();
  const found = begun && (await find(begun.at));
  if (begun && found === undefined) await work.turn();
  if (!begun) await save(work, post);
  const nonce = work.services.hash(`faq ${post.place} ${post.slot} ${post.at}`).slice(0, 24);
  const message =
    found ??
    (await make(nonce).catch(async (error: unknown) => {
      if (isRefusal(work.port.troubleOf(error))) await forget(work, post);
      throw error;
    }));
  const now = { ...post, message };
  await save(work, now);
  return now;
}

/** Whether nothing was posted; after any other error, it may have been. */
const isRefusal = (trouble: FaqTrouble): boolean => typeof trouble === 'string' || trouble.after !== undefined;

type Find = (since: Moment) => Promise<string | undefined>;

export const idsOf = (posts: readonly FaqPost[]): ReadonlySet<string> => new Set(posts.map(({ message }) => message));

/**
 * Pins a message, unless it is pinned already.
 * @returns false if the bot may not
 */
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
