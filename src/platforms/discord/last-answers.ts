import type { About } from '../../bot/incoming.ts';
import { keep } from './keep.ts';

/** The last answer that each person got in each channel. */
export interface LastAnswers {
  readonly of: (channel: string, user: string) => About | undefined;
  readonly note: (channel: string, user: string, about: About) => void;
}

/** @param most who is remembered; the oldest are forgotten first. */
export function createLastAnswers(most = 2000): LastAnswers {
  const answers = new Map<string, About>();
  return {
    of: (channel, user) => answers.get(`${channel} ${user}`),
    note: (channel, user, about) => keep(answers, `${channel} ${user}`, about, most),
  };
}
