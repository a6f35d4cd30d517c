import type { Api } from 'grammy';
import type { ChatMember, Message, User } from 'grammy/types';
import { LRUCache } from 'lru-cache';
import type { Decisions } from '../../../bot/community/community.ts';
import type { Incoming } from '../../../bot/conversation/incoming.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import type { PersonHash } from '../../../bot/kinds.ts';
import type { WithServices } from '../../../bot/services.ts';
import { choiceOf, holds, holdsNow } from '../../../bot/settings/chosen.ts';
import { ApiError } from '../api.ts';
import type { TelegramContext } from '../context.ts';
import { personOf, type Spot } from './place.ts';

export interface Person {
  /** `telegram:<id>` of the user, or of the group or channel in whose name a message was sent. */
  readonly person: string;
  /** Undefined for anonymous administrators and channels. */
  readonly user: number | undefined;
  readonly locale: string | undefined;
  readonly isModerator: (() => Promise<boolean>) | undefined;
}

export type WithModerators = Pick<TelegramContext, 'services' | 'moderators'>;

/** Id of @GroupAnonymousBot, the sender of anonymous administrators' messages. */
const ANONYMOUS = 1087968824;
/** Id of Telegram's account that forwards posts of a linked channel into the group. */
const LINKED_CHANNEL = 777000;

/**
 * The author of a message: a person, or a channel, which never moderates. Undefined for other bots and Telegram itself.
 */
export function authorOf(context: WithModerators, spot: Spot, message: Message): Person | undefined {
  const { from, sender_chat: sender } = message;
  if (!from || from.id === LINKED_CHANNEL || message.is_automatic_forward !== undefined) return undefined;
  if (from.id === ANONYMOUS && sender?.id === spot.chat && !spot.place.isPrivate) return anonymousIn(context, spot);
  if (sender)
    return { person: personOf(sender.id), user: undefined, locale: undefined, isModerator: async () => false };
  return from.is_bot ? undefined : known(context, spot, from);
}

/**
 * The person who pressed a button. An administrator who writes anonymously presses under their own name, and is treated
 * as anonymous like the author of the message.
 */
export async function presserOf(context: WithModerators, spot: Spot, from: User): Promise<Person> {
  const person = known(context, spot, from);
  if (spot.place.isPrivate || !isOptedIn(await context.services.communities.of(spot.place))) return person;
  const { isModerator, isAnonymous } = await context.moderators.of(spot.chat, from.id);
  return isModerator && isAnonymous ? { ...anonymousIn(context, spot), locale: from.language_code } : person;
}

/** A user of Telegram. In a private chat, nobody is a moderator. */
function known(
  { moderators }: Pick<WithModerators, 'moderators'>,
  { place, chat }: Pick<Spot, 'place' | 'chat'>,
  { id, language_code: locale }: User,
): Person {
  const isModerator = async () => (await moderators.of(chat, id)).isModerator;
  return { person: personOf(id), user: id, locale, isModerator: place.isPrivate ? undefined : isModerator };
}

/** An anonymous administrator, who moderates only if the community allows that. */
function anonymousIn({ services }: Pick<WithModerators, 'services'>, { place, key }: Spot): Person {
  return {
    person: key,
    user: undefined,
    locale: undefined,
    isModerator: async () => isOptedIn(await services.communities.of(place)),
  };
}

/** Whether the community lets anonymous administrators moderate. */
export const isOptedIn = (community: Decisions): boolean => choiceOf(community, 'anonymous') === 'yes';

/**
 * Whether a community has appointed somebody as moderator in a place, whatever their rights on Telegram.
 */
export const isAppointed = async ({ services }: WithServices, place: Place, person: PersonHash): Promise<boolean> =>
  holds(await services.communities.of(place), 'moderators', place, [person]);

/** Whether the author of a message moderates its place, by rights on Telegram or by appointment. */
export async function moderates({ services }: WithServices, incoming: Incoming): Promise<boolean> {
  const isGiven = await holdsNow(
    await services.communities.of(incoming.place),
    'moderators',
    incoming,
    services.hash(incoming.person),
  );
  return isGiven || ((await incoming.isModerator?.()) ?? false);
}

/** Somebody's role in a chat. */
interface Role {
  readonly isMember: boolean;
  /** The creator, and administrators who may change the group's info or pin messages. */
  readonly isModerator: boolean;
  /** With any rights. */
  readonly isAdministrator: boolean;
  /** Writes in the group's name. */
  readonly isAnonymous: boolean;
}

type AskingApi = Pick<Api, 'getChatMember' | 'getChatAdministrators'>;

const KEPT_MS = 30_000;
const MOST = 10_000;
const NOBODY: Role = { isMember: false, isModerator: false, isAdministrator: false, isAnonymous: false };

export type Moderators = ReturnType<typeof createModerators>;

/** Roles in chats, asked of Telegram and cached for half a minute. @param now milliseconds */
export function createModerators(api: AskingApi, now: () => number) {
  const roles = new LRUCache<string, Promise<Role>>({ max: MOST, ttl: KEPT_MS, ttlResolution: 0, perf: { now } });
  return {
    /** Rejects with an ApiError if Telegram cannot be asked. */
    of: (chat: number, user: number): Promise<Role> => {
      const key = `${chat} ${user}`;
      const known = roles.get(key);
      if (known) return known;
      const role = ask(api, chat, user);
      role.catch(() => roles.delete(key));
      roles.set(key, role);
      return role;
    },
    /** Drops cached roles after a change. @param user Default: all users of the chat */
    forget: (chat: number, user?: number): void => {
      if (user !== undefined) roles.delete(`${chat} ${user}`);
      else for (const key of roles.keys()) if (key.startsWith(`${chat} `)) roles.delete(key);
    },
  };
}

async function ask(api: AskingApi, chat: number, user: number): Promise<Role> {
  try {
    return roleOf(await api.getChatMember(chat, user).catch((error) => amongAdministrators(api, chat, user, error)));
  } catch (error) {
    // Telegram's answer if it does not know the user in that chat, in which they then have no rights.
    if (error instanceof ApiError && [400, 403].includes(error.code)) return NOBODY;
    throw error;
  }
}

/**
 * If a group hides its members, Telegram tells only administrators what role a member has, but everybody who the
 * administrators are.
 */
async function amongAdministrators(
  api: AskingApi,
  chat: number,
  user: number,
  error: unknown,
): Promise<ChatMember | undefined> {
  const isHidden =
    error instanceof ApiError &&
    /member list is inaccessible|CHAT_ADMIN_REQUIRED|PARTICIPANT_LIST_HIDDEN/i.test(error.description);
  if (!isHidden) throw error;
  return (await api.getChatAdministrators(chat)).find((one) => one.user.id === user);
}

function roleOf(member: ChatMember | undefined): Role {
  if (member?.status === 'creator')
    return { isMember: true, isModerator: true, isAdministrator: true, isAnonymous: member.is_anonymous };
  if (member?.status === 'administrator')
    return {
      isMember: true,
      isAdministrator: true,
      isModerator: member.can_change_info || member.can_pin_messages === true,
      isAnonymous: member.is_anonymous,
    };
  const isMember = member?.status === 'member' || (member?.status === 'restricted' && member.is_member);
  return { ...NOBODY, isMember };
}
