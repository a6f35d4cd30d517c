import { choicesOf, plainReply, type Reply } from '../../../bot/answers/reply.ts';
import type { Incoming } from '../../../bot/conversation/incoming.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { commandIn, onlyAsks, readCommand } from '../../../bot/platform/command-text.ts';
import { plainText } from '../../../core/entry/blocks.ts';
import { layoutOf, type TelegramContext } from '../context.ts';
import { linkAlone } from '../inbound/deep-link.ts';
import { aloneWith } from '../inbound/place.ts';
import { type Listener, say, targetOf } from '../outbound/outgoing.ts';
import { renderLabel, renderReply } from '../outbound/render.ts';

/**
 * Whether a reply in a group is for one person alone, and can be given to them so. A decision stays in its group,
 * and those who hide have no private chat.
 */
export function isForOne(
  context: Pick<TelegramContext, 'services'>,
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

/**
 * The link into the private chat. Words that change nothing are said again there; for all others it only opens the
 * chat.
 */
export function leadAlone(
  context: Pick<TelegramContext, 'services' | 'me'>,
  { text, place }: Pick<Incoming, 'text' | 'place'>,
): string {
  return linkAlone(context.me.username, Number(place.id), isHarmless(context, text) ? text : '');
}

/** Whether words may be said by pressing a link, which anybody may have made: they change nothing. */
export const isHarmless = ({ services }: Pick<TelegramContext, 'services'>, text: string): boolean =>
  text !== '' &&
  (onlyAsks(text, services.commands) ||
    commandIn(services, text)?.onlyShows?.(readCommand(text)?.argument ?? '') === true);

/** Says it in the private chat, and in the group only how to get there, if the person never began such a chat. */
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
