import { LRUCache } from 'lru-cache';
import { FOLLOW_UP_MS } from '../../core/calibration/policy.ts';

/** One person, talking to the bot in one place. */
export interface Conversation {
  /** Id of the community. */
  readonly community: string;
  /** Part of a community: a place, with its channel and thread. */
  readonly spot: string;
  /** Keyed hash. */
  readonly person: string;
}

/**
 * Subject of a conversation: the entry that was given last. No words are kept, neither of the question nor of the
 * answer.
 */
export interface Focus {
  /** Id of the entry. */
  readonly entry: string;
  readonly pack: string;
  /** In which it was asked for: a BCP 47 tag. */
  readonly language: string;
  /** Id of the entry that it followed up on, if it did. */
  readonly after?: string;
}

/** Remembers what conversations are about: in the process only, and not for long. */
export interface Conversations {
  readonly note: (conversation: Conversation, focus: Focus) => void;
  /** Nothing if the last answer is more than five minutes old. */
  readonly of: (conversation: Conversation) => Focus | undefined;
  readonly forget: (conversation: Conversation) => void;
  /** Everything that is remembered of a person. */
  readonly ofPerson: (person: string) => readonly (Omit<Conversation, 'person'> & Focus & { readonly at: string })[];
  readonly erase: (person: string) => void;
}

export interface ConversationsOptions {
  /** The current moment: ISO 8601 in UTC. */
  readonly now: () => string;
  /** Conversations that are remembered; beyond, the one that was silent longest is forgotten. Default: 10,000. */
  readonly most?: number;
}

interface Kept {
  readonly conversation: Conversation;
  readonly focus: Focus;
  readonly at: string;
}

export function createConversations({ now, most: max = 10_000 }: ConversationsOptions): Conversations {
  const perf = { now: () => Date.parse(now()) };
  const known = new LRUCache<string, Kept>({ max, ttl: FOLLOW_UP_MS, ttlResolution: 0, perf });
  const ofPerson = (person: string): Kept[] =>
    [...known.rvalues()]
      .filter((kept) => kept !== undefined)
      .filter(({ conversation }) => conversation.person === person);
  const forget = (conversation: Conversation): void => void known.delete(keyOf(conversation));
  return {
    note: (conversation, focus) => void known.set(keyOf(conversation), { conversation, focus, at: now() }),
    of: (conversation) => known.get(keyOf(conversation))?.focus,
    forget,
    ofPerson: (person) =>
      ofPerson(person).map(({ conversation: { community, spot }, focus, at }) => ({ community, spot, ...focus, at })),
    erase: (person) => {
      for (const { conversation } of ofPerson(person)) forget(conversation);
    },
  };
}

const keyOf = ({ community, spot, person }: Conversation): string => JSON.stringify([community, spot, person]);
