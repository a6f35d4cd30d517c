import type { Message } from 'grammy/types';
import { choicesOf, plainReply, type Reply } from '../../../bot/answers/reply.ts';
import type { Incoming } from '../../../bot/conversation/incoming.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { commandIn, onlyAsks, readCommand } from '../../../bot/platform/command-text.ts';
import type { WithServices } from '../../../bot/services.ts';
import { groupManners } from '../../../bot/settings/chosen.ts';
import { plainText } from '../../../core/entry/blocks.ts';
import { layoutOf, type TelegramContext } from '../context.ts';
import { linkAlone } from '../inbound/deep-link.ts';
import { aloneWith } from '../inbound/place.ts';
import type { Only, Target } from './outbox-message.ts';
import { type Listener, say, targetOf } from './outgoing.ts';
import { renderLabel, renderReply } from './render.ts';

/** The id and recipient of a message, if it is ephemeral. */
export function ephemeralIn(message: Pick<Message, 'ephemeral_message_id' | 'receiver_user'>) {
  const { ephemeral_message_id: id, receiver_user: receiver } = message;
  return id === undefined || receiver === undefined ? undefined : { id, user: receiver.id };
}

/** Parameters that make a message ephemeral. */
export const onlyFor = ({ only }: Pick<Target, 'only'>) =>
  only === undefined
    ? {}
    : {
        ephemeral_message_parameters: {
          receiver_user_id: only.user,
          callback_query_id: only.press,
        },
        ...(only.command === undefined ? {} : { reply_parameters: { ephemeral_message_id: only.command } }),
      };

/**
 * The presser as the only recipient of the outcome; undefined if Telegram or the group's settings do not allow that.
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

/** Whether a group wants private replies to be shown there as ephemeral messages. */
async function isShownThere(
  { services }: WithServices,
  { spot: { place, direct }, within }: Listener,
): Promise<boolean> {
  if (place.isPrivate || direct !== undefined || within !== undefined) return false;
  return groupManners(await services.communities.of(place)).isShownThere;
}

/**
 * Sends a private reply as an ephemeral message in the group. Unless it answers a press or an ephemeral command,
 * Telegram accepts that from administrators only.
 * @param otherwise sent if an ephemeral message is not possible
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

/**
 * Whether a reply needs no message id: answers are voted on and corrected, and messages pinned, by ids that ephemeral
 * messages lack.
 */
const isWords = (reply: Reply): boolean =>
  reply.kind === 'offer' || (reply.kind === 'notice' && reply.pinMessage === undefined);

/**
 * Whether a reply in a group concerns one person only and can be sent to their private chat. Confirmations stay in the
 * group, and anonymous administrators have no private chat.
 */
export function isForOne(
  context: WithServices,
  reply: Reply,
  incoming: Pick<Incoming, 'text'>,
  { user, spot }: Pick<Listener, 'user' | 'spot'>,
): boolean {
  if (reply.isPrivate !== true || spot.place.isPrivate || user === undefined) return false;
  if (reply.kind === 'form' || reply.kind === 'file') return false;
  if (reply.kind === 'notice' && reply.pinMessage !== undefined) return false;
  const command = commandIn(context.services, incoming.text);
  return choicesOf(reply).length === 0 || command?.readOnly === true || command?.personal === true;
}

/** A link to the private chat that repeats the command there if it is harmless; otherwise it only opens the chat. */
export function leadAlone(context: TelegramContext, { text, place }: Pick<Incoming, 'text' | 'place'>): string {
  return linkAlone(context.me.username, Number(place.id), isHarmless(context, text) ? text : '');
}

/** Whether a text may be carried out by a link, which anybody may have made: it must change nothing. */
export const isHarmless = ({ services }: WithServices, text: string): boolean =>
  text !== '' &&
  (onlyAsks(text, services.commands) ||
    commandIn(services, text)?.onlyShows?.(readCommand(text)?.argument ?? '') === true);

/** Sends a reply to the private chat. If the person never began one, the group gets a message with a link to it. */
export function sayAlone(
  context: TelegramContext,
  reply: Reply,
  incoming: Incoming,
  to: Listener & { readonly user: number },
): Promise<Outgoing[]> {
  const place = aloneWith(to.user, context.services.hash);
  const isOwn = commandIn(context.services, incoming.text)?.scope === 'person';
  const within = isOwn ? undefined : { chat: to.spot.chat, title: to.spot.place.title ?? '' };
  const alone: Listener = {
    spot: { place, key: keyOfPlace(place), chat: to.user, thread: undefined },
    person: to.person,
    user: to.user,
    within,
  };
  const { language } = reply;
  const [words, layout] = [context.services.speak(language), layoutOf(context, language)];
  const isRefusal = reply.kind === 'notice' && plainText(reply.blocks) === words('moderators-only');
  const [rich] = renderReply(isRefusal ? reply : plainReply(language, words('private-here')), layout);
  const way = { text: renderLabel(words('open-private'), layout), url: leadAlone(context, incoming) };
  return say(context, reply, alone, { otherwise: { target: targetOf(to), rich, keyboard: isRefusal ? [] : [[way]] } });
}
