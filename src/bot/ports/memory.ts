/**
 * Something that a platform needs to remember for a while, such as the question behind a button, or a half-filled form.
 * In all these tables a `person` is a keyed hash, a `place` is `platform:id`, and times are ISO 8601.
 */
export interface KeptItem {
  readonly key: string;
  /** Where it can be used; empty if anywhere. */
  readonly place: string;
  /** Whose it is; empty if nobody's. */
  readonly person: string;
  /** JSON text. */
  readonly content: string;
  /** When it is deleted. */
  readonly expires: string;
}

/** A change that its author has not confirmed yet. */
export interface ChangeDraft {
  /** Short, to fit on a button. */
  readonly id: string;
  readonly community: string;
  readonly person: string;
  /** JSON text. */
  readonly content: string;
  readonly expires: string;
}

/** Lets another place join a community. */
export interface Invitation {
  /** A hash of the code; the code itself is not stored. */
  readonly code: string;
  readonly community: string;
  readonly place: string;
  readonly expires: string;
}

/** A message with which the bot gave an entry, to edit it when the entry changes. It holds nothing of the question. */
export interface PostedAnswer {
  readonly place: string;
  readonly message: string;
  /** Channel or topic; empty if the place has none. */
  readonly channel: string;
  readonly community: string;
  readonly entry: string;
  readonly language: string;
  /** Key of the pin that named the entry; null if none did. */
  readonly pin: string | null;
  /** The asker. */
  readonly person: string;
  /** The asker's message; empty if there is none. */
  readonly asked: string;
  readonly at: string;
}

/** Why an answer did not help; `unasked`: another question was meant. */
export const REASONS = ['unasked', 'wrong', 'outdated', 'unclear'] as const;
export type Reason = (typeof REASONS)[number];

/** Whether an answer helped. A person has one vote on each answer, and may change it. */
export interface Vote {
  readonly community: string;
  readonly person: string;
  /** The message that was voted on; the entry, if there is no message. */
  readonly answer: string;
  readonly entry: string;
  readonly helpful: boolean;
  /** Empty for a good vote, or if they gave no reason. */
  readonly reason: Reason | '';
  readonly at: string;
}

export interface ReasonCount {
  readonly entry: string;
  readonly reason: Reason;
  readonly count: number;
}

export interface VoteCount {
  /** Such as `2026-11-25`. */
  readonly day: string;
  readonly entry: string;
  readonly helpful: number;
  readonly unhelpful: number;
}

/** A person's word on which entry a question meant. Each person's last one on a question counts. */
export interface StoredSignal {
  /** Id of the question. */
  readonly item: number;
  readonly person: string;
  /** Who asked, if it was somebody else; empty otherwise. */
  readonly asker: string;
  readonly entry: string;
  /** `choice`: they picked it among several; `up`, `down`: they voted; `show`: they showed it to the asker. */
  readonly kind: 'choice' | 'up' | 'down' | 'show';
  readonly at: string;
  /** 1 if moderators discarded it: it no longer counts. */
  readonly dropped: 0 | 1;
}

/** How often something happened on a day. */
export interface Tally {
  readonly community: string;
  /** Such as `2026-11-25`. */
  readonly day: string;
  /** `asked`, `answered`, `offered`, `unanswered`, `shadow`, `liked`, `disliked`: see counting.ts; `dropped`. */
  readonly what: string;
  readonly language: string;
  readonly platform: string;
  /** The entry that was given, or empty. For a vote, how sure the bot was of the answer, in tenths: `0.9`. */
  readonly entry: string;
  readonly count: number;
}

/** A message, or a forum's post, of a FAQ channel. */
export interface FaqPost {
  readonly place: string;
  /** Says which part of the FAQ it is; sorted, slots are in the order of reading. */
  readonly slot: string;
  /** Channel or topic; empty if it is in the place itself. */
  readonly channel: string;
  /** The platform's id; empty while it is being posted. */
  readonly message: string;
  /** Of its words, to see what has to be edited; empty before the first. */
  readonly hash: string;
  /** When posting began. */
  readonly at: string;
}
