import type { Message } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { isOverhearing } from '../../../bot/conversation/listening.ts';
import { keyOfPlace, type Place } from '../../../bot/conversation/place.ts';
import { type Courier, createCourier } from '../../../bot/delivery/courier.ts';
import { createFailureNotice } from '../../../bot/delivery/failure-notice.ts';
import { pause } from '../../../bot/delivery/pause.ts';
import { queueOf } from '../../../bot/delivery/post-corrections.ts';
import { postStuck } from '../../../bot/handover/delivered.ts';
import { helpersSpot } from '../../../bot/handover/helpers.ts';
import { doneAt } from '../../../bot/moment.ts';
import type { Update } from '../../../bot/ports/delivery.ts';
import { unask } from '../../../bot/questions/closing.ts';
import { PLATFORM } from '../config.ts';
import { type DiscordContext, within } from '../context.ts';
import { type Author, authorOf, NOBODY } from '../moderation/permissions.ts';
import { createDelivery } from '../outbound/delivery.ts';
import { safely } from '../trouble.ts';
import { type Deleted, handle, isOver, teller } from './handle.ts';
import { type Heard, hear, hearReaction, type Reaction, type Reactor, writtenBy } from './heard.ts';
import { aloneWith, guildPlace, keptChannel, madeAt, personOf } from './receive.ts';

/** Handles message events; its functions never reject. */
export type Messages = ReturnType<typeof createMessages>;

/** Milliseconds after which storing updates is tried again. */
const AGAIN_MS = 1000;
/** Most updates kept in memory meanwhile, so that a long outage of the store does not exhaust memory. */
const MOST_WAITING = 20_000;

