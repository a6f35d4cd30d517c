import type { Message } from 'grammy/types';
import { LRUCache } from 'lru-cache';
import type { Reply } from '../../../bot/answers/reply.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { groupManners } from '../../../bot/settings/group-manners.ts';
import type { TelegramContext } from '../context.ts';
import type { Only, Target } from './outbox-message.ts';
import { type Listener, say } from './outgoing.ts';

/** Milliseconds for which no ephemeral message is tried in a group that took none. */
const REFUSED_MS = 3_600_000;
const MOST = 10_000;

export type Ephemerals = ReturnType<typeof createEphemerals>;

/** In which groups Telegram took no ephemeral message a while ago. In memory only. @param now milliseconds */
export function createEphemerals(now: () => number) {
  const refused = new LRUCache<number, true>({ max: MOST, ttl: REFUSED_MS, ttlResolution: 0, perf: { now } });
  return {
    isRefused: (chat: number): boolean => refused.has(chat),
    refuse: (chat: number): void => void refused.set(chat, true),
    /** The bot's rights have changed. */
    forget: (chat: number): void => void refused.delete(chat),
  };
}

/** The person who alone sees a message of the bot's, and its number among theirs. */
export function ephemeralIn(message: Pick<Message, 'ephemeral_message_id' | 'receiver_user'>) {
  const { ephemeral_message_id: id, receiver_user: receiver } = message;
  return id === undefined || receiver === undefined ? undefined : { id, user: receiver.id };
}

/** The parameters by which a message is shown to one person. */
export const onlyFor = ({ only }: Pick<Target, 'only'>) =>
  only === undefined
    ? {}
    : {
        ephemeral_message_parameters: {
          receiver_user_id: only.user,
          ...(only.press === undefined ? {} : { callback_query_id: only.press }),
        },
      };

/**
 * A reply in a group to one person, whom alone it concerns: shown to them alone where they are. Without a press to
 * answer, Telegram takes it only of an administrator.
 * @param otherwise what is sent if that cannot be
 */
export async function sayOnlyTo(
  context: TelegramContext,
  reply: Reply,
  to: Listener,
  otherwise: Outgoing[],
): Promise<Outgoing[]> {
  const only = await onlyOf(context, reply, to);
  return only ? say(context, reply, { ...to, only }, { instead: otherwise }) : otherwise;
}

async function onlyOf(
  { services, ephemerals, moderators, me }: TelegramContext,
  reply: Reply,
  { spot, user, only, within }: Listener,
): Promise<Only | undefined> {
  if (only) return only;
  if (user === undefined || within !== undefined || spot.place.isPrivate || spot.direct !== undefined) return undefined;
  if (reply.isPrivate !== true || !isWords(reply) || ephemerals.isRefused(spot.chat)) return undefined;
  if (!groupManners(await services.communities.of(spot.place)).isShownThere) return undefined;
  const isAllowed = await moderators.of(spot.chat, me.id).catch(() => undefined);
  return isAllowed?.isAdministrator ? { user } : undefined;
}

/** An answer is voted on and corrected, and a message is pinned, by numbers that ephemeral messages lack. */
const isWords = (reply: Reply): boolean =>
  reply.kind === 'offer' || (reply.kind === 'notice' && reply.pinMessage === undefined);
