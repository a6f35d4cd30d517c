import { setMaxListeners } from 'node:events';
import { pause } from '../../../bot/delivery/pause.ts';
import type { Courtesy } from '../config.ts';

/** Milliseconds of a group's rate limit window. */
export const MINUTE_MS = 60_000;
/** A second and a margin for the difference between Telegram's clock and ours. */
const SECOND_MS = 1005;
/** Number of chats above which those without a delay are dropped. */
const MOST = 2000;

interface Chat {
  /** When the next message may go, in milliseconds. */
  free: number;
  /** When messages were sent, the newest last; for groups only. */
  readonly sent: number[];
  /** Number of messages that wait or are being sent, and a promise of the last one's end. */
  waiting: number;
  last: Promise<void>;
}

export type Pacer = ReturnType<typeof createPacer>;

/**
 * Delays messages to keep to Telegram's rate limits; it drops none.
 * @param now milliseconds
 * @param stop refuses every turn once aborted
 */
export function createPacer({ chatMs, groupPerMinute, perSecond }: Courtesy, now: () => number, stop: AbortSignal) {
  // Each waiting chat adds a listener.
  setMaxListeners(0, stop);
  const chats = new Map<number, Chat>();
  const places = createPlaces(perSecond, stop);
  let most = MOST;
  const chatOf = (id: number): Chat => {
    const known = chats.get(id);
    if (known) return known;
    if (chats.size >= most) {
      for (const [other, { waiting, free }] of chats)
        if (waiting === 0 && free + MINUTE_MS < now()) chats.delete(other);
      // If few could be dropped, the limit grows; otherwise every new chat would search them all.
      most = Math.max(MOST, 2 * chats.size);
    }
    const chat: Chat = { free: 0, sent: [], waiting: 0, last: Promise.resolve() };
    chats.set(id, chat);
    return chat;
  };
  /** Milliseconds until one more message fits into the group's minute. Ids of groups are negative. */
  const dueIn = (id: number, { free, sent }: Chat): number =>
    Math.max(free, id < 0 && sent.length >= groupPerMinute ? (sent.at(-groupPerMinute) ?? 0) + MINUTE_MS : 0) - now();
  const note = (id: number, chat: Chat): void => {
    chat.free = Math.max(chat.free, now() + chatMs);
    if (id > 0 || !Number.isFinite(groupPerMinute)) return;
    chat.sent.push(now());
    if (chat.sent.length > groupPerMinute) chat.sent.shift();
  };
  return {
    /**
     * Waits until the chat's own limit allows a message, and only then for a slot of the limit for all chats, so that a
     * pausing chat holds no slot.
     * @param isWanted asked when it is the chat's turn: whether the message is still needed. Default: it is
     * @returns a function to call after sending, or after deciding not to; the chat's next message waits for it.
     * Undefined if the message is not needed or the bot stops
     */
    turn: async (id: number, isWanted = () => true): Promise<((wasTried?: boolean) => void) | undefined> => {
      const chat = chatOf(id);
      const before = chat.last;
      let next = (): void => undefined;
      chat.last = new Promise((resolve) => {
        next = resolve;
      });
      const leave = (): void => {
        chat.waiting -= 1;
        next();
      };
      chat.waiting += 1;
      await before;
      // Timers may fire early, and the message before may have been told by Telegram to wait.
      for (let ms = dueIn(id, chat); ms > 0 && !stop.aborted; ms = dueIn(id, chat)) await pause(ms, stop);
      if (!isWanted() || !(await places.take(id > 0))) {
        leave();
        return undefined;
      }
      return (wasTried = true) => {
        if (wasTried) note(id, chat);
        places.giveBack(wasTried ? SECOND_MS : 0);
        leave();
      };
    },
    /**
     * Continues after another process, which may just have used every slot.
     * @param groups how many milliseconds ago it sent messages to each group, oldest first; one more may have been sent
     * to each without being recorded
     */
    takeOver: (groups: ReadonlyMap<number, readonly number[]>): void => {
      places.rest();
      for (const [id, ages] of groups) {
        const chat = chatOf(id);
        chat.sent.push(...ages.map((age) => now() - age));
        note(id, chat);
      }
    },
    /** Sends nothing to a chat for so many milliseconds, as Telegram asked. */
    hold: (id: number, ms: number): void => {
      const chat = chatOf(id);
      chat.free = Math.max(chat.free, now() + ms);
    },
  };
}

/**
 * Slots of the limit for all chats. A slot is free again a second after its message was sent, so that no second has
 * more messages, however late timers fire. Private chats and groups take turns, so that no person waits behind many
 * groups.
 */
function createPlaces(most: number, stop: AbortSignal) {
  const waiting = { private: [] as (() => void)[], group: [] as (() => void)[] };
  let free = most;
  let last: keyof typeof waiting = 'group';
  stop.addEventListener('abort', () => {
    for (const go of [...waiting.private, ...waiting.group]) go();
  });
  const giveBack = (ms: number): void => {
    const give = (): void => {
      free += 1;
      const other = last === 'group' ? 'private' : 'group';
      if (waiting[other].length > 0) last = other;
      waiting[last].shift()?.();
    };
    if (ms > 0) setTimeout(give, ms).unref();
    else give();
  };
  return {
    giveBack,
    /** Blocks all free slots for a second, as another process may just have used them. */
    rest: (): void => {
      while (free > 0 && Number.isFinite(free)) {
        free -= 1;
        giveBack(SECOND_MS);
      }
    },
    /** @returns false if the bot stops */
    take: async (isPrivate: boolean): Promise<boolean> => {
      if (free <= 0 && !stop.aborted)
        await new Promise<void>((go) => waiting[isPrivate ? 'private' : 'group'].push(go));
      if (stop.aborted) return false;
      free -= 1;
      return true;
    },
  };
}
