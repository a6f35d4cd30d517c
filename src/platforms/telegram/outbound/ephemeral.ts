import type { Message } from 'grammy/types';
import { LRUCache } from 'lru-cache';
import type { Reply } from '../../../bot/answers/reply.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { groupManners } from '../../../bot/settings/chosen.ts';
import type { TelegramContext } from '../context.ts';
import type { Only, Target } from './outbox-message.ts';
import { type Listener, say } from './outgoing.ts';

/** Milliseconds for which no ephemeral message is tried in a group that took none. */
const REFUSED_MS = 3_600_000;
const MOST = 10_000;

export type Ephemerals = ReturnType<typeof createEphemerals>;

/** The act that lets every bot answer it with an ephemeral message; without one, Telegram lets administrators. */
export const causeOf = ({ press, command }: Only): 'press' | 'command' | undefined =>
  press !== undefined ? 'press' : command !== undefined ? 'command' : undefined;

/** In which groups Telegram took no ephemeral message a while ago. In memory only. @param now milliseconds */
export function createEphemerals(now: () => number) {
  const refused = new LRUCache<string, true>({ max: MOST, ttl: REFUSED_MS, ttlResolution: 0, perf: { now } });
  const keyOf = (chat: number, cause?: ReturnType<typeof causeOf>): string => `${chat} ${cause ?? ''}`;
  return {
    isRefused: (...where: Parameters<typeof keyOf>): boolean => refused.has(keyOf(...where)),
    refuse: (...where: Parameters<typeof keyOf>): void => void refused.set(keyOf(...where), true),
    /** The bot's rights have changed. */
    forget: (chat: number): void => void refused.delete(keyOf(chat)),
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
        ...(only.command === undefined ? {} : { reply_parameters: { ephemeral_message_id: only.command } }),
      };

/**
 * Somebody who pressed a button that everybody sees, as they alone see what follows; undefined if Telegram or their
 * group wants it otherwise.
 * @param press id of the press
 */
export async function presserAlone(
  context: Pick<TelegramContext, 'services' | 'ephemerals'>,
  to: Listener,
  press: string,
): Promise<Listener | undefined> {
  const { spot, user } = to;
  if (user === undefined || !(await isShownThere(context, to)) || context.ephemerals.isRefused(spot.chat, 'press'))
    return undefined;
  return { ...to, replyTo: undefined, asked: undefined, only: { user, press } };
}

/** Whether a group wants to show one person there what concerns only them. */
async function isShownThere(
  { services }: Pick<TelegramContext, 'services'>,
  { spot: { place, direct }, within }: Listener,
): Promise<boolean> {
  if (place.isPrivate || direct !== undefined || within !== undefined) return false;
  return groupManners(await services.communities.of(place)).isShownThere;
}

/**
 * A reply in a group to one person, whom alone it concerns: shown to them alone where they are. Without a press or an
 * ephemeral command to answer, Telegram takes it only of an administrator.
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

async function onlyOf(context: TelegramContext, reply: Reply, to: Listener): Promise<Only | undefined> {
  const { ephemerals, moderators, me } = context;
  const { spot, user, only } = to;
  if (only?.command !== undefined) return (await isShownThere(context, to)) ? only : undefined;
  if (only) return only;
  if (user === undefined || reply.isPrivate !== true || !isWords(reply) || ephemerals.isRefused(spot.chat))
    return undefined;
  if (!(await isShownThere(context, to))) return undefined;
  const isAllowed = await moderators.of(spot.chat, me.id).catch(() => undefined);
  return isAllowed?.isAdministrator ? { user } : undefined;
}

/** An answer is voted on and corrected, and a message is pinned, by numbers that ephemeral messages lack. */
const isWords = (reply: Reply): boolean =>
  reply.kind === 'offer' || (reply.kind === 'notice' && reply.pinMessage === undefined);
