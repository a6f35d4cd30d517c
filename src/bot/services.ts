import type { Detection } from '../core/language/detect.ts';
import type { LanguageData, LanguageTag } from '../core/text/language.ts';
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
import type { Moment } from './kinds.ts';
import type { Learning } from './learning/learning.ts';
import type { Diagnosis } from './ports/diagnosis.ts';
import type { Editor } from './ports/editor.ts';
import type { KnowledgeSource } from './ports/knowledge.ts';
import type { Store } from './ports/store.ts';
import type { KeptQuestions } from './questions/questions.ts';

/** Detects the languages of a text. */
export interface Detect {
  (text: string): Detection;
  /**
   * Loads the data for this text, or for any text if there is none, in steps of some milliseconds. Default: the first
   * call loads it.
   */
  readonly steps?: (text?: string) => Generator<undefined, void>;
}

/** The languages, and the bot's words in each. */
export type Phrasebook = Pick<Services, 'languages' | 'speak'>;

/** The communities, and the clock. */
export type WithCommunities = Pick<Services, 'communities' | 'now'>;

/** What notes of one person's are kept with. */
export type PersonalServices = Pick<Services, 'attempt' | 'hash' | 'now'>;

export type WithLanguages = Pick<Services, 'languages'>;
export type WithCommands = Pick<Services, 'commands'>;

/** What has the services at hand: a call of a command, a platform's context. */
export interface WithServices {
  readonly services: Services;
}

/** Everything that commands work with. */
export interface Services {
  /** The packs, which all communities share. */
  readonly knowledge: KnowledgeSource;
  readonly store: Store;
  /** The attempt that commands take part in. Outside of one, each read and each write is a transaction of its own. */
  readonly attempt: Attempt;
  readonly communities: Communities;
  readonly counter: Counter;
  /** Subjects of conversations, for follow-up questions. */
  readonly conversations: Conversations;
  /** Messages that wait, so that people can answer first. */
  readonly heldLines: HeldLines;
  /** Questions without an answer. */
  readonly questions: KeptQuestions;
  /** Learns which entries questions meant. */
  readonly learning: Learning;
  readonly erased: Erased;
  readonly editor: Editor;
  /** Options for working out a community's knowledge. */
  readonly effective: EffectiveOptions;
  readonly languages: ReadonlyMap<string, LanguageData>;
  /** Address of the site that is made of the packs, with a slash at the end. Default: there is no site. */
  readonly siteUrl?: string;
  readonly commands: readonly Command[];
  /** The language for people of whom nothing is known. */
  readonly defaultLanguage: LanguageTag;
  readonly detect: Detect;
  /** The bot's messages in a language. */
  readonly speak: (language: string) => Say;
  /** Subjects of the packs in a language, for the greeting. */
  readonly subjects: (language: string) => readonly string[];
  /** Looks for mistakes in the setup, including this place; names no other place. Never rejects. */
  readonly diagnose: (place: Place) => Promise<readonly Diagnosis[]>;
  /** The current moment. */
  readonly now: () => Moment;
  /** Keyed hash of a person's id, a code and the like. The same in every process of the installation. */
  readonly hash: (text: string) => string;
  /** A short code that nobody can guess: letters and digits. */
  readonly code: () => string;
}
