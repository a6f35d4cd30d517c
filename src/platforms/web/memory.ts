import { LRUCache } from 'lru-cache';
import type { About } from '../../bot/conversation/incoming.ts';

/** Answers that were shown, in memory only: a page is gone when it is closed. */
export interface Memory {
  readonly note: (session: string, message: string, about: About) => void;
  /** @param message Default: the last one of the session. */
  readonly about: (session: string, message?: string) => About | undefined;
}

/** Of all sessions together. */
const MOST_ANSWERS = 20_000;

export function createMemory(): Memory {
  const answers = new LRUCache<string, About>({ max: MOST_ANSWERS });
  return {
    note: (session, message, about) => {
      for (const key of [session, `${session} ${message}`]) answers.set(key, { ...about, message });
    },
    about: (session, message) => answers.get(message === undefined ? session : `${session} ${message}`),
  };
}
