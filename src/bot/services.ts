import type { Detection } from '../core/detect.ts';
import type { LanguageData } from '../core/language.ts';
import type { Library } from '../core/library.ts';
import type { Command } from './command.ts';
import type { Preferences } from './preferences.ts';
import type { Say } from './words.ts';

/** What commands work with. */
export interface Services {
  readonly library: Library;
  readonly languages: ReadonlyMap<string, LanguageData>;
  readonly commands: readonly Command[];
  readonly preferences: Preferences;
  /** The language of those of whom nothing is known. */
  readonly defaultLanguage: string;
  readonly detect: (text: string) => Detection;
  /** The bot's words in a language. */
  readonly speak: (language: string) => Say;
  /** What the packs are about, in a language. */
  readonly subjects: (language: string) => readonly string[];
  /** The current day, `2026-11-25`. */
  readonly today: () => string;
}
