import type { Courtesy } from '../config.ts';

/** Lets messages go no faster than Telegram asks for; it delays, and drops nothing. */
export interface Pacer {
  /** Waits for a message's turn. @returns false where `stop` was aborted first: nothing may be sent then. */
  readonly turn: (chat: number, stop: AbortSignal) => Promise<boolean>;
  /** Nothing goes to that chat for so many milliseconds: Telegram said so. */
  readonly hold: (chat: number, ms: number) => void;
}

const MINUTE_MS = 60_000;
const SECOND_MS = 1000;
/** Chats that are remembered; those that may be sent to at once are forgotten first. */
const MOST = 2000;

interface Chat {
  /** When the next message may go. */
  free: number;
  /** When messages went, the newest last; of groups only. */
  readonly sent: number[];
}

/** @param now milliseconds */
export function createPacer({ chatMs, groupPerMinute, perSecond }: Courtesy, now: () => number): Pacer {
  const chats = new Map<number, Chat>();
  const all: number[] = [];
  const chatOf = (id: number): Chat => {
    const chat = chats.get(id) ?? { free: 0, sent: [] };
    chats.set(id, chat);
    if (chats.size > MOST) for (const [other, { free }] of chats) if (free + MINUTE_MS < now()) chats.delete(other);
    return chat;
  };
  /** Groups have negative numbers. */
  const reserve = (id: number): number => {
    const chat = chatOf(id);
    const at = Math.max(now(), chat.free, after(all, perSecond, SECOND_MS), id < 0 ? after(chat.sent, groupPerMinute, MINUTE_MS) : 0);
    chat.free = at + chatMs;
    note(all, at, perSecond);
    if (id < 0) note(chat.sent, at, groupPerMinute);
    return at;
  };
  return {
    turn: (id, stop) => pauseUnless(reserve(id) - now(), stop),
    hold: (id, ms) => {
      const chat = chatOf(id);
      chat.free = Math.max(chat.free, now() + ms);
    },
  };
}

/** When one more fits, so that no span of that length holds more than so many. */
const after = (sent: readonly number[], most: number, span: number): number => (sent.length < most ? 0 : (sent.at(-most) ?? 0) + span);

function note(sent: number[], at: number, most: number): void {
  if (!Number.isFinite(most)) return;
  sent.push(at);
  if (sent.length > most) sent.shift();
}

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
