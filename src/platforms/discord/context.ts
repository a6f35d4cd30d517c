import type { Client, RateLimitData, REST } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { type Attempt, inUnit, servicesIn, together } from '../../bot/attempt.ts';
import type { Respond, RespondHere } from '../../bot/bot.ts';
import type { About, Quoted } from '../../bot/conversation/incoming.ts';
import { type Buttons, createButtons } from '../../bot/platform/buttons.ts';
import { createVoteOffers, type OfferVote } from '../../bot/platform/conversation.ts';
import { createPace, NO_TEXT, type PaceOf } from '../../bot/platform/pace.ts';
import type { Host } from '../../bot/platform/platform.ts';
import { createPrivateChat, type PrivateChat } from '../../bot/platform/private-chat.ts';
import {
  createRecall,
  createReplies,
  createSaid,
  type GivenAnswer,
  type Post,
  type Recall,
  type RecentAnswers,
  type Replies,
} from '../../bot/platform/recall.ts';
import type { Log } from '../../bot/ports/log.ts';
import type { Services } from '../../bot/services.ts';
import { settingsWith } from '../../bot/settings/table.ts';
import { type Calls, createCalls } from './calls.ts';
import { type DiscordConfig, PACE, PATIENCE, type Timeouts } from './config.ts';
import { personOf } from './inbound/receive.ts';
import { createSharedServers, createWorld, type Server, type SharedServers, type World } from './inbound/world.ts';
import { createNotes, type Notes } from './moderation/notes.ts';
import { createUntold, type Untold } from './outbound/outbox-message.ts';
import { createOut, type Out, type Ticket, TOKEN_MS } from './outbound/send.ts';
import { native, withNames } from './outbound/speech.ts';
import { type HeldToken, holdToken } from './token.ts';
import { safely } from './trouble.ts';

/** Everything that this platform's parts share. */
export interface DiscordContext {
  readonly services: Services;
  readonly respond: RespondHere;
  readonly respondWithin: Respond;
  readonly log: Log;
  readonly out: Out;
  readonly calls: Calls;
  readonly buttons: Buttons;
  readonly recall: Recall;
  /**
   * Notes that an answer was posted, in one commit with others that were posted just now; never rejects.
   * @param isErased whether its person was erased meanwhile: then nothing is noted. Default: they were not
   */
  readonly remember: (post: Post, answer: GivenAnswer, isErased?: () => boolean) => Promise<void>;
  readonly untold: Untold;
  /** Answers that can still be read in each channel. */
  readonly said: RecentAnswers;
  /** Channels of private chats in which something may yet be corrected, and whose they are. */
  readonly addresses: LRUCache<string, string>;
  readonly replies: Replies;
  /** The last answer that each person got in each channel, by `channel user`. */
  readonly last: LRUCache<string, About>;
  readonly notes: Notes;
  /** Commands as people can click them, by name; those that Discord's menu does not have are missing. */
  readonly clickable: Map<string, string>;
  readonly servers: SharedServers;
  readonly privateChat: PrivateChat<Server>;
  /**
   * The presses that showed what may be done, by the answer's message: through them it can be taken away if the bot may
   * not see the channel.
   */
  readonly shown: LRUCache<string, Ticket>;
  /** Messages for which somebody is choosing an entry, by id; in memory, as long as they may choose. */
  readonly chosenFor: LRUCache<string, Quoted>;
  readonly offerVote: OfferVote;
  readonly pace: Readonly<Record<'person' | 'channel' | 'noText', PaceOf>>;
  readonly patience: Timeouts;
  /** The client that is connected to the gateway, or was last. */
  readonly client: () => Client | undefined;
  readonly world: World;
}

/** An answer is not given again for ten minutes, while at most so many messages came after it. */
const SEEN = { ms: 10 * 60_000, messages: 20 };

/** Milliseconds that a message waits here; for longer it waits in the store, which outlives the process. */
const SHORT_MS = 2000;

const isLong = ({ route, retryAfter, timeToReset }: RateLimitData): boolean =>
  route.startsWith('/channels/') && Math.max(retryAfter, timeToReset) > SHORT_MS;

