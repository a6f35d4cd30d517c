import { LRUCache } from 'lru-cache';
import { type Notice, plainReply } from '../answers/reply.ts';
import { languageFor } from '../conversation/choose-language.ts';
import type { Incoming } from '../conversation/incoming.ts';
import { keyOfPlace } from '../conversation/place.ts';
import type { Services } from '../services.ts';
import type { Recall } from './recall.ts';
import { says } from './says.ts';

/** Most answers for which it is remembered that the vote was offered. */
const MOST_OFFERED = 2000;

interface Below {
  /** Id of the message with the answer. */
  readonly to: string;
  /** Whether somebody who did not address the bot is answered, too: not if they, or others there, ask too much. */
  readonly isFree: () => boolean;
}

/**
 * Offers a vote to anybody who replies that an answer is wrong; once for each answer, no matter who says it.
 * @returns an empty list if nothing more is to be said; undefined if the text does not say so
 */
export type OfferVote = ReturnType<typeof createVoteOffers>;

export function createVoteOffers() {
  const offered = new LRUCache<string, true>({ max: MOST_OFFERED });
  return async (
    { services, recall }: { readonly services: Services; readonly recall: Pick<Recall, 'about'> },
    { person, place, text, locale, addressed }: Pick<Incoming, 'person' | 'place' | 'text' | 'locale' | 'addressed'>,
    { to, isFree }: Below,
  ): Promise<readonly Notice[] | undefined> => {
    const key = keyOfPlace(place);
    if (!says(services, 'says-wrong', text) || !(await recall.about(key, to))) return undefined;
    if (offered.has(`${key} ${to}`) || (!addressed && !isFree())) return [];
    void services.attempt.afterCommit(() => offered.set(`${key} ${to}`, true));
    const community = await services.communities.of(place);
    const language = await languageFor(services, community, { person: services.hash(person), text, locale });
    const command = services.commands.find(({ votes }) => votes)?.name ?? '';
    const vote = { label: '👎', command, argument: `no ${to}` };
    return [plainReply(language, services.speak(language)('wrong-offer'), [vote])];
  };
}
