import type { RateLimitData, REST } from 'discord.js';
import type { Respond } from '../../bot/bot.ts';
import type { About } from '../../bot/conversation/incoming.ts';
import { createRecall } from '../../bot/conversation/recall.ts';
import { oncePerThought } from '../../bot/conversation/thought.ts';
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
import { createShown, type Shown } from './inbound/more.ts';
import { createSharedServers, type Shared, type SharedServers } from './inbound/shared-servers.ts';
import { keep } from './keep.ts';
import { createNotes, type Notes } from './moderation/notes.ts';
import { type GroupedRecall, groupedRecall } from './outbound/grouped-recall.ts';
import { createRecent, type Recent } from './outbound/recent.ts';
import { createReplies, type Replies } from './outbound/replies.ts';
import { createOut, type Out } from './outbound/send.ts';
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
  readonly recall: GroupedRecall;
  readonly recent: Recent;
  /** Channels of private chats. */
  readonly addresses: Addresses<string>;
  readonly replies: Replies;
  readonly last: LastAnswers;
  readonly notes: Notes;
  readonly clickable: Clickable;
  readonly servers: SharedServers;
  readonly shown: Shown;
  /** Answers below which somebody was offered to say that they are wrong. */
  readonly offered: Offered;
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
  return {
    services,
    respond: (incoming) => respond({ ...incoming, settings: SETTINGS }),
    log,
    out: createOut(rest),
    calls,
    servers: createSharedServers({ services, calls, patience }, servers),
    buttons: rememberingButtons(createButtons(services)),
    recall: groupedRecall(createRecall(services), services.store, (error) =>
      log.warn(safely(error), 'an answer could not be remembered'),
    ),
    recent: createRecent(ms),
    addresses: createAddresses<string>(),
    replies: createReplies(),
    last: createLastAnswers(),
    notes,
    clickable: createClickable(),
    shown: createShown(),
    offered: createOffered(),
    pace: { person: pacer('person', createPace(person, ms)), channel: pacer('channel', createPace(channel, ms)) },
    patience,
    titleOf,
    tagsOf,
  };
}

/** Signatures that are remembered: the same few buttons stand below every answer in a place. */
const MOST = 5000;

/** Buttons that sign what is short and the same only once. */
function rememberingButtons(buttons: Buttons): Buttons {
  const known = new Map<string, string>();
  return {
    read: buttons.read,
    write: async (press, place, person) => {
      const key = `${place} ${press.command} ${press.argument}`;
      const signed = known.get(key) ?? (await buttons.write(press, place, person));
      // What is longer is kept in the store for a time only.
      if (signed.endsWith(press.argument)) keep(known, key, signed, MOST);
      return signed;
    },
  };
}

interface Offered {
  readonly has: (message: string) => boolean;
  readonly note: (message: string) => void;
}

function createOffered(most = 2000): Offered {
  const messages = new Map<string, true>();
  return { has: (message) => messages.has(message), note: (message) => keep(messages, message, true, most) };
}

/** The last answer that each person got in each channel. */
interface LastAnswers {
  readonly of: (channel: string, user: string) => About | undefined;
  readonly note: (channel: string, user: string, about: About) => void;
}

/** @param most who is remembered; the oldest are forgotten first. */
function createLastAnswers(most = 2000): LastAnswers {
  const answers = new Map<string, About>();
  return {
    of: (channel, user) => answers.get(`${channel} ${user}`),
    note: (channel, user, about) => keep(answers, `${channel} ${user}`, about, most),
  };
}
