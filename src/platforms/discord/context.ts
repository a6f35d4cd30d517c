import type { Client, RateLimitData, REST } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { type Attempt, inUnit, servicesIn, together } from '../../bot/attempt.ts';
import type { Respond, RespondHere } from '../../bot/bot.ts';
import type { About, Quoted } from '../../bot/conversation/incoming.ts';
import { type Buttons, createButtons } from '../../bot/platform/buttons.ts';
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
import { createVoteOffers, type OfferVote } from '../../bot/platform/vote-offer.ts';
import type { Log } from '../../bot/ports/log.ts';
import type { Services } from '../../bot/services.ts';
import { type Calls, createCalls } from './calls.ts';
import { type DiscordConfig, PACE, PATIENCE, SETTINGS, type Timeouts } from './config.ts';
import { personOf } from './inbound/receive.ts';
import { createSharedServers, createWorld, type Server, type SharedServers, type World } from './inbound/world.ts';
import { createNotes, type Notes } from './moderation/notes.ts';
import { createUntold, type Untold } from './outbound/outbox-message.ts';
import { createOut, type Out, type Ticket, TOKEN_MS } from './outbound/send.ts';
import { native, withNames } from './outbound/speech.ts';
import { type HeldToken, holdToken } from './token.ts';
import { safely } from './trouble.ts';

/** State and services that the parts of this platform share. */
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
   * Records that an answer was posted, in one transaction with other answers posted at about the same time; never
   * rejects.
   * @param isErased tells whether the person's data was erased meanwhile, in which case nothing is recorded. Default:
   * not erased
   */
  readonly remember: (post: Post, answer: GivenAnswer, isErased?: () => boolean) => Promise<void>;
  readonly untold: Untold;
  /** Recent answers of each channel that members can still see, so that none is repeated. */
  readonly said: RecentAnswers;
  /** Ids of private channels that still have correctable answers, by the person's place. */
  readonly addresses: LRUCache<string, string>;
  readonly replies: Replies;
  /** The last answer that each person got in each channel, by `channel user`: a command without words is about it. */
  readonly last: LRUCache<string, About>;
  readonly notes: Notes;
  /** Discord's clickable mention of each command, by name; commands that are in no menu are missing. */
  readonly clickable: Map<string, string>;
  readonly servers: SharedServers;
  readonly privateChat: PrivateChat<Server>;
  /**
   * Interactions that showed the actions on an answer, by the answer's message id. Their tokens let the bot delete the
   * message in a channel that it may not see.
   */
  readonly shown: LRUCache<string, Ticket>;
  /** Messages for which somebody is choosing an entry, by id; kept in memory until the choice expires. */
  readonly chosenFor: LRUCache<string, Quoted>;
  readonly offerVote: OfferVote;
  readonly pace: Readonly<Record<'person' | 'channel' | 'noText', PaceOf>>;
  readonly patience: Timeouts;
  /** The client that is connected to the gateway, or was connected last. */
  readonly client: () => Client | undefined;
  readonly world: World;
}

/** An answer is not repeated for ten minutes, unless more than this many messages came after it. */
const SEEN = { ms: 10 * 60_000, messages: 20 };

/**
 * Longest rate-limit delay, in milliseconds, that a call waits in memory; a longer one is left to the outbox, which
 * survives a restart.
 */
const SHORT_MS = 2000;

const isLong = ({ route, retryAfter, timeToReset }: RateLimitData): boolean =>
  route.startsWith('/channels/') && Math.max(retryAfter, timeToReset) > SHORT_MS;

/** The bot's REST client; it outlives gateway connections. @param onLost called if the token is no longer valid */
export const tokenOf = ({ apiUrl, token }: DiscordConfig, onLost: () => void = () => undefined): HeldToken =>
  holdToken(
    token,
    { version: '10', rejectOnRateLimit: isLong, ...(apiUrl === undefined ? {} : { api: apiUrl }) },
    onLost,
  );

interface ContextParts extends Partial<Pick<DiscordContext, 'notes' | 'client' | 'world'>> {
  readonly rest?: REST;
}

/** Keys in `locales/`: why the bot does not get messages that do not address it, and the cure. */
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

/** The context for one attempt: its reads, writes and counts become part of that attempt. */
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

/** Waits for a promise for at most `ms` milliseconds. @param late the result on timeout */
export function inTime<T, L>(value: Promise<T>, ms: number, late: L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<L>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  return Promise.race([value, end]).finally(() => clearTimeout(timer));
}