/**
 * The bot's own way to the API: it outlives connections of the gateway. @param onLost is called if the token is no
 * longer valid
 */
export const tokenOf = ({ apiUrl, token }: DiscordConfig, onLost: () => void = () => undefined): HeldToken =>
  holdToken(
    token,
    { version: '10', rejectOnRateLimit: isLong, ...(apiUrl === undefined ? {} : { api: apiUrl }) },
    onLost,
  );

interface ContextParts extends Partial<Pick<DiscordContext, 'notes' | 'client' | 'world'>> {
  readonly rest?: REST;
}

/** Settings of a server. */
export const SETTINGS = settingsWith('members', 'forums');

/** Why words to nobody in particular do not reach the bot, and the cure: keys in `locales/`. */
const UNREAD = ['diagnosis-content-off', 'cure-content'];

export function createContext(
  config: DiscordConfig,
  { services, log }: Host,
  respond: Respond,
  {
    notes = createNotes(),
    client = () => undefined,
    world = createWorld(client),
    rest = tokenOf(config).rest,
  }: ContextParts = {},
): DiscordContext {
  const ms = (): number => Date.parse(services.now());
  const { person, channel } = config.pace ?? PACE;
  const patience = { ...PATIENCE, ...config.patience };
  const calls = createCalls(rest);
  const recall = createRecall(services);
  const servers = createSharedServers({ services, calls, world });
  const clickable = new Map<string, string>();
  const batched = together(services.store);
  const respondWithin: Respond = async (incoming, within) => {
    const reply = await respond(
      {
        ...incoming,
        settings: SETTINGS,
        withNames: (markdown) => withNames(world, incoming.place, markdown),
        channelName: (channel) => world.nameOf(incoming.place.id, `<#${channel}>`),
        whyUnread: async () => (world.readsAll() ? [] : UNREAD),
      },
      within,
    );
    return reply && native({ clickable, world }, incoming.place, reply);
  };
  return {
    services,
    respond: (incoming) => respondWithin(incoming, undefined),
    respondWithin,
    log,
    out: createOut(rest),
    calls,
    servers,
    privateChat: createPrivateChat(services, {
      communitiesOf: (user) => inTime(servers.of(user), patience.servers, []),
      personOf: (user) => services.hash(personOf(user)),
    }),
    buttons: createButtons(services),
    recall,
    remember: (post, reply, isErased = () => false) =>
      batched(async (unit) => {
        if (!isErased()) await recall.within(servicesIn(services, inUnit(unit))).posted(post, reply);
      }).catch((error: unknown) => log.warn(safely(error), 'an answer could not be remembered')),
    untold: createUntold(services),
    said: createSaid(SEEN, ms),
    addresses: new LRUCache({ max: 10_000 }),
    replies: createReplies(),
    last: new LRUCache({ max: 2000 }),
    notes,
    clickable,
    shown: new LRUCache({ max: 1000 }),
    chosenFor: new LRUCache({ max: 1000, ttl: TOKEN_MS }),
    offerVote: createVoteOffers(),
    pace: { person: createPace(person, ms), channel: createPace(channel, ms), noText: createPace(NO_TEXT, ms) },
    patience,
    client,
    world,
  };
}

/** The context as an attempt uses it: what it reads, writes and counts takes part in it. */
export function within(context: DiscordContext, attempt: Attempt): DiscordContext {
  const services = servicesIn(context.services, attempt);
  const once = (kind: string, pace: PaceOf): PaceOf =>
    Object.assign((who: string) => attempt.once(`pace of ${kind} ${who}`, () => pace(who)), { isFree: pace.isFree });
  return {
    ...context,
    services,
    respond: (incoming) => context.respondWithin(incoming, attempt),
    buttons: createButtons(services),
    recall: context.recall.within(services),
    pace: {
      person: once('person', context.pace.person),
      channel: once('channel', context.pace.channel),
      noText: once('noText', context.pace.noText),
    },
  };
}

/** Waits for a value, but not for longer than so many milliseconds. @param late is given if it takes longer */
export function inTime<T, L>(value: Promise<T>, ms: number, late: L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<L>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  return Promise.race([value, end]).finally(() => clearTimeout(timer));
}
