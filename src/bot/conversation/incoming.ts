import type { LanguageTag } from '../../core/text/language.ts';
import type { Attachment, Reply } from '../answers/reply.ts';
import type { ReturnAddress } from '../handover/note.ts';
import type { PersonHash } from '../kinds.ts';
import type { Unit } from '../ports/store.ts';
import type { Setting } from '../settings/table.ts';
import type { Place } from './place.ts';

/** A message to the bot, from any platform. */
export interface Incoming {
  /** The sender: `platform:id`; a keyed hash in a call. */
  readonly person: string;
  readonly place: Place;
  /**
   * The place whose knowledge answers. In a private chat it may be a place of which the person is a member. Default:
   * `place`.
   */
  readonly knowledge?: Place;
  /**
   * For senders whom anybody can make up, as on the web: their network address. An unanswered question counts once for
   * each origin. Default: the person.
   */
  readonly origin?: string;
  /** Settings that make sense in the place; see `settingsWith`. Default: all. */
  readonly settings?: readonly Setting[];
  readonly text: string;
  /** Whether the bot is addressed: by a command, a mention, or in a private chat. */
  readonly addressed: boolean;
  /** Whether it replies to the bot without addressing it; it may be a question, or thanks. Default: false. */
  readonly isReply?: boolean;
  /** Whether forms can have boxes to tick, at most ten in a field. Default: no. */
  readonly hasTicks?: boolean;
  /** Whether a reply for this person alone can have buttons. Default: in a private chat only. */
  readonly isSeenAlone?: boolean;
  /**
   * Whether it opens a post of a forum, whose author can press a button to see entries near the question. Default: no.
   */
  readonly isPost?: boolean;
  /** The thread in the channel, on platforms whose threads are no channels. Default: none. */
  readonly thread?: string;
  /** The language of the person's client. */
  readonly locale?: LanguageTag;
  /** The person's display name in the place. Default: unknown. */
  readonly name?: string;
  /** Address for later messages to them. Default: none. */
  readonly returnTo?: ReturnAddress;
  /** Asks the platform whether the person may moderate here now. Default: they may not. */
  readonly isModerator?: () => Promise<boolean>;
  /** Whether they may appoint moderators and link the place. Default: every moderator may. */
  readonly mayAppoint?: () => Promise<boolean>;
  /** Whether a moderator may change entries only. Default: no. */
  readonly isEditor?: boolean;
  /**
   * Asks whether the person is still in the place, if they act from elsewhere: somebody who left has no role there any
   * more. Default: they are.
   */
  readonly isPresent?: () => Promise<boolean>;
  /** Ids of the person's roles in the place. Default: none. */
  readonly roles?: readonly string[];
  /** Whether it is the operator, at the terminal or signed in to the dashboard. Default: no. */
  readonly isOperator?: boolean;
  /** Data about them that the platform itself stores. Default: none. */
  readonly account?: Account;
  /**
   * Stores a reply, to be given later if the process ends before it could be given. Default: the update is handled
   * again after a restart, or the person cannot be reached.
   */
  readonly keepReply?: (unit: Unit, reply: Reply) => Promise<void>;
  /**
   * Replaces mentions that only the platform can resolve, of channels and roles, with names in Markdown. Default: there
   * are none.
   */
  readonly withNames?: (markdown: string) => string;
  /** Name of a channel of the place, by its id. Default: none is known. */
  readonly channelName?: (channel: string) => string | undefined;
  /**
   * Asks why the bot does not see unaddressed messages in the place, and for the cure: keys in `locales/`; empty if it
   * sees them. Default: it does.
   */
  readonly whyUnread?: () => Promise<readonly string[]>;
  /** The answer that it replies to, or whose button was pressed. Default: none. */
  readonly about?: About;
  /** Another person's message that a command replies to. Default: none. */
  readonly quoted?: Quoted;
  /** A photo or file that came with it. Default: none. */
  readonly attachment?: Attachment;
  /** Whether the options come from a filled-in form, so that missing ones are reported. Default: no. */
  readonly isForm?: boolean;
  /**
   * Options by name, if the platform has read them already from a form or a command's fields. Default: they are read
   * from the text.
   */
  readonly options?: Readonly<Record<string, string>>;
}

export interface Quoted {
  readonly text: string;
  /** Its author: `platform:id`; a keyed hash in a call. */
  readonly person: string;
}

/** Data about a person that a platform itself stores, exported and erased with everything else. */
export interface Account {
  readonly export: () => object;
  readonly erase: () => Promise<void>;
}

/** An answer that the bot gave. */
export interface About {
  readonly entry: string;
  /** The question that it answered. Default: no longer known. */
  readonly question?: string;
  /** Key of the pin that named the entry. Default: none did. */
  readonly pin?: string;
  /** Default: unknown. */
  readonly asker?: PersonHash;
  /** The platform's id of the message. Default: unknown. */
  readonly message?: string;
}