export function createMessages(context: DiscordContext) {
  const { services, recall, said, replies, world } = context;
  const onError = (error: unknown): void => context.log.warn(safely(error), 'a message could not be dealt with');
  const known = { ...world, hash: services.hash };
  const authors = new LRUCache<string, Author>({ max: 1000 });
  // Discord is asked before the transaction begins, so that other writers do not wait for it.
  const lookUp = async ({ id, payload }: Update): Promise<void> => {
    const heard = JSON.parse(payload) as Heard | Deleted;
    if (heard.kind === 'deleted' || heard.kind === 'reacted') return;
    // A person over the rate limit gets no answer, so their permissions need not be looked up.
    authors.set(id, context.pace.person.isFree(heard.user) ? await authorOf(context, heard) : NOBODY);
  };
  const delivery = createDelivery(context, (thread) => world.threadOf(thread)?.parent);
  const addLater = (update: Update): void => {
    if (isOpen) add(update);
  };
  const courier: Courier = createCourier({
    store: services.store,
    platform: PLATFORM,
    now: services.now,
    onError,
    isOver: (update) => isOver(update, services.now()),
    prepare: lookUp,
    handle: (update, attempt) =>
      handle(within(context, attempt), update, { author: authors.get(update.id) ?? NOBODY, again: addLater }),
    send: delivery.send,
    onNotStored: createFailureNotice({ teller: (update) => teller(context, update), now: services.now, onError }),
  });
  const waiting: Update[] = [];
  let writing: Promise<void> | undefined;
  let isOpen = true;
  /**
   * Updates that arrive while a commit is under way go into the next one together, as each commit waits for the disk.
   */
  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0);
      try {
        await courier.accept(batch);
      } catch (error) {
        onError(error);
        waiting.unshift(...batch);
        if (!isOpen) return;
        await pause(AGAIN_MS);
      }
    }
  };
  const add = (update: Update): void => {
    if (waiting.length < MOST_WAITING) waiting.push(update);
    // Messages of one turn of the event loop share a commit.
    writing ??= Promise.resolve()
      .then(write)
      .finally(() => {
        writing = undefined;
      });
  };
  /** The person of each private channel; a deletion event does not name them. */
  const people = new LRUCache<string, string>({ max: 5000 });
  const take = (heard: Heard | Deleted, id: string, person: string): void =>
    add({
      platform: PLATFORM,
      id,
      queue: queueOf({ place: keyOfPlace(heard.place), channel: keptChannel(heard.place, heard.channel) }),
      person,
      payload: JSON.stringify(heard),
      at: heard.kind === 'asked' ? doneAt(madeAt(heard.id), services.now()) : services.now(),
    });
  const remember = ({ place, channel, user }: Heard): void => {
    if (!place.isPrivate) return;
    people.set(channel, user);
    context.addresses.set(keyOfPlace(place), channel);
  };
  const placeOf = (guild: string | null, channel: string): Place | undefined => {
    const user = people.get(channel);
    return guild !== null
      ? guildPlace(guild, channel, undefined)
      : user === undefined
        ? undefined
        : aloneWith(user, services.hash);
  };
  /** Checks under way whether the bot listens to a message, in the order in which messages arrived. */
  const listening = new Set<Promise<void>>();
  const takeNew = (heard: Heard): void => {
    if (!heard.place.isPrivate) context.servers.met(heard.user, heard.place.id);
    remember(heard);
    replies.expect(keyOfPlace(heard.place), heard.id);
    take(heard, heard.id, services.hash(personOf(heard.user)));
  };
  const isAnswered = async (place: Place, id: string): Promise<boolean> =>
    replies.isExpected(keyOfPlace(place), id) || (await recall.to(keyOfPlace(place), id)).length > 0;

  const isAnswerOfHelper = (place: Place, id: string): Promise<boolean> =>
    services.store.read(async ({ questions }) => (await questions.toldIn(keyOfPlace(place), id)) !== undefined);
  /** Those of the given messages with which a helper answered a question. */
  const isHelpers = (place: Place, ids: readonly string[]): Promise<ReadonlySet<string>> =>
    services.store.read(async ({ questions }) => {
      const found = new Set<string>();
      for (const id of ids) if (await questions.answeredBy(keyOfPlace(place), id)) found.add(id);
      return found;
    });

  return {
    created: (message: Message): void => {
      said.wrote(message.channelId);
      const now = services.now();
      const written = writtenBy(message, known, Date.parse(doneAt(message.createdTimestamp, now)));
      if (written) services.heldLines.wrote(written);
      const heard = hear(message, known);
      if (!heard) return;
      const isMeant = heard.addressed || heard.to !== undefined;
      if (isMeant && listening.size === 0) {
        takeNew(heard);
        return;
      }
      // Whether the bot listens there may have to be read from the store first; later messages wait for that.
      const before = [...listening].at(-1);
      const looking = (async () => {
        await before;
        if (isMeant || (await isListenedTo(context, heard))) takeNew(heard);
      })()
        .catch(onError)
        .finally(() => listening.delete(looking));
      listening.add(looking);
    },
    edited: async (message: Message): Promise<void> => {
      // Discord also sends an edit event when it has added a link preview.
      const at = message.editedTimestamp;
      const heard = at === null ? undefined : hear(message, known, 'edited');
      await Promise.all(listening);
      if (
        heard &&
        (heard.addressed ||
          (await isAnswered(heard.place, heard.id)) ||
          (await isHelpers(heard.place, [heard.id])).has(heard.id))
      ) {
        // An edit that addresses the bot for the first time makes the message a question; later edits count, too.
        if (heard.addressed) replies.expect(keyOfPlace(heard.place), heard.id);
        take(heard, `${heard.id} ${at}`, services.hash(personOf(heard.user)));
      }
    },
    reacted: async (reaction: Reaction, reactor: Reactor): Promise<void> => {
      const heard = hearReaction(reaction, reactor, known);
      // The event does not say who wrote the message.
      if (heard && (await isAnswerOfHelper(heard.place, heard.id)))
        take(heard, `${heard.id} ${heard.user} reacted`, services.hash(personOf(heard.user)));
    },
    /** @param ids of one message, or of many at once @param guild null in a private chat */
    deleted: async (ids: readonly string[], channel: string, guild: string | null): Promise<void> => {
      await Promise.all(listening);
      const place = placeOf(guild, channel);
      if (!place) return;
      for (const one of ids) said.forget(channel, one);
      await unask(services, keyOfPlace(place), ids);
      // Thousands of messages may be deleted at once, of which the bot knows few.
      const { answers, asked } = await recall.among(keyOfPlace(place), ids);
      const helpers = await isHelpers(place, ids);
      for (const one of ids) {
        if (answers.has(one)) await recall.removed(keyOfPlace(place), one);
        if (asked.has(one) || helpers.has(one) || replies.isExpected(keyOfPlace(place), one))
          take({ kind: 'deleted', id: one, channel, place }, `${one} deleted`, '');
      }
    },
    /** Called when the bot's permissions changed. @param channel Default: the whole server */
    allowed: (guild: string, channel?: string): void => {
      delivery.reopen(channel);
      void postStuck(services, keyOfPlace({ platform: PLATFORM, id: guild })).catch(onError);
    },
    start: courier.start,
    /** Stores every update received so far, and waits for work under way. */
    stop: async (): Promise<void> => {
      await Promise.all(listening);
      isOpen = false;
      await writing;
      await write();
      await courier.stop();
    },
  };
}

/**
 * A message that does not address the bot is stored only if the bot listens in the channel, or if it may be a helper's
 * answer.
 */
async function isListenedTo({ services }: DiscordContext, { place, thread, channel }: Heard): Promise<boolean> {
  const community = await services.communities.of(place);
  if (isOverhearing(community, place)) return true;
  if (!thread || helpersSpot(community, place)?.channel !== place.channel) return false;
  return (await services.store.read(({ questions }) => questions.shownIn(keyOfPlace(place), channel))) !== undefined;
}
