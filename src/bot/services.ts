import type { Detection } from '../core/language/detect.ts';
import type { LanguageData } from '../core/text/language.ts';
import type { Say } from './answers/messages.ts';
import type { Attempt } from './attempt.ts';
import type { Command } from './command.ts';
import type { Communities } from './community/communities.ts';
import type { EffectiveOptions } from './community/community.ts';
import type { Counter } from './community/counting.ts';
import type { Erased } from './community/erased.ts';
import type { Conversations } from './conversation/follow-up.ts';
import type { HeldLines } from './conversation/held-lines.ts';
import type { Place } from './conversation/place.ts';
import type { Learning } from './learning/learning.ts';
import type { Diagnosis } from './ports/diagnosis.ts';
import type { Editor } from './ports/editor.ts';
import type { KnowledgeSource } from './ports/knowledge.ts';
import type { Store } from './ports/store.ts';
import type { KeptQuestions } from './questions/questions.ts';

/** Tells a text's language. */
export interface Detect {
  (text: string): Detection;
  /**
   * Reads what this text needs, or any text without one, in steps of some milliseconds. Default: the first call waits
   * for it.
   */
  readonly steps?: (text?: string) => Generator<undefined, void>;
}

/** Everything that commands work with. */
export interface Services {
  /** The packs that every community shares. */
  readonly knowledge: KnowledgeSource;
  readonly store: Store;
  /** The attempt that they take part in; outside one, each read and each write is by itself. */
  readonly attempt: Attempt;
  readonly communities: Communities;
  readonly counter: Counter;
  /** Last answers to people. */
  readonly conversations: Conversations;
  /** Lines that wait for people, before the bot says something to them. */
  readonly heldLines: HeldLines;
  /** Questions without an answer. */
  readonly questions: KeptQuestions;
  /** Which entries people say that questions meant. */
  readonly learning: Learning;
  readonly erased: Erased;
  readonly editor: Editor;
  /** With what a community's knowledge is worked out. */
  readonly effective: EffectiveOptions;
  readonly languages: ReadonlyMap<string, LanguageData>;
  /** Address of the site that is made of the packs, with a slash at its end. Default: there is none. */
  readonly siteUrl?: string;
  readonly commands: readonly Command[];
  /** The language of those of whom nothing is known. */
  readonly defaultLanguage: string;
  readonly detect: Detect;
  /** The bot's words in a language. */
  readonly speak: (language: string) => Say;
  /** Subjects of the packs, in a language. */
  readonly subjects: (language: string) => readonly string[];
  /** Looks for what is set up wrongly, also in this place, and names no other. Never rejects. */
  readonly diagnose: (place: Place) => Promise<readonly Diagnosis[]>;
  /** The current moment: ISO 8601 in UTC. */
  readonly now: () => string;
  /** A keyed hash: of a person's id, of a code. The same in every process of the installation. */
  readonly hash: (text: string) => string;
  /** A short code that nobody can guess: letters and digits. */
  readonly code: () => string;
}
