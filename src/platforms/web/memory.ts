import type { About } from '../../bot/conversation/incoming.ts';

/** What was shown to whom last: in memory only, for a page is gone when it is closed. */
export interface Memory {
  readonly note: (session: string, message: string, about: About) => void;
  /** An answer that was shown; without a message the last one. */
  readonly about: (session: string, message?: string) => About | undefined;
}

const MOST_SESSIONS = 5000;
const MOST_ANSWERS = 50;

export function createMemory(): Memory {
  const sessions = new Map<string, Map<string, About>>();
  return {
    note: (session, message, about) => {
      const answers = sessions.get(session) ?? new Map<string, About>();
      sessions.delete(session);
      sessions.set(session, answers.set(message, { ...about, message }));
      forgetOldest(answers, MOST_ANSWERS);
      forgetOldest(sessions, MOST_SESSIONS);
    },
    about: (session, message) => {
      const answers = sessions.get(session);
      return message === undefined ? [...(answers?.values() ?? [])].at(-1) : answers?.get(message);
    },
  };
}

function forgetOldest<T>(map: Map<string, T>, most: number): void {
  const oldest = map.keys().next();
  if (map.size > most && !oldest.done) map.delete(oldest.value);
}
