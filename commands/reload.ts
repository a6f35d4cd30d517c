import type { Command } from '../src/bot/command.ts';
import { reloadReply } from '../src/bot/moderation/reload-reply.ts';

/** Reads the knowledge folder again and says what came of it. */
export const reload: Command = {
  name: 'reload',
  options: [],
  forModerators: true,
  run: async ({ services, language, say }) => reloadReply(await services.knowledge.reload(), language, say),
};
