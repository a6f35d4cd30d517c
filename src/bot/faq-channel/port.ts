import type { Notice } from '../answers/reply.ts';
import type { Place } from '../conversation/place.ts';

/** The channel or topic of a FAQ. */
export interface FaqSpot {
  readonly place: Place;
  /** Key of the place. */
  readonly key: string;
  /** Empty for the place as such. */
  readonly channel: string;
}

/**
 * The way in which a channel shows it: `texts`, an index and the answers by topic; `links`, an index alone, whose links
 * open the entries; `posts`, a post for each entry, and an index.
 */
export type FaqLayout = 'texts' | 'links' | 'posts';

/** Why something could not be done. */
export type FaqTrouble =
  /** The message is gone, or the channel. */
  | 'message-gone'
  | 'channel-gone'
  /** Moderators can give the right that is missing. */
  | 'no-access'
  /** The platform will never take it. */
  | 'refused'
  /** Try again later; after so many milliseconds if the platform said so. */
  | { readonly after?: number };

/** Something that moderators should know: the end of a key in `locales/`. */
export type Lack = 'gone' | 'write' | 'pin' | 'manage' | 'many';

/** The entry that a link of an index leads to. */
export interface Linked {
  readonly entry: string;
  readonly language: string;
}

/** Posts of a forum. */
export interface PostPort<Shown> {
  /** A reply as one message; text without room is left out. */
  readonly render: (spot: FaqSpot, reply: Notice) => Shown;
  /** @returns the post's id */
  readonly open: (spot: FaqSpot, title: string, shown: Shown, topics: readonly string[]) => Promise<string>;
  /** An open post of the bot's with that title that is none of those that are known: a kill came before its note. */
  readonly lost: (spot: FaqSpot, title: string, known: ReadonlySet<string>) => Promise<string | undefined>;
  readonly fill: (spot: FaqSpot, post: string, title: string, shown: Shown) => Promise<void>;
  /** Rejects if a post is gone. */
  readonly check: (spot: FaqSpot, post: string) => Promise<void>;
  /** Removes a post, or closes it with these words if others have written in it. */
  readonly close: (spot: FaqSpot, post: string, shown: Shown) => Promise<void>;
  /** Keeps a post above all others. @returns whether the bot may */
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
  /** A reply as messages, none longer than the platform takes. */
  readonly render: (spot: FaqSpot, reply: Notice) => readonly Shown[];
  /** Posts a message without words that is filled later. @param nonce the same if it is tried again */
  readonly reserve: (spot: FaqSpot, nonce: string) => Promise<string>;
  /** One that was reserved since then, and not noted because of a kill. Default: it cannot be found. */
  readonly lost?: (spot: FaqSpot, since: string, known: ReadonlySet<string>) => Promise<string | undefined>;
  /** Puts words in the place of those of a message. May be repeated. */
  readonly fill: (spot: FaqSpot, message: string, shown: Shown) => Promise<void>;
  /** Rejects if a message is gone. @param shown the words that it has */
  readonly check: (spot: FaqSpot, message: string, shown: Shown) => Promise<void>;
  readonly remove: (spot: FaqSpot, message: string) => Promise<void>;
  /** Address of a message; undefined if it has none. */
  readonly addressOf: (spot: FaqSpot, message: string) => string | undefined;
  /** As long as any id of a message. */
  readonly longestId: string;
  /** Links that open entries elsewhere. Default: there are no such links. */
  readonly linksTo?: (spot: FaqSpot, linked: readonly Linked[]) => Promise<(linked: Linked) => string | undefined>;
  /** Pins the index. Default: it is not pinned. */
  readonly pin?: (spot: FaqSpot, message: string) => Promise<void>;
  /** Default: there are no forums. */
  readonly posts?: PostPort<Shown>;
  readonly troubleOf: (error: unknown) => FaqTrouble;
  /** Reports a problem to moderators, once until it is solved. */
  readonly tell: (spot: FaqSpot, lack: Lack) => Promise<void>;
  /** It is there. */
  readonly told?: (spot: FaqSpot, lack: Lack) => void;
  /** Milliseconds between two calls for one place. */
  readonly gap: number;
}
