import type { Services } from '../../src/bot/services.ts';

/** The visible part of an answer. */
export interface Shown {
  readonly words: string;
  /** Words of the buttons. */
  readonly choices: readonly string[];
  /** Text of the file that was handed over. */
  readonly file?: string;
}

/** A platform that runs, and a moderator who uses it. */
export interface PlatformWorld {
  /** Sends a question, or a command with its first option and others by name: `/pin words entry: id`. */
  readonly say: (text: string) => Promise<Shown>;
  /** Takes the choice that holds these words, of the newest message that has one. */
  readonly choose: (label: string) => Promise<Shown>;
  /** Data of that choice's button. */
  readonly dataOf: (label: string) => string;
  /** Presses a button with such data below the newest message that has buttons. */
  readonly press: (data: string) => Promise<Shown>;
  /** The same in another place. */
  readonly pressElsewhere: (data: string) => Promise<Shown>;
  /** Opens the form of a command and fills it in; what is not given stays empty. */
  readonly fill: (command: string, values: Readonly<Record<string, string>>) => Promise<Shown>;
  /** Somebody without rights asks so many times, faster than anybody types. @returns all that they are told */
  readonly hurry: (question: string, times: number) => Promise<readonly Shown[]>;
  /** Ends the process, and begins another one over the same store. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What a platform may have no use for. */
export type Lack =
  /** What is chosen goes through the hands of people, so that it could be forged or come after a restart. */
  | 'data of buttons'
  /** Several people use it, so that one could take too much. */
  | 'limits'
  /** It may leave somebody without any answer. */
  | 'silence'
  /** Votes stand below an answer. */
  | 'votes';

export interface WorldOf {
  readonly open: (services: Services) => Promise<PlatformWorld>;
  readonly lacks?: readonly Lack[];
}

/** Fields of a form in order, with what is typed into them. */
const FIELDS = ['question', 'answer', 'phrasings', 'source', 'why'];
export const typed = (values: Readonly<Record<string, string>>): string[] => FIELDS.map((name) => values[name] ?? '-');
