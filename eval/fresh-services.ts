import { openCommunities } from '../src/bot/community/communities.ts';
import { createCounter } from '../src/bot/community/counting.ts';
import { createConversations } from '../src/bot/conversation/follow-up.ts';
import { createHeldLines } from '../src/bot/conversation/held-lines.ts';
import { createLearning } from '../src/bot/learning/learning.ts';
import type { Store } from '../src/bot/ports/store.ts';
import { keptQuestions } from '../src/bot/questions/questions.ts';
import type { Services } from '../src/bot/services.ts';

/**
 * Services with another store. A question that waits for people to answer it waits only until they have written a few
 * lines.
 */
export async function freshServices(services: Services, store: Store): Promise<Services> {
  const communities = await openCommunities(store, services.knowledge.current, services.effective);
  const ignore = () => undefined;
  const { languages, now } = services;
  const questions = keptQuestions({ store, languages, now, onError: ignore });
  return {
    ...services,
    store,
    communities,
    counter: createCounter(store, now, ignore),
    conversations: createConversations(services),
    heldLines: createHeldLines(Date.now, (_, work) => {
      const timer = setTimeout(work, 1).unref();
      return () => clearTimeout(timer);
    }),
    questions,
    learning: createLearning({ store, questions, now }),
  };
}
