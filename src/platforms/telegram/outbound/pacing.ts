import { setMaxListeners } from 'node:events';
import { pause } from '../../../bot/delivery/pause.ts';
import type { Courtesy } from '../config.ts';

/** Milliseconds for which messages to a group count. */
export const MINUTE_MS = 60_000;
/** A second and a little more: Telegram's clock and ours tick apart. */
const SECOND_MS = 1005;
/** Chats from which on those are forgotten that may be sent to at once. */
const MOST = 2000;

interface Chat {
  /** When the next message may go. */
  free: number;
  /** When messages were taken, the newest last; of groups only. */
  readonly sent: number[];
  /** Messages that wait, with the one that is under way, and the last of them. */
  waiting: number;
  last: Promise<void>;
}

export type Pacer = ReturnType<typeof createPacer>;

/**
 * Lets messages go no faster than Telegram asks for; it delays, and drops nothing. @param now milliseconds. @param stop
 * lets nothing go any more
 */
export function createPacer({ chatMs, groupPerMinute, perSecond }: Courtesy, now: () => number, stop: AbortSignal) {
  // Many chats wait at once.
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
      // If many stay, not each new one looks through all of them.
      most = Math.max(MOST, 2 * chats.size);
    }
    const chat: Chat = { free: 0, sent: [], waiting: 0, last: Promise.resolve() };
    chats.set(id, chat);
    return chat;
  };
  /** When one more fits, so that no minute of a group holds more than so many. Groups have negative numbers. */
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
     * Waits until the chat may be sent to, and only then for a place among all chats, so that nobody waits for another
     * chat's pause.
     * @param isWanted asked when it is the chat's turn: whether the message is still to be sent. Default: it is
     * @returns a function to call once the message was tried, or left: the chat's next one waits for it. Undefined if
     * it is not wanted, or if the bot stops: nothing may be sent then
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
      // Timers may be early, and the message before may have been told to wait.
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
     * Another process has sent until now: it may have used every place among all chats, and it has sent to these groups
     * so many milliseconds ago, oldest first. One message more to each may have arrived without its having been noted.
     */
    takeOver: (groups: ReadonlyMap<number, readonly number[]>): void => {
      places.rest();
      for (const [id, ages] of groups) {
        const chat = chatOf(id);
        chat.sent.push(...ages.map((age) => now() - age));
        note(id, chat);
      }
    },
    /** Nothing goes to that chat for so many milliseconds: Telegram said so. */
    hold: (id: number, ms: number): void => {
      const chat = chatOf(id);
      chat.free = Math.max(chat.free, now() + ms);
    },
  };
}

/**
 * Places among all chats. Each is free again a second after its message was taken, so that no second sees more, however
 * late timers are. Private chats and groups get them in turn, so that no person waits for many groups.
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
    /** All places that are free come back only after a second: another process may just have used them. */
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
