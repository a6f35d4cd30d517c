import type { Respond } from '../src/bot/bot.ts';

/** What was answered once is answered the same again: everything but the search. */
export function remembered(respond: Respond): Respond {
  const known = new Map<string, ReturnType<Respond>>();
  return ({ text, ...incoming }) => {
    const reply = known.get(text) ?? respond({ text, ...incoming });
    known.set(text, reply);
    return reply;
  };
}
