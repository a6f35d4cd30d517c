import type { Call } from '../command.ts';
import { isPinsText } from '../community/own-entries.ts';
import { isPrivateKey, keyOfPlace } from '../conversation/place.ts';
import type { StoredSignal } from '../ports/memory.ts';
import { askedBy } from '../questions/asked.ts';
import { keptDays } from '../questions/keeping.ts';
import { isLearning } from './setting.ts';

/** Remembers the question for which entries are offered to the caller. */
export function noteOffer(call: Call, entries: readonly string[], question: string): void {
  const { services, community, person } = call;
  if (keptDays(community) === 0 || call.options.private !== undefined) return;
  void services.attempt.afterCommit(() =>
    services.learning.offered({ community: community.id, person }, entries, question),
  );
}

/** The question for which the entry was offered to the caller within the last half hour. */
export const questionFor = ({ services, community, person }: Call, entry: string): string | undefined =>
  services.learning.questionFor({ community: community.id, person }, entry);

/** @param asker keyed hash. Default: the caller asked */
interface Word extends Pick<StoredSignal, 'entry' | 'kind'> {
  readonly question: string;
  readonly asker?: string;
}

/**
 * Records that the caller says which entry a question means, or does not mean; the question is then no longer open.
 * Records nothing if the entry already answers it: there is nothing to learn.
 */
export function hear(call: Call, { question, entry, kind, asker = '' }: Word): void {
  const { services, community, person, place, language } = call;
  // A question from a private chat belongs to no community.
  if (keptDays(community) === 0 || isPrivateKey(keyOfPlace(place)) || isPinsText(entry)) return;
  const { kind: how, candidates } = community.answer(question, language);
  if (how === 'sure' && candidates[0]?.entry.id === entry) return;
  const isLearned = teaches(call);
  if (!isLearned && kind === 'down') return;
  // The message at hand is the caller's; of another asker's there is none.
  const isOwn = asker === '' || asker === person;
  const own = askedBy(call, question, { days: () => keptDays(community) });
  const asked = isOwn ? own : { ...own, person: asker, message: '', link: '' };
  void services.attempt.afterCommit(() => services.questions.note(asked, { entry, kind, person, isLearned }));
}

/** Whether the bot learns from the caller. It does not from anonymous visitors: anyone could invent many of them. */
const teaches = ({ origin, community }: Call): boolean => origin === undefined && isLearning(community);
