/**
 * `stuck` is one that could not be posted to the helpers, which its askers know; `told` one that nobody answered in a
 * day, which they know, too.
 */
export type HandedState = 'open' | 'stuck' | 'taken' | 'told' | 'answered' | 'solved';

/** A question that was handed over to helpers; several people may have asked it. */
export interface HandedQuestion {
  /** From 1. */
  readonly id: number;
  readonly community: string;
  /** As it was asked, without mentions. */
  readonly text: string;
  readonly language: string;
  readonly state: HandedState;
  /** When it was handed over: ISO 8601. */
  readonly at: string;
  /** Key of the helpers' place, and its channel or topic; the latter is empty if there is none. */
  readonly place: string;
  readonly channel: string;
  /** The message there that shows it; empty until it is posted. */
  readonly post: string;
  /** Keyed hash of who answered; empty until then. */
  readonly helper: string;
  /** The helper's words in Markdown, without mentions; empty until there are any. */
  readonly words: string;
  /** The helper's message, and its address; empty if there is none. */
  readonly said: string;
  readonly link: string;
  /** The message in the helpers' place that proposes the answer as an entry; empty until it is posted. */
  readonly proposal: string;
}

/** A person who waits for the answer to a question that was handed over. */
export interface Asker {
  readonly item: number;
  /** Keyed hash. */
  readonly person: string;
  /** Key of the place in which they asked. */
  readonly place: string;
  /** A ReturnAddress as JSON text. */
  readonly address: string;
  /** The message there that tells the answer; empty until it is posted. */
  readonly told: string;
}

export interface Handed {
  /** @returns its id */
  readonly add: (question: Omit<HandedQuestion, 'id'>) => Promise<number>;
  readonly find: (id: number) => Promise<HandedQuestion | undefined>;
  /** Those that nobody answered yet, oldest first. */
  readonly unanswered: (community: string) => Promise<HandedQuestion[]>;
  /** Those that a helper answered, newest first. */
  readonly answered: (community: string) => Promise<HandedQuestion[]>;
  /** Those whose answer has helped, oldest first. */
  readonly solved: (community: string) => Promise<HandedQuestion[]>;
  /** Those without an answer that wait since before then and whose askers do not know that yet. @param at ISO 8601 */
  readonly overdue: (at: string) => Promise<HandedQuestion[]>;
  /** Those that could not be posted, oldest first. @param place key of the helpers' place. Default: all places */
  readonly stuck: (place?: string) => Promise<HandedQuestion[]>;
  /** Those that somebody answered, as a helper. */
  readonly helpedBy: (person: string) => Promise<HandedQuestion[]>;
  /** Those that this person alone asked. */
  readonly askedOnlyBy: (person: string) => Promise<HandedQuestion[]>;
  /** The one that a message in the helpers' place shows. */
  readonly shownIn: (place: string, post: string) => Promise<HandedQuestion | undefined>;
  /** The one that a helper's message answers. */
  readonly answeredBy: (place: string, said: string) => Promise<HandedQuestion | undefined>;
  /** The one whose answer a message tells. */
  readonly toldIn: (place: string, told: string) => Promise<HandedQuestion | undefined>;
  readonly change: (id: number, parts: Partial<Omit<HandedQuestion, 'id'>>) => Promise<void>;
  /** One more person asks it. @returns false if they did already */
  readonly join: (asker: Asker) => Promise<boolean>;
  readonly askers: (item: number) => Promise<Asker[]>;
  readonly noteTold: (item: number, person: string, message: string) => Promise<void>;
  /** Removes those that were handed over before then, and those that nobody asks any more. @param before ISO 8601 */
  readonly prune: (before: string) => Promise<void>;
}

/** Whether a person may be named as the author of an entry. */
export interface Credit {
  /** Keyed hash. */
  readonly person: string;
  /** The name that may be shown; empty: none may. */
  readonly name: string;
}

export interface Credits {
  /** The name, empty if none may be shown; undefined if they were not asked yet. */
  readonly of: (person: string) => Promise<string | undefined>;
  readonly set: (credit: Credit) => Promise<void>;
}
