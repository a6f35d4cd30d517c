import type { Message, User } from 'grammy/types';
import type { Community } from '../../../bot/community/community.ts';
import type { Incoming } from '../../../bot/conversation/incoming.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import { choiceOf, holds, holdsNow } from '../../../bot/settings/chosen.ts';
import type { TelegramContext } from '../context.ts';
import { personOf, type Spot } from './place.ts';

/** The person who speaks to the bot. */
export interface Person {
  /** `telegram:<id>`: of the user, or of the group or channel in whose name one speaks. */
  readonly person: string;
  /** None for those who hide. */
  readonly user: number | undefined;
  readonly locale: string | undefined;
  readonly isModerator: (() => Promise<boolean>) | undefined;
}

type Chats = Pick<TelegramContext, 'services' | 'moderators'>;

/** In their name administrators speak who hide who they are. */
const ANONYMOUS = 1087968824;
/** Sends on what is posted in a channel that belongs to the group. */
const LINKED_CHANNEL = 777000;

/**
 * The author of a message: a person, or a channel in whose name one speaks, which moderates nowhere; undefined for
 * other bots and Telegram itself.
 */
export function authorOf(context: Chats, spot: Spot, message: Message): Person | undefined {
  const { from, sender_chat: sender } = message;
  if (!from || from.id === LINKED_CHANNEL || message.is_automatic_forward !== undefined) return undefined;
  if (from.id === ANONYMOUS && sender?.id === spot.chat && !spot.place.isPrivate) return anonymousIn(context, spot);
  if (sender)
    return { person: personOf(sender.id), user: undefined, locale: undefined, isModerator: async () => false };
  return from.is_bot ? undefined : known(context, spot, from);
}

/** The person who pressed a button: an administrator who hides presses under the own name, and goes on as the asker. */
export async function presserOf(context: Chats, spot: Spot, from: User): Promise<Person> {
  const person = known(context, spot, from);
  if (spot.place.isPrivate || !isOptedIn(await context.services.communities.of(spot.place))) return person;
  const { isModerator, isAnonymous } = await context.moderators.of(spot.chat, from.id);
  return isModerator && isAnonymous ? { ...anonymousIn(context, spot), locale: from.language_code } : person;
}

/** Nobody moderates alone. */
function known(
  { moderators }: Pick<Chats, 'moderators'>,
  { place, chat }: Pick<Spot, 'place' | 'chat'>,
  { id, language_code: locale }: User,
): Person {
  const isModerator = async () => (await moderators.of(chat, id)).isModerator;
  return { person: personOf(id), user: id, locale, isModerator: place.isPrivate ? undefined : isModerator };
}

/** An administrator, but nobody in particular: moderates only if the community wants that. */
function anonymousIn({ services }: Pick<Chats, 'services'>, { place, key }: Spot): Person {
  return {
    person: key,
    user: undefined,
    locale: undefined,
    isModerator: async () => isOptedIn(await services.communities.of(place)),
  };
}

/** Whether the community lets administrators moderate who hide who they are. */
export const isOptedIn = (community: Pick<Community, 'state'>): boolean => choiceOf(community, 'anonymous') === 'yes';

/**
 * Whether a community has made somebody a moderator in a place, whatever Telegram lets them do. @param person keyed
 * hash
 */
export const isAppointed = async (
  { services }: Pick<TelegramContext, 'services'>,
  place: Place,
  person: string,
): Promise<boolean> => holds(await services.communities.of(place), 'moderators', place, [person]);

/** Whether somebody moderates the place of their message, by their rights or because the community appointed them. */
export async function moderates({ services }: Pick<TelegramContext, 'services'>, incoming: Incoming): Promise<boolean> {
  const isGiven = await holdsNow(
    await services.communities.of(incoming.place),
    'moderators',
    incoming,
    services.hash(incoming.person),
  );
  return isGiven || ((await incoming.isModerator?.()) ?? false);
}
