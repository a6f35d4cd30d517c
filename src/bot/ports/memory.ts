import type { RecordKey } from './changes.ts';

/** Choices of people, by keyed hash. */
export interface People {
  /** A BCP 47 tag. */
  readonly languageOf: (person: string) => Promise<string | undefined>;
  /** `undefined` forgets the choice. */
  readonly setLanguage: (person: string, language: string | undefined) => Promise<void>;
  /** Whether they want answers only when they address the bot. */
  readonly isQuiet: (person: string) => Promise<boolean>;
  readonly setQuiet: (person: string, isQuiet: boolean) => Promise<void>;
  /**
   * Everything that is kept about a person, as plain objects by table, with what they gave as reasons and what they
   * taught.
   * @param home key of the place in which they are alone with the bot
   */
  readonly export: (person: string, home: string) => Promise<Readonly<Record<string, readonly object[]>>>;
  /**
   * Removes a part of what the log tells of them, if it tells much: what takes a few milliseconds. What is left is
   * removed by `erase`.
   */
  readonly eraseSome: (person: string, home: string) => Promise<Part>;
  /**
   * Takes old and new values of records about a person out of the log, if they tell who it was, and of the key what
   * follows its colon; that something was changed stays.
   */
  readonly forgetRecord: (record: RecordKey) => Promise<void>;
  /** Those of whom a part was removed, but not all: something came between. */
  readonly begun: () => Promise<readonly Begun[]>;
  /**
   * Removes all of it: choices, drafts, votes, answers' askers, inbox and outbox rows, and their home with what was
   * decided there alone. In the log their hash and their reasons are taken out. @returns the communities whose records
   * are others now
   */
  readonly erase: (person: string, home: string) => Promise<readonly string[]>;
}

/** An erasure that was cut off. */
export interface Begun {
  readonly person: string;
  readonly home: string;
  /** Whether an update of theirs is still to be handled. */
  readonly isWaiting: boolean;
}

/** A part of an erasure. */
export interface Part {
  /** The communities whose records are others now. */
  readonly touched: readonly string[];
  /** Whether there may be more. */
  readonly isMore: boolean;
}

/** Places that come and go, by key. */
export interface Places {
  /**
   * Notes that the bot is there: if it had left, it is back. @param at ISO 8601 @returns whether it was not there
   * before, as far as is known
   */
  readonly meet: (place: string, at: string) => Promise<boolean>;
  /** The bot was put out. @param at ISO 8601 */
  readonly leave: (place: string, at: string) => Promise<void>;
  /** Places in which it is, as far as is known: those that it met. */
  readonly present: () => Promise<string[]>;
  /** Places that it left then or before, and did not come back to. @param at ISO 8601 */
  readonly leftBefore: (at: string) => Promise<string[]>;
  /** Removes a part of what was decided there alone. @returns whether there may be more */
  readonly eraseSome: (place: string) => Promise<boolean>;
  /**
   * Removes what was decided there alone, and what is known of the place; what others share goes on. @returns the
   * communities whose records are others now
   */
  readonly erase: (place: string) => Promise<readonly string[]>;
}

/**
 * Something that a platform remembers for a while, such as the words of a button, or a form that is being filled in.
 */
export interface KeptItem {
  readonly key: string;
  /** `platform:id` of the place in which it serves; empty: of none. */
  readonly place: string;
  /** Keyed hash of whose it is; empty: nobody's. */
  readonly person: string;
  /** JSON text. */
  readonly content: string;
  /** ISO 8601; later it is gone. */
  readonly expires: string;
}

export interface KeptItems {
  /** In place of what has this key. */
  readonly save: (item: KeptItem) => Promise<void>;
  /** @param now ISO 8601 */
  readonly find: (key: string, now: string) => Promise<KeptItem | undefined>;
  readonly remove: (key: string) => Promise<void>;
  /** Removes what has expired. @param now ISO 8601 */
  readonly prune: (now: string) => Promise<void>;
}

/** A change that waits for its author's confirmation. */
export interface ChangeDraft {
  /** Short: it has to fit on a button. */
  readonly id: string;
  readonly community: string;
  /** Keyed hash of the author. */
  readonly person: string;
  /** JSON text. */
  readonly content: string;
  /** ISO 8601; later it is gone. */
  readonly expires: string;
}

export interface ChangeDrafts {
  readonly save: (draft: ChangeDraft) => Promise<void>;
  /** @param now ISO 8601 */
  readonly find: (id: string, now: string) => Promise<ChangeDraft | undefined>;
  readonly remove: (id: string) => Promise<void>;
  /** Removes what has expired. @param now ISO 8601 */
  readonly prune: (now: string) => Promise<void>;
}

/** An invitation of one place into the community of another. */
export interface Invitation {
  /** Hash of the code: the code itself is kept nowhere. */
  readonly code: string;
  readonly community: string;
  readonly place: string;
  readonly expires: string;
}

export interface Invitations {
  readonly save: (invitation: Invitation) => Promise<void>;
  /** @param now ISO 8601 */
  readonly find: (code: string, now: string) => Promise<Invitation | undefined>;
  /** Finds it and removes it: a code serves once. @param now ISO 8601 */
  readonly take: (code: string, now: string) => Promise<Invitation | undefined>;
  /** Removes what has expired. @param now ISO 8601 */
  readonly prune: (now: string) => Promise<void>;
}

