import type { Api } from 'grammy';
import type { ChatMember } from 'grammy/types';
import { LRUCache } from 'lru-cache';
import { ApiError } from '../api.ts';

/** The role of somebody in a chat. */
interface Role {
  readonly isMember: boolean;
  /** The creator, and administrators who may change the group's info or pin messages. */
  readonly isModerator: boolean;
  /** With whatever rights. */
  readonly isAdministrator: boolean;
  /** Speaks in the group's name. */
  readonly isAnonymous: boolean;
}

type AskingApi = Pick<Api, 'getChatMember' | 'getChatAdministrators'>;

const KEPT_MS = 30_000;
const MOST = 10_000;
const NOBODY: Role = { isMember: false, isModerator: false, isAdministrator: false, isAnonymous: false };

export type Moderators = ReturnType<typeof createModerators>;

/** Asks Telegram who moderates, and believes it for half a minute. @param now milliseconds */
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
    /** Something has changed: ask again. @param user default: everybody's */
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
    // Whom Telegram does not know in that chat may nothing there.
    if (error instanceof ApiError && [400, 403].includes(error.code)) return NOBODY;
    throw error;
  }
}

/** If members are hidden, Telegram tells only administrators who they are; administrators it tells to everybody. */
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
