/** Chats in which the bot may not speak: nothing is sent there, so that it is not refused again and again. */
export interface Muted {
  readonly has: (chat: number) => boolean;
  /** @param isRestricted the bot still hears what is said there; otherwise it is not there any more, or was blocked */
  readonly add: (chat: number, isRestricted?: boolean) => void;
  /** It may again. */
  readonly remove: (chat: number) => void;
  /** Somebody was heard there: the bot is there after all. */
  readonly heard: (chat: number) => void;
}

const MOST = 10_000;

export function createMuted(): Muted {
  const chats = new Map<number, boolean>();
  return {
    has: (chat) => chats.has(chat),
    add: (chat, isRestricted = false) => {
      if (chats.size >= MOST) chats.clear();
      chats.set(chat, isRestricted);
    },
    remove: (chat) => void chats.delete(chat),
    heard: (chat) => {
      if (chats.get(chat) === false) chats.delete(chat);
    },
  };
}
