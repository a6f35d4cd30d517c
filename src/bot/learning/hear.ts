import type { Call } from '../command.ts';
import { isPinsText } from '../community/own-entries.ts';
import { isPrivateKey, keyOfPlace } from '../conversation/place.ts';
import type { StoredSignal } from '../ports/memory.ts';
import { askedBy } from '../questions/asked.ts';
import { keptDays } from '../questions/keeping.ts';
import { isLearning } from './setting.ts';

/** Remembers for which question entries were offered to the caller. */
export function noteOffer(call: Call, entries: readonly string[], question: string): void {
  const { services, community, person } = call;
  if (keptDays(community) === 0 || call.options.private !== undefined) return;
  void services.attempt.afterCommit(() =>
    services.learning.offered({ community: community.id, person }, entries, question),
  );
}

/** The question for which an entry was offered to the caller a while ago. */
export const questionFor = ({ services, community, person }: Call, entry: string): string | undefined =>
  services.learning.questionFor({ community: community.id, person }, entry);

/** @param asker keyed hash, if it is not the caller */
interface Word extends Pick<StoredSignal, 'entry' | 'kind'> {
  readonly question: string;
  readonly asker?: string;
}

/**
 * Takes the caller's word for it that a question means an entry, or does not: it is not open any more. Of a question
 * that the entry answers already nothing is to be learned, and nothing is kept.
 */
export function hear(call: Call, { question, entry, kind, asker = '' }: Word): void {
  const { services, community, person, place, language } = call;
  // A question from a private chat belongs to no community.
  if (keptDays(community) === 0 || isPrivateKey(keyOfPlace(place)) || isPinsText(entry)) return;
  const { kind: how, candidates } = community.answer(question, language);
  if (how === 'sure' && candidates[0]?.entry.id === entry) return;
  const isLearned = teaches(call);
  if (!isLearned && kind === 'down') return;
  // The present message is the speaker's own.
  const isOwn = asker === '' || asker === person;
  const own = askedBy(call, question, { days: () => keptDays(community) });
  const asked = isOwn ? own : { ...own, person: asker, message: '', link: '' };
  void services.attempt.afterCommit(() => services.questions.note(asked, { entry, kind, person, isLearned }));
}

/** Whether the caller's choices are learned from: not those of anonymous visitors, who could be invented. */
const teaches = ({ origin, community }: Call): boolean => origin === undefined && isLearning(community);
