import type { Notice } from '../answers/reply.ts';
import type { Place } from '../conversation/place.ts';

/** The channel or topic of a FAQ. */
export interface FaqSpot {
  readonly place: Place;
  /** Of the place. */
  readonly key: string;
  /** Empty for the place itself. */
  readonly channel: string;
}

/**
 * How a channel shows the FAQ. `texts`: an index, and below it the answers by topic. `links`: only an index, with links
 * that open the entries. `posts`: a post for each entry, and an index.
 */
export type FaqLayout = 'texts' | 'links' | 'posts';

/** Why a call failed. */
export type FaqTrouble =
  | 'message-gone'
  | 'channel-gone'
  /** The bot lacks a permission, which moderators can give. */
  | 'no-access'
  /** The platform will never accept it. */
  | 'refused'
  /** Try again later; after so many milliseconds if the platform said so. */
  | { readonly after?: number };

/**
 * A problem that moderators should know: the channel is `gone`; the bot may not `write`, `pin` a message, or pin a post
 * (`manage`); or there are too `many` entries.
 */
export type Lack = 'gone' | 'write' | 'pin' | 'manage' | 'many';

/** The entry that a link of an index leads to. */
export interface Linked {
  readonly entry: string;
  readonly language: string;
}

/** For platforms with forums: a post for each entry. */
export interface PostPort<Shown> {
  /** A reply as one message; text for which there is no room is left out. */
  readonly render: (spot: FaqSpot, reply: Notice) => Shown;
  /** @returns the post's id */
  readonly open: (spot: FaqSpot, title: string, shown: Shown, topics: readonly string[]) => Promise<string>;
  /**
   * Finds an open post of the bot with that title that was not recorded, because the process ended.
   * @param known ids of recorded posts
   */
  readonly lost: (spot: FaqSpot, title: string, known: ReadonlySet<string>) => Promise<string | undefined>;
  readonly fill: (spot: FaqSpot, post: string, title: string, shown: Shown) => Promise<void>;
  /** Rejects if the post is gone. */
  readonly check: (spot: FaqSpot, post: string) => Promise<void>;
  /**
   * Removes a post. If others have written in it, or the bot may not remove it, it is closed with these words instead.
   */
  readonly close: (spot: FaqSpot, post: string, shown: Shown) => Promise<void>;
  /**
   * Pins a post above all others.
   * @returns false if the bot may not
   */
  readonly pin: (spot: FaqSpot, post: string) => Promise<boolean>;
}

/**
 * A platform's way of showing a FAQ. Its calls reject with errors that `troubleOf` explains. @typeParam Shown a
 * rendered message: plain data
 */
export interface FaqPort<Shown> {
  readonly platform: string;
  /** Whether this process serves the place. */
  readonly serves: (place: Place) => boolean;
  readonly layoutOf: (spot: FaqSpot) => Promise<FaqLayout>;
  /** A reply as messages, each as long as the platform allows at most. */
  readonly render: (spot: FaqSpot, reply: Notice) => readonly Shown[];
  /**
   * Posts a placeholder, to be filled later.
   * @param nonce the same at each attempt, so that the platform can recognise a repetition
   */
  readonly reserve: (spot: FaqSpot, nonce: string) => Promise<string>;
  /**
   * Finds a placeholder posted since then that was not recorded, because the process ended. It may post another one to
   * find it, and return that one if there is none.
   * @param known ids of recorded messages
   */
  readonly lost: (spot: FaqSpot, since: string, known: ReadonlySet<string>) => Promise<string | undefined>;
  /** Replaces the content of a message. May be repeated. */
  readonly fill: (spot: FaqSpot, message: string, shown: Shown) => Promise<void>;
  /**
   * Rejects if the message is gone.
   * @param shown its content, for platforms that can find out only by editing it
   */
  readonly check: (spot: FaqSpot, message: string, shown: Shown) => Promise<void>;
  readonly remove: (spot: FaqSpot, message: string) => Promise<void>;
  /** Address of a message; undefined if it has none. */
  readonly addressOf: (spot: FaqSpot, message: string) => string | undefined;
  /** At least as long as any message id: with it, the length of the index is known before the messages are posted. */
  readonly longestId: string;
  /** Links that open entries elsewhere. Default: there are no such links. */
  readonly linksTo?: (spot: FaqSpot, linked: readonly Linked[]) => Promise<(linked: Linked) => string | undefined>;
  /** Pins the index. Default: it is not pinned. */
  readonly pin?: (spot: FaqSpot, message: string) => Promise<void>;
  /** Default: the platform has no forums. */
  readonly posts?: PostPort<Shown>;
  readonly troubleOf: (error: unknown) => FaqTrouble;
  /** Reports a problem to moderators, once until it is solved. */
  readonly tell: (spot: FaqSpot, lack: Lack) => Promise<void>;
  /** Called when a problem is solved, to withdraw a report of it. Default: nothing. */
  readonly told?: (spot: FaqSpot, lack: Lack) => void;
  /** Milliseconds between two calls for one place. */
  readonly gap: number;
}
