import type { Courtesy } from '../config.ts';
import { createSlots } from './slots.ts';

/** Lets messages go no faster than Telegram asks for; it delays, and drops nothing. */
export interface Pacer {
  /**
   * Waits until the chat may be sent to, and only then for a place among all chats: what waits for its chat is in
   * nobody's way.
   * @param isWanted asked when it is the chat's turn: whether the message is still to be sent. Default: it is
   * @returns what is called once the message was tried, or left; the chat's next one waits for it. Undefined where it
   * is not wanted, or `stop` was aborted first: nothing may be sent then
   */
  readonly turn: (
    chat: number,
    stop: AbortSignal,
    isWanted?: () => boolean,
  ) => Promise<((wasTried?: boolean) => void) | undefined>;
  /** Nothing goes to that chat for so many milliseconds: Telegram said so. */
  readonly hold: (chat: number, ms: number) => void;
  /**
   * Another process has sent until now: it may have used every place among all chats, and it has sent to these groups
   * so many milliseconds ago, oldest first. One message more to each may have arrived without its having been noted.
   */
  readonly takeOver: (groups: ReadonlyMap<number, readonly number[]>) => void;
}

/** Milliseconds for which messages to a group count. */
export const MINUTE_MS = 60_000;
const SECOND_MS = 1000;
/** Chats that are remembered; those that may be sent to at once are forgotten first. */
const MOST = 2000;
/**
 * Chats that are looked at for each message whether they may be forgotten: to look at all of them would cost more than
 * the message.
 */
const LOOKS = 2;

interface Chat {
  /** When the next message may go. */
  free: number;
  /** When messages were taken, the newest last; of groups only. */
  readonly sent: number[];
  /** Messages that wait, with the one that is under way, and the last of them. */
  waiting: number;
  last: Promise<void>;
}

/** @param now milliseconds */
export function createPacer({ chatMs, groupPerMinute, perSecond }: Courtesy, now: () => number): Pacer {
  const chats = new Map<number, Chat>();
  const slots = createSlots(perSecond, SECOND_MS);
  const chatOf = (id: number): Chat => {
    const chat = chats.get(id) ?? { free: 0, sent: [], waiting: 0, last: Promise.resolve() };
    chats.set(id, chat);
    for (let look = 0; look < LOOKS && chats.size > MOST; look += 1) forgetFirst(id);
    return chat;
  };
  /** Or puts it behind all others, where it is still needed. */
  const forgetFirst = (current: number): void => {
    const [first] = chats;
    if (!first) return;
    const [id, chat] = first;
    chats.delete(id);
    if (id === current || chat.waiting > 0 || chat.free + MINUTE_MS >= now()) chats.set(id, chat);
  };
  /** Groups have negative numbers. */
  const dueIn = (id: number, { free, sent }: Chat): number =>
    Math.max(free, id < 0 ? after(sent, groupPerMinute, MINUTE_MS) : 0) - now();
  const note = (id: number, chat: Chat): void => {
    chat.free = Math.max(chat.free, now() + chatMs);
    if (id > 0 || !Number.isFinite(groupPerMinute)) return;
    chat.sent.push(now());
    while (chat.sent.length > groupPerMinute) chat.sent.shift();
  };
  /** One message of a chat at a time. @returns what lets the next one go on */
  const enter = async (chat: Chat): Promise<() => void> => {
    const before = chat.last;
    let leave = (): void => undefined;
    chat.last = new Promise((resolve) => {
      leave = resolve;
    });
    chat.waiting += 1;
    await before;
    return () => {
      chat.waiting -= 1;
      leave();
    };
  };
  return {
    turn: async (id, stop, isWanted = () => true) => {
      const chat = chatOf(id);
      const leave = await enter(chat);
      // Timers may be early, and what came before may have been told to wait.
      for (let ms = dueIn(id, chat); ms > 0 && !stop.aborted; ms = dueIn(id, chat)) await pauseUnless(ms, stop);
      const giveBack = isWanted() ? await slots.take(id > 0, stop) : undefined;
      if (!giveBack) {
        leave();
        return undefined;
      }
      return (wasTried = true) => {
        if (wasTried) note(id, chat);
        giveBack(wasTried);
        leave();
      };
    },
    takeOver: (groups) => {
      slots.rest();
      for (const [id, ages] of groups) {
        const chat = chatOf(id);
        chat.sent.push(...ages.map((age) => now() - age));
        note(id, chat);
      }
    },
    hold: (id, ms) => {
      const chat = chatOf(id);
      chat.free = Math.max(chat.free, now() + ms);
    },
  };
}

/** When one more fits, so that no span of that length holds more than so many. */
const after = (sent: readonly number[], most: number, span: number): number =>
  sent.length < most ? 0 : (sent.at(-most) ?? 0) + span;

/** @returns false where it was cut short. */
export function pauseUnless(ms: number, stop: AbortSignal): Promise<boolean> {
  if (stop.aborted) return Promise.resolve(false);
  if (ms <= 0) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (isOver: boolean) => {
      clearTimeout(timer);
      stop.removeEventListener('abort', cut);
      resolve(isOver);
    };
    const cut = () => end(false);
    const timer = setTimeout(() => end(true), ms);
    stop.addEventListener('abort', cut, { once: true });
  });
}
