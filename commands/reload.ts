import { whisper } from '../src/bot/answers/reply.ts';
import type { Command } from '../src/bot/command.ts';
import { servesOthers } from '../src/bot/community/known-places.ts';
import { reloadReply } from '../src/bot/moderation/reload-reply.ts';

/** Reads the knowledge folder again, and reports the result. The folder serves all communities of the installation. */
export const reload: Command = {
  name: 'reload',
  group: 'setup',
  isExplained: true,
  options: [],
  forModerators: true,
  scope: 'installation',
  run: async ({ services, community, isOperator = false, language, say }) => {
    if (!isOperator && (await servesOthers(services, community.id))) return whisper({ language, say }, 'operator-only');
    return reloadReply(await services.knowledge.reload(), language, say);
  },
};
