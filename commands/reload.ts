import { plainReply } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { knownPlaces } from '../src/bot/community/known-places.ts';
import { placeOfKey } from '../src/bot/conversation/place.ts';
import { reloadReply } from '../src/bot/moderation/reload-reply.ts';

/** Reads the knowledge folder again and says what came of it. The folder is the installation's: it serves every community. */
export const reload: Command = {
  name: 'reload',
  options: [],
  forModerators: true,
  run: async (call) => {
    const { services, language, say } = call;
    if (call.isOperator !== true && (await servesOthers(call))) return { ...plainReply(language, say('operator-only')), isPrivate: true };
    return reloadReply(await services.knowledge.reload(), language, say);
  },
};

/** Whether another community than the caller's has decided anything. */
async function servesOthers({ services: { store, communities }, community }: Call): Promise<boolean> {
  return (await knownPlaces(store)).some((key) => communities.of(placeOfKey(key)).id !== community.id);
}
