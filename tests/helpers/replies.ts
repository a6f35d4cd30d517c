import type { Answer, Reply, ReplyParts } from '../../src/bot/answers/reply.ts';
import { createBot } from '../../src/bot/bot.ts';
import type { About, Incoming } from '../../src/bot/conversation/incoming.ts';
import type { Services } from '../../src/bot/services.ts';

/** A reply of any kind, with what only some kinds have. */
export type AnyReply = Reply & ReplyParts;

export type AnyRespond = (incoming: Incoming) => Promise<AnyReply | undefined>;

/** The bot, for tests that look at all that a reply may have. */
export const botOf = (services: Services): AnyRespond => {
  const respond = createBot(services);
  return (incoming) => respond(incoming, undefined);
};

/** An entry's own words. */
export const answerWith = (about: About, parts: Partial<Answer> = {}): Answer => ({
  kind: 'answer',
  state: 'answered',
  language: 'en',
  title: '',
  blocks: [],
  notes: [],
  choices: [],
  about,
  ...parts,
});
