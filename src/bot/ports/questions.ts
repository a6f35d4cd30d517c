/**
 * A question that the bot did not answer: `open` if nobody has dealt with it, `meant` if everybody who asked it said
 * which entry they meant. Handed over to helpers it is `passed`; `stuck` if it could not be posted to them, which its
 * askers know; `taken` by one of them; `told` if nobody answered in a day, which its askers know, too; `answered`, and
 * `solved` if that helped.
 */
export type QuestionState = 'open' | 'meant' | 'passed' | 'stuck' | 'taken' | 'told' | 'answered' | 'solved';

/** A helper's words, and the messages about the question. */
interface Help {
  /** Key of the helpers' place, and its channel or topic; empty if it was not handed over, or there is none. */
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

/** Of a question that no helper has. */
export const NO_HELP: Help = {
  place: '',
  channel: '',
  post: '',
  helper: '',
  words: '',
  said: '',
  link: '',
  proposal: '',
};

export interface StoredQuestion extends Help {
  /** From 1. */
  readonly id: number;
  readonly community: string;
  readonly language: string;
  readonly state: QuestionState;
  /** When it was first asked, or handed over: ISO 8601. */
  readonly at: string;
}

/** A person who asked, in the words in which they put it. */
export interface Asker {
  /** The question. */
  readonly item: number;
  /** Keyed hash. */
  readonly person: string;
  /** As it was typed, without mentions and what is a person's; see kept-text.ts. */
  readonly text: string;
  /** Key of the place in which they asked, and its channel or topic; the latter is empty if there is none. */
  readonly place: string;
  readonly channel: string;
  /** The message that asked; empty if others cannot see it. */
  readonly message: string;
  /** Address of the message, or of its channel; empty if nobody else could open it. */
  readonly link: string;
  /** Ids of the entries among which they could choose, with a space between; empty: there were none. */
  readonly offered: string;
  /** Id of the entry that they meant, as it turned out; empty: none did. */
  readonly meant: string;
  /** ISO 8601: when they asked, and when their words are forgotten. */
  readonly at: string;
  readonly until: string;
  /** A ReturnAddress as JSON text, of one who waits for the answer; empty for one who does not. */
  readonly address: string;
  /** The message there that tells the answer; empty until it is posted. */
  readonly told: string;
}

/** A question with all who asked it, oldest first: one and more. */
export interface Question extends StoredQuestion {
  /** As the first of them put it. */
  readonly text: string;
  readonly askers: readonly Asker[];
}

/** Whether a person may be named as the author of an entry. */
export interface Credit {
  /** Keyed hash. */
  readonly person: string;
  /** The name that may be shown; empty: none may. */
  readonly name: string;
}
