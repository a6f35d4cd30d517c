import type { Api } from 'grammy';
import type { ChatMember } from 'grammy/types';
import { ApiError } from '../api.ts';

/** What somebody may in a chat. */
export interface Standing {
  readonly isMember: boolean;
  /** The creator, and administrators who may change the group's info or pin messages. */
  readonly isModerator: boolean;
  /** Speaks in the group's name. */
  readonly isAnonymous: boolean;
}

/** Asks Telegram who moderates, and believes it for half a minute. */
export interface Moderators {
  /** Rejects with an ApiError where Telegram cannot be asked. */
  readonly of: (chat: number, user: number) => Promise<Standing>;
  /** Something has changed: ask again. @param user default: everybody's */
  readonly forget: (chat: number, user?: number) => void;
}

const KEPT_MS = 30_000;
/** Answers that are kept at most. */
const MOST = 10_000;
const NOBODY: Standing = { isMember: false, isModerator: false, isAnonymous: false };

interface Kept {
  readonly at: number;
  readonly standing: Promise<Standing>;
}

/** @param now milliseconds */
export function createModerators(
  api: Pick<Api, 'getChatMember' | 'getChatAdministrators'>,
  now: () => number,
): Moderators {
  const chats = new Map<number, Map<number, Kept>>();
  let kept = 0;
  const ask = (chat: number, user: number): Promise<Standing> => {
    const standing = api
      .getChatMember(chat, user)
      .then(standingOf, (error: unknown) =>
        isHidden(error) ? amongAdministrators(api, chat, user) : strangerOr(error),
      );
    standing.catch(() => chats.get(chat)?.delete(user));
    return standing;
  };
  return {
    of: (chat, user) => {
      const known = chats.get(chat)?.get(user);
      if (known && now() - known.at < KEPT_MS) return known.standing;
      if (++kept > MOST) {
        chats.clear();
        kept = 1;
      }
      const standing = ask(chat, user);
      chats.set(chat, (chats.get(chat) ?? new Map<number, Kept>()).set(user, { at: now(), standing }));
      return standing;
    },
    forget: (chat, user) => {
      if (user === undefined) chats.delete(chat);
      else chats.get(chat)?.delete(user);
    },
  };
}

function standingOf(member: ChatMember): Standing {
  if (member.status === 'creator') return { isMember: true, isModerator: true, isAnonymous: member.is_anonymous };
  if (member.status !== 'administrator')
    return { ...NOBODY, isMember: member.status === 'member' || (member.status === 'restricted' && member.is_member) };
  return {
    isMember: true,
    isModerator: member.can_change_info || member.can_pin_messages === true,
    isAnonymous: member.is_anonymous,
  };
}

/** Where members are hidden, Telegram tells only administrators who they are. */
const isHidden = (error: unknown): boolean =>
  error instanceof ApiError &&
  /member list is inaccessible|CHAT_ADMIN_REQUIRED|PARTICIPANT_LIST_HIDDEN/i.test(error.description);

/** Administrators are told to everybody. */
async function amongAdministrators(
  api: Pick<Api, 'getChatAdministrators'>,
  chat: number,
  user: number,
): Promise<Standing> {
  const found = await api.getChatAdministrators(chat).catch(strangersOr);
  const member = found.find((one) => one.user.id === user);
  return member ? standingOf(member) : NOBODY;
}

const strangersOr = (error: unknown): readonly ChatMember[] => {
  strangerOr(error);
  return [];
};

/** Whom Telegram does not know in that chat may nothing there. */
function strangerOr(error: unknown): Standing {
  if (error instanceof ApiError && [400, 403].includes(error.code)) return NOBODY;
  throw error;
}
