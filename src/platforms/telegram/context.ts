import type { Api } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { LRUCache } from 'lru-cache';
import { createReference, type Reference } from '../../bot/answers/reference.ts';
import { type Attempt, servicesIn } from '../../bot/attempt.ts';
import type { Respond, RespondHere } from '../../bot/bot.ts';
import { listedOf } from '../../bot/command.ts';
import type { Place } from '../../bot/conversation/place.ts';
import type { Outgoing } from '../../bot/delivery/courier.ts';
import { type Buttons, createButtons } from '../../bot/platform/buttons.ts';
import { createPace, NO_TEXT, type Pace } from '../../bot/platform/pace.ts';
import type { Host } from '../../bot/platform/platform.ts';
import {
  createRecall,
  createReplies,
  type Recall,
  type RecentAnswers,
  type Replies,
} from '../../bot/platform/recall.ts';
import { createVoteOffers, type OfferVote } from '../../bot/platform/vote-offer.ts';
import type { Log } from '../../bot/ports/log.ts';
import type { Services, WithServices } from '../../bot/services.ts';
import { SETTINGS } from './config.ts';
import { createModerators, type Moderators } from './inbound/person.ts';
import { GUEST } from './inbound/place.ts';
import type { Pacer } from './outbound/pacing.ts';
import {
  createEphemerals,
  createMuted,
  createOutages,
  type Ephemerals,
  type Muted,
  type Outages,
} from './outbound/refusals.ts';
import type { Layout } from './outbound/render.ts';

/** State and services that the parts of this platform share while it runs. */
export interface TelegramContext {
  readonly services: Services;
  readonly log: Log;
  readonly api: Api;
  readonly me: UserFromGetMe;
  readonly respond: RespondHere;
  readonly respondWithin: Respond;
  readonly buttons: Buttons;
  readonly recall: Recall;
  readonly replies: Replies;
  readonly offerVote: OfferVote;
  readonly moderators: Moderators;
  readonly muted: Muted;
  readonly ephemerals: Ephemerals;
  readonly outages: Outages;
  /** Ids of private chats with answers that can still be corrected, by the person's place. */
  readonly addresses: LRUCache<string, number>;
  readonly pace: (who: string) => Pace;
  /** Answers from the packs alone, for chats that the bot is not a member of. */
  readonly reference: Reference;
}

/** How text is laid out in a language. */
export const layoutOf = ({ services }: WithServices, language: string): Layout => ({
  isRightToLeft: services.languages.get(language)?.direction === 'rtl',
  commands: new Set(listedOf(services.commands).map(({ name }) => name)),
});

/**
 * Rate limits for questions: how many at once, and the milliseconds after which one more is handled. `alone`: a person
 * in a private chat; `person`: a person in a group; `chat`: a whole group, generous so that a crowd with the same
 * question does not cost others their answers.
 */
const PACES = {
  alone: { burst: 30, every: 2000 },
  person: { burst: 15, every: 4000 },
  chat: { burst: 250, every: 1000 },
  noText: NO_TEXT,
};

/**
 * Keys in `locales/`: why the bot does not get a group's messages that do not address it, and the cure. Empty if it
 * gets all, or if Telegram cannot be asked.
 */
async function whyUnreadIn(api: Api, { id, isPrivate }: Place): Promise<readonly string[]> {
  if (isPrivate) return [];
  try {
    const { id: bot, can_read_all_group_messages: readsAll } = await api.getMe();
    const isHeard = readsAll || (await api.getChatMember(Number(id), bot)).status === 'administrator';
    return isHeard ? [] : ['diagnosis-privacy', 'cure-privacy'];
  } catch {
    return [];
  }
}

/** The context of one turn on duty. Each time this process takes over the platform, it makes a new one. */
export function createContext(
  { services, log }: Host,
  api: Api,
  me: TelegramContext['me'],
  respond: Respond,
): TelegramContext {
  const now = () => Date.now();
  const paces = new Map(Object.entries(PACES).map(([kind, pace]) => [kind, createPace(pace, now)]));
  const pace = (who: string): Pace => paces.get(who.split(' ', 1)[0] ?? '')?.(who) ?? 'go';
  const memory = {
    recall: createRecall(services),
    replies: createReplies(),
    offerVote: createVoteOffers(),
    moderators: createModerators(api, now),
    muted: createMuted(now),
    ephemerals: createEphemerals(now),
    outages: createOutages(services.now),
    addresses: new LRUCache<string, number>({ max: 10_000 }),
    reference: createReference(services, GUEST),
  };
  const respondWithin: Respond = (incoming, within) =>
    respond({ ...incoming, settings: SETTINGS, whyUnread: () => whyUnreadIn(api, incoming.place) }, within);
  return {
    services,
    log,
    api,
    me,
    respond: (incoming) => respondWithin(incoming, undefined),
    respondWithin,
    buttons: createButtons(services),
    pace,
    ...memory,
  };
}

/** The context for one attempt: its reads, writes and counts become part of that attempt. */
export function within<C extends TelegramContext>(context: C, attempt: Attempt): C {
  const services = servicesIn(context.services, attempt);
  return {
    ...context,
    services,
    respond: (incoming) => context.respondWithin(incoming, attempt),
    buttons: createButtons(services),
    recall: context.recall.within(services),
    pace: (who) => attempt.once(`pace ${who}`, () => context.pace(who)),
  };
}

/** The context with everything needed for sending. */
export interface DeliveryContext extends TelegramContext {
  readonly pacer: Pacer;
  readonly said: RecentAnswers;
  /** Adds a message to the outbox. */
  readonly post: (outgoing: Outgoing) => Promise<void>;
  /** Awaited right before sending a message that a retry would send twice; see SenderOptions. */
  readonly alone: () => Promise<void>;
  /** Aborted when nothing more may be sent; calls under way may finish. */
  readonly stop: AbortSignal;
}
