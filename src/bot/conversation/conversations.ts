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
  readonly after?: string | undefined;
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
  /** Conversations of one community; beyond, its oldest is forgotten. Default: 200. */
  readonly mostInOne?: number | undefined;
  /** Conversations of all; beyond, the oldest of the community that has most is forgotten. Default: 10,000. */
  readonly most?: number | undefined;
}

interface Kept {
  readonly conversation: Conversation;
  readonly focus: Focus;
  readonly at: string;
}

export function createConversations({ now, mostInOne = 200, most = 10_000 }: ConversationsOptions): Conversations {
  // The one that was silent longest first.
  const known = new Map<string, Kept>();
  const sizes = new Map<string, number>();
  const isOver = ({ at }: Kept): boolean => Date.parse(now()) - Date.parse(at) > FOLLOW_UP_MS;
  const remove = (conversation: Conversation): void => {
    if (!known.delete(keyOf(conversation))) return;
    const { community } = conversation;
    const left = (sizes.get(community) ?? 1) - 1;
    if (left === 0) sizes.delete(community);
    else sizes.set(community, left);
  };
  const removeOldestOf = (community: string): void => {
    for (const { conversation } of known.values()) {
      if (conversation.community !== community) continue;
      remove(conversation);
      return;
    }
  };
  const makeRoom = (community: string): void => {
    for (const kept of known.values()) {
      if (!isOver(kept)) break;
      remove(kept.conversation);
    }
    if ((sizes.get(community) ?? 0) >= mostInOne) removeOldestOf(community);
    // A busy community makes room for the others, never the other way round.
    if (known.size >= most) removeOldestOf(greatest(sizes));
  };
  const ofPerson = (person: string): Kept[] =>
    [...known.values()].filter(({ conversation }) => conversation.person === person);
  return {
    note: (conversation, focus) => {
      remove(conversation);
      makeRoom(conversation.community);
      known.set(keyOf(conversation), { conversation, focus, at: now() });
      sizes.set(conversation.community, (sizes.get(conversation.community) ?? 0) + 1);
    },
    of: (conversation) => {
      const kept = known.get(keyOf(conversation));
      return kept && !isOver(kept) ? kept.focus : undefined;
    },
    forget: remove,
    ofPerson: (person) =>
      ofPerson(person).map(({ conversation: { community, spot }, focus, at }) => ({ community, spot, ...focus, at })),
    erase: (person) => {
      for (const { conversation } of ofPerson(person)) remove(conversation);
    },
  };
}

const keyOf = ({ community, spot, person }: Conversation): string => JSON.stringify([community, spot, person]);

const greatest = (sizes: ReadonlyMap<string, number>): string =>
  [...sizes].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as const)[0];
