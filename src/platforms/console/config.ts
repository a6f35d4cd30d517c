import type { Readable, Writable } from 'node:stream';
import type { Say } from '../../bot/answers/messages.ts';

/** Everything the console needs to know; `serving.ts` fills it in. */
export interface ConsoleConfig {
  readonly input: Readable;
  readonly output: Writable;
  /** Whether a person sits at the terminal; false if input is piped. */
  readonly interactive: boolean;
  /** The terminal's language, a BCP 47 tag, if the environment names one. */
  readonly locale: string | undefined;
  readonly language: string;
  /** The console's own words, in the terminal's language. */
  readonly say: Say;
  /** Subjects of the installed packs. */
  readonly subjects: readonly string[];
  /** Example questions of the greeting. */
  readonly examples: readonly string[];
  /** Completions of a line by the Tab key: options, and the part at its end that they replace. */
  readonly complete: (line: string) => Promise<{ readonly options: readonly string[]; readonly replaced: string }>;
  /**
   * Receives a function that draws the prompt again, with the words typed so far; to be called after something else was
   * written to the terminal. Default: nothing.
   */
  readonly onPrompt?: (redraw: () => void) => void;
  /** Columns of text, at least 1; some terminals report 0, which is not a width. */
  readonly columns: number;
  /** Whether output may use bold and dim. */
  readonly styled: boolean;
}