/** A message in which the bot gave an entry. No word of the question is kept. */
export interface PostedAnswer {
  /** `platform:id` of the place, and the message in it. */
  readonly place: string;
  readonly message: string;
  /** Channel or topic, if the place has such; empty otherwise. */
  readonly channel: string;
  readonly community: string;
  readonly entry: string;
  readonly language: string;
  /** The pin by which it was found; null otherwise. */
  readonly pin: string | null;
  /** Keyed hash of the asker. */
  readonly person: string;
  /** The message that asked; empty if there is none. */
  readonly asked: string;
  readonly at: string;
}

export interface Answers {
  readonly add: (answer: PostedAnswer) => Promise<void>;
  readonly find: (place: string, message: string) => Promise<PostedAnswer | undefined>;
  /** Posts in answer to a message, newest first. */
  readonly to: (place: string, asked: string) => Promise<PostedAnswer[]>;
  /** Which of these messages are answers or were answered: those answers. */
  readonly among: (place: string, messages: readonly string[]) => Promise<PostedAnswer[]>;
  /** Posted since then with one of these entries, newest first. @param community null for all. */
  readonly with: (community: string | null, entries: readonly string[], since: string) => Promise<PostedAnswer[]>;
  readonly remove: (place: string, message: string) => Promise<void>;
  /** Forgets what was posted before. */
  readonly prune: (before: string) => Promise<void>;
}

/** Reasons why an answer did not help: another question was meant, and so on. */
export const REASONS = ['unasked', 'wrong', 'outdated', 'unclear'] as const;
export type Reason = (typeof REASONS)[number];

/** Whether an answer helped: one vote per person and answer, and it may change. */
export interface Vote {
  readonly community: string;
  readonly person: string;
  /** Subject of the vote: a message, or an entry if there is no message. */
  readonly answer: string;
  readonly entry: string;
  readonly helpful: boolean;
  /** Empty if it helped, or they did not say what was wrong. */
  readonly reason: Reason | '';
  /** ISO 8601. */
  readonly at: string;
}

export interface Votes {
  readonly cast: (vote: Vote) => Promise<void>;
  readonly find: (vote: Pick<Vote, 'community' | 'person' | 'answer'>) => Promise<Vote | undefined>;
  /** Reasons, as far as people said them, by entry: from the day on, most often first. */
  readonly reasons: (
    community: string,
    since: string,
  ) => Promise<readonly { readonly entry: string; readonly reason: Reason; readonly count: number }[]>;
  /** From the day on, by entry and day. */
  readonly count: (
    community: string,
    since: string,
  ) => Promise<
    readonly { readonly day: string; readonly entry: string; readonly helpful: number; readonly unhelpful: number }[]
  >;
}

/** A person's word on which entry a question meant; of one person and question the last one counts. */
export interface StoredSignal {
  /** The question. */
  readonly item: number;
  /** Keyed hash. */
  readonly person: string;
  /** Keyed hash of who asked, if it was somebody else; empty otherwise. */
  readonly asker: string;
  /** Id of the entry. */
  readonly entry: string;
  /** `choice`: they pressed it among several; `up`, `down`: a vote; `show`: they showed it to who asked. */
  readonly kind: 'choice' | 'up' | 'down' | 'show';
  /** ISO 8601. */
  readonly at: string;
  /** 1 if moderators dropped it: it speaks for nothing. */
  readonly dropped: 0 | 1;
}

/** They go with their question. */
export interface Signals {
  /** In place of what the person said about that question before. */
  readonly add: (signal: StoredSignal) => Promise<void>;
  /** The newest, oldest first, with the language of the question. */
  readonly list: (community: string, most: number) => Promise<(StoredSignal & { readonly language: string })[]>;
  /** Drops what means an entry, of everybody, or takes it back. */
  readonly drop: (proposed: Pick<StoredSignal, 'item' | 'entry' | 'dropped'>) => Promise<void>;
}

/** How often something happened on a day. */
export interface Tally {
  readonly community: string;
  /** `2026-11-25` */
  readonly day: string;
  /** `asked`, `answered`, `offered`, `unanswered`, `shadow`, `liked`, `disliked`: see counting.ts; `dropped`. */
  readonly what: string;
  readonly language: string;
  /** Of the place. */
  readonly platform: string;
  /** The entry that was given, or empty; of a vote how sure the bot was of the answer, in tenths: `0.9`. */
  readonly entry: string;
  /** Times, 1 and more. */
  readonly count: number;
}

export interface Tallies {
  /** Adds to what was counted. */
  readonly add: (tallies: readonly Tally[]) => Promise<void>;
  /** @param since a day; that day counts. */
  readonly list: (community: string, since: string) => Promise<Tally[]>;
  /** Communities by how often they asked, most often first. @param since a day; that day counts. @param most so many */
  readonly busiest: (
    since: string,
    most: number,
  ) => Promise<readonly { readonly community: string; readonly count: number }[]>;
}
