import { LRUCache } from 'lru-cache';
import type { About } from '../../bot/conversation/incoming.ts';
import type { Html } from './render/html.ts';

/** Memory of each session, in the process only: a page is gone when it is closed. */
export interface Memory {
  readonly note: (session: string, message: string, about: About) => void;
  /** @param message Default: the last one of the session. */
  readonly about: (session: string, message?: string) => About | undefined;
  /** Keeps the outcome of an action for the page that shows it. */
  readonly keepOutcome: (session: string, message: string, outcome: Html) => void;
  readonly outcome: (session: string, message: string) => Html | undefined;
  /** Where forms that were sent led, by what they held. */
  readonly sent: LRUCache<string, Promise<string | undefined>>;
}

/** Of all sessions together. */
const MOST_ANSWERS = 20_000;
const MOST_OUTCOMES = 500;
const MOST_SENT = 2000;

export function createMemory(): Memory {
  const answers = new LRUCache<string, About>({ max: MOST_ANSWERS });
  const outcomes = new LRUCache<string, Html>({ max: MOST_OUTCOMES });
  return {
    note: (session, message, about) => {
      for (const key of [session, `${session} ${message}`]) answers.set(key, { ...about, message });
    },
    about: (session, message) => answers.get(message === undefined ? session : `${session} ${message}`),
    keepOutcome: (session, message, outcome) => void outcomes.set(`${session} ${message}`, outcome),
    outcome: (session, message) => outcomes.get(`${session} ${message}`),
    sent: new LRUCache({ max: MOST_SENT }),
  };
}
