import type { RateLimitData, REST } from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { Respond } from '../../bot/bot.ts';
import type { About } from '../../bot/conversation/incoming.ts';
import { createRecall, type Recall } from '../../bot/conversation/recall.ts';
import { oncePerThought } from '../../bot/conversation/thought.ts';
import { together } from '../../bot/delivery/courier.ts';
import { SETTINGS_EVERYWHERE } from '../../bot/moderation/setting-values.ts';
import { type Addresses, createAddresses } from '../../bot/platform/addresses.ts';
import { type Buttons, createButtons } from '../../bot/platform/buttons.ts';
import { createPace, type PaceOf } from '../../bot/platform/pace.ts';
import type { Host } from '../../bot/platform/platform.ts';
import type { Log } from '../../bot/ports/log.ts';
import type { Services } from '../../bot/services.ts';
import { type Calls, createCalls } from './calls.ts';
import { type Clickable, createClickable } from './clickable.ts';
import { type DiscordConfig, PACE, PATIENCE, type Patience } from './config.ts';
import type { Tag } from './forums/solved.ts';
import { createSharedServers, type Shared, type SharedServers } from './inbound/shared-servers.ts';
import { createNotes, type Notes } from './moderation/notes.ts';
import { createRecent, type Recent } from './outbound/recent.ts';
import { createReplies, type Replies } from './outbound/replies.ts';
import { createOut, type Out, type Ticket } from './outbound/send.ts';
import { type HeldToken, holdToken } from './token.ts';
import { safely } from './trouble.ts';

/** What everything here works with. */
export interface Context {
  readonly services: Services;
  readonly respond: Respond;
  readonly log: Log;
  readonly out: Out;
  readonly calls: Calls;
  readonly buttons: Buttons;
  readonly recall: Recall;
  /** Notes that an answer was posted, in one commit with others that were posted just now; never rejects. */
  readonly remember: Recall['posted'];
  readonly recent: Recent;
  /** Channels of private chats. */
  readonly addresses: Addresses<string>;
  readonly replies: Replies;
  /** The last answer that each person got in each channel, by `channel user`. */
  readonly last: LRUCache<string, About>;
  readonly notes: Notes;
  readonly clickable: Clickable;
  readonly servers: SharedServers;
  /**
   * The presses that showed what may be done, by the answer's message: through them it can be taken away where the bot
   * may not see the channel.
   */
  readonly shown: LRUCache<string, Ticket>;
  /** Answers below which somebody was offered to say that they are wrong. */
  readonly offered: LRUCache<string, true>;
  readonly pace: { readonly person: PaceOf; readonly channel: PaceOf };
  readonly patience: Patience;
  /** A server's name, where it is known. */
  readonly titleOf: (guild: string) => string | undefined;
  /** Tags of a forum, where it is one that is known. */
  readonly tagsOf: (channel: string) => readonly Tag[] | undefined;
}

/** Milliseconds that a message waits here; for longer it waits in the store, where it outlives the process. */
const SHORT_MS = 2000;

const isLong = ({ route, retryAfter, timeToReset }: RateLimitData): boolean =>
  route.startsWith('/channels/') && Math.max(retryAfter, timeToReset) > SHORT_MS;

/**
 * The bot's own way to the API: it outlives connections of the gateway. @param onLost is called where the token is none
 * any more
 */
export const tokenOf = ({ apiUrl, token }: DiscordConfig, onLost: () => void = () => undefined): HeldToken =>
  holdToken(
    token,
    { version: '10', rejectOnRateLimit: isLong, ...(apiUrl === undefined ? {} : { api: apiUrl }) },
    onLost,
  );

/** However often one message is thought about, it counts once. */
const pacer = (kind: string, pace: PaceOf): PaceOf =>
  Object.assign((who: string) => oncePerThought(`pace of ${kind} ${who}`, () => pace(who)), { isFree: pace.isFree });

interface ContextParts extends Partial<Pick<Context, 'notes' | 'titleOf' | 'tagsOf'>> {
  /** All servers of the bot's. */
  readonly servers?: () => readonly Shared[];
  readonly rest?: REST;
}

/** What can be set on a server. */
export const SETTINGS = [...SETTINGS_EVERYWHERE, 'moderators', 'helpers', 'reports', 'solved'] as const;

/** @param parts what several kits share, and what is known of servers */
export function createContext(
  config: DiscordConfig,
  { services, log }: Host,
  respond: Respond,
  {
    notes = createNotes(),
    titleOf = () => undefined,
    tagsOf = () => undefined,
    servers = () => [],
    rest = tokenOf(config).rest,
  }: ContextParts = {},
): Context {
  const ms = (): number => Date.parse(services.now());
  const { person, channel } = config.pace ?? PACE;
  const patience = { ...PATIENCE, ...config.patience };
  const calls = createCalls(rest, patience.permission);
  const recall = createRecall(services);
  const keep = together(services.store);
  return {
    services,
    respond: (incoming) => respond({ ...incoming, settings: SETTINGS }),
    log,
    out: createOut(rest),
    calls,
    servers: createSharedServers({ services, calls, patience }, servers),
    buttons: createButtons(services),
    recall,
    remember: (post, reply) =>
      keep(() => recall.posted(post, reply)).catch((error: unknown) =>
        log.warn(safely(error), 'an answer could not be remembered'),
      ),
    recent: createRecent(ms),
    addresses: createAddresses<string>(),
    replies: createReplies(),
    last: new LRUCache({ max: 2000 }),
    notes,
    clickable: createClickable(),
    shown: new LRUCache({ max: 1000 }),
    offered: new LRUCache({ max: 2000 }),
    pace: { person: pacer('person', createPace(person, ms)), channel: pacer('channel', createPace(channel, ms)) },
    patience,
    titleOf,
    tagsOf,
  };
}
