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

/** An invitation of one place into the community of another. */
export interface Invitation {
  /** Hash of the code; the code itself is not stored. */
  readonly code: string;
  readonly community: string;
  readonly place: string;
  readonly expires: string;
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

/** How often people gave a reason for a vote against an entry. */
export interface ReasonCount {
  readonly entry: string;
  readonly reason: Reason;
  readonly count: number;
}

/** Votes on an entry on a day. */
export interface VoteCount {
  /** `2026-11-25` */
  readonly day: string;
  readonly entry: string;
  readonly helpful: number;
  readonly unhelpful: number;
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

/** A message, or a forum's post, of a FAQ channel. */
export interface FaqPost {
  /** Key of the place. */
  readonly place: string;
  /** Which of them it is; they are read in the order of their slots. */
  readonly slot: string;
  /** Channel or topic; empty for the place as such. */
  readonly channel: string;
  /** The platform's id; empty while it is being posted. */
  readonly message: string;
  /** Of the words that it has; empty for none yet. */
  readonly hash: string;
  /** When it was begun: ISO 8601. */
  readonly at: string;
}
