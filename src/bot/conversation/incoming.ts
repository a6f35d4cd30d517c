import type { Attachment, Reply } from '../answers/reply.ts';
import type { ReturnAddress } from '../handover/note.ts';
import type { Unit } from '../ports/store.ts';
import type { Setting } from '../settings/table.ts';
import type { Place } from './place.ts';

/** A message that reached the bot, whatever the platform. */
export interface Incoming {
  /** Who asks, unique across platforms: `platform:id`; a keyed hash in a call. */
  readonly person: string;
  readonly place: Place;
  /**
   * The place whose knowledge answers, if it differs from `place`: in a private chat it may be a place of which the
   * person is a member. Default: `place`.
   */
  readonly knowledge?: Place;
  /**
   * Origin of people who can be made up at no cost, such as an address. Unanswered questions count once for each.
   * Default: the person.
   */
  readonly origin?: string;
  /** Settings of the place, see table.ts in settings/. Default: everything. */
  readonly settings?: readonly Setting[];
  readonly text: string;
  /** Whether the bot is addressed: by a command, a mention, or in a private chat. */
  readonly addressed: boolean;
  /** Whether it replies to the bot without addressing it: a question, or thanks. Default: false. */
  readonly isReply?: boolean;
  /** Whether forms can have boxes to tick, at most ten in a field. Default: no. */
  readonly hasTicks?: boolean;
  /** Whether what is said to this person alone can have buttons. Default: in a private chat only. */
  readonly isSeenAlone?: boolean;
  /**
   * Whether it opens a post of a forum, whose author may be offered, at a press of theirs, what is near. Default: no.
   */
  readonly isPost?: boolean;
  /**
   * The thread in the place's channel, if the platform has threads that are no channels of their own. Default: none.
   */
  readonly thread?: string;
  /** The language that the platform reports for the person, if any: a BCP 47 tag. */
  readonly locale?: string;
  /** The person's display name in the place. Default: unknown. */
  readonly name?: string;
  /** The address for later messages to them. Default: none. */
  readonly returnTo?: ReturnAddress;
  /** Asks the platform whether the person may moderate here now. Default: they may not. */
  readonly isModerator?: () => Promise<boolean>;
  /** Whether they may appoint others and link the place with another. Default: those who moderate it. */
  readonly mayAppoint?: () => Promise<boolean>;
  /** Of a moderator: whether they may change entries alone. Default: no. */
  readonly isEditor?: boolean;
  /**
   * Asks whether the person is in the place now, if they act from elsewhere: a person who has left holds no role there.
   * Default: they are.
   */
  readonly isPresent?: () => Promise<boolean>;
  /** The person's roles in the place, by the platform's ids. Default: none. */
  readonly roles?: readonly string[];
  /** Whether it is the operator: at the terminal, or signed in to the dashboard. Default: no. */
  readonly isOperator?: boolean;
  /** Data that the platform itself keeps of them. Default: nothing. */
  readonly account?: Account;
  /**
   * Keeps a reply that is to be given by another way if the process ends before it is given, once. Default: the update
   * is handled again then, or its person cannot be reached.
   */
  readonly keepReply?: (unit: Unit, reply: Reply) => Promise<void>;
  /**
   * Names in Markdown what only the platform can name: its channels and roles. Default: nothing is mentioned.
   */
  readonly withNames?: (markdown: string) => string;
  /** A channel's name in the place, as people see it, by the platform's id. Default: none is known. */
  readonly channelName?: (channel: string) => string | undefined;
  /**
   * Asks why the bot does not see messages in the place that do not address it, and for the cure: keys in `locales/`,
   * empty if it sees them. Default: it does.
   */
  readonly whyUnread?: () => Promise<readonly string[]>;
  /** The answer that was replied to, or on which a button was pressed. Default: none. */
  readonly about?: About;
  /** Another person's message that a command replies to. Default: none. */
  readonly quoted?: Quoted;
  /** A photo or file that came with it. Default: none. */
  readonly attachment?: Attachment;
  /** Whether the options are those of a form that was filled in: what it lacks is named. Default: no. */
  readonly isForm?: boolean;
  /**
   * Options that the platform has read already, by name: of a form or of a command's fields. Default: none; they are
   * read from the text.
   */
  readonly options?: Readonly<Record<string, string>>;
}

/** A person's message, as another one replies to it. */
export interface Quoted {
  readonly text: string;
  /** Its author: `platform:id`; a keyed hash in a call. */
  readonly person: string;
}

/** Data that a platform itself keeps of a person: handed over and erased with everything else. */
export interface Account {
  readonly export: () => object;
  readonly erase: () => Promise<void>;
}

/** An answer that the bot gave. */
export interface About {
  /** Id of the entry. */
  readonly entry: string;
  /** The question that it answered, if it is still remembered. */
  readonly question?: string;
  /** Key of the pin by which the answer was found, if any. */
  readonly pin?: string;
  /** Keyed hash of the asker. Default: unknown. */
  readonly asker?: string;
  /** The platform's id of the message. Default: unknown. */
  readonly message?: string;
}
