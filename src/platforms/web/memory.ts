import { LRUCache } from 'lru-cache';
import type { About } from '../../bot/conversation/incoming.ts';
import type { Html } from './render/html.ts';

/** Limits for all sessions together. */
const MOST_ANSWERS = 20_000;
const MOST_OUTCOMES = 500;
const MOST_SENT = 2000;

export type Memory = ReturnType<typeof createMemory>;

/** Memory of each session, in this process only. */
export function createMemory() {
  const answers = new LRUCache<string, About>({ max: MOST_ANSWERS });
  const outcomes = new LRUCache<string, Html>({ max: MOST_OUTCOMES });
  return {
    note: (session: string, message: string, about: About): void => {
      for (const key of [session, `${session} ${message}`]) answers.set(key, { ...about, message });
    },
    /** @param message Default: the session's last answer */
    about: (session: string, message?: string): About | undefined =>
      answers.get(message === undefined ? session : `${session} ${message}`),
    /** Keeps an action's outcome for the page that shows it. */
    keepOutcome: (session: string, message: string, outcome: Html): void =>
      void outcomes.set(`${session} ${message}`, outcome),
    outcome: (session: string, message: string): Html | undefined => outcomes.get(`${session} ${message}`),
    /** Where submitted forms were redirected to, by a digest of their content; see `formsOnce`. */
    sent: new LRUCache<string, Promise<string | undefined>>({ max: MOST_SENT }),
  };
}
