import type { Moment, PersonHash } from '../kinds.ts';
/**
 * State of a question that the bot did not answer.
 * `open`: nobody has dealt with it. `meant`: everybody who asked it said which entry they meant.
 * Handed over to helpers: `passed`; `stuck` if it could not be posted to them, and its askers were told; `taken` by one
 * of them; `told` if nobody answered within a day, and its askers were told; `answered`; `solved` if that helped.
 */
export type QuestionState = 'open' | 'meant' | 'passed' | 'stuck' | 'taken' | 'told' | 'answered' | 'solved';

/** A helper's answer, and the messages about the question. A text is empty as long as there is nothing to hold. */
interface Help {
  /** Key of the helpers' place, and its channel or topic. */
  readonly place: string;
  readonly channel: string;
  /** The message there that shows the question. */
  readonly post: string;
  /** Who answered. */
  readonly helper: PersonHash;
  /** The answer in Markdown, without mentions. */
  readonly words: string;
  /** The helper's message, and its address. */
  readonly said: string;
  readonly link: string;
  /** The message in the helpers' place that proposes the answer as an entry. */
  readonly proposal: string;
}

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

export interface NewQuestion extends Help {
  readonly community: string;
  readonly language: string;
  readonly state: QuestionState;
  /** When it was first asked, or handed over. */
  readonly at: Moment;
}

export interface StoredQuestion extends NewQuestion {
  /** From 1. */
  readonly id: number;
}

/** A person who asked, and their wording. */
export interface Asker {
  /** Id of the question. */
  readonly item: number;
  readonly person: PersonHash;
  /** As it was typed, without mentions and personal data; see kept-text.ts. */
  readonly text: string;
  /** Key of the place in which they asked, and its channel or topic (empty if none). */
  readonly place: string;
  readonly channel: string;
  /** Their message; empty if others cannot see it. */
  readonly message: string;
  /** Address of the message, or of its channel; empty if nobody else could open it. */
  readonly link: string;
  /** Ids of the entries that they were offered, separated by spaces; may be empty. */
  readonly offered: string;
  /** Id of the entry that they turned out to mean; empty if none is known. */
  readonly meant: string;
  /** When they asked, and when their words are deleted. */
  readonly at: Moment;
  readonly until: Moment;
  /** A ReturnAddress as JSON text if they wait for an answer; empty if they do not. */
  readonly address: string;
  /** The message there that tells them the answer; empty until it is posted. */
  readonly told: string;
}

/** A question with everybody who asked it, oldest first; at least one. */
export interface Question extends StoredQuestion {
  /** The first asker's wording. */
  readonly text: string;
  readonly askers: readonly Asker[];
}

/** Whether a person may be named as the author of an entry. */
export interface Credit {
  readonly person: PersonHash;
  /** The name to show; empty if they want none shown. */
  readonly name: string;
}
