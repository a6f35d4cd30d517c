import type { Block } from '../../core/entry/blocks.ts';
import type { EntryText, Source, Status } from '../../core/entry/entry.ts';

/** An entry's file in its parts: plain words, and Markdown for the answer. */
export interface EntryParts {
  /** The lines between the `---` lines. */
  readonly frontMatter: string;
  readonly title: string;
  readonly phrasings: readonly string[];
  readonly answer: string;
}

/** Front matter of an entry. */
export interface FrontMatterParts {
  /** Ids, at least one. */
  readonly sources: readonly string[];
  /** A year, month or day: `2023`, `2023-03`, `2023-03-16`. Default: unknown. */
  readonly asOf?: string;
  /** Default: current. */
  readonly status?: Status;
  /** A day: `2027-01-01`. Default: never. */
  readonly reviewBy?: string;
  /** Default: none. */
  readonly tags?: readonly string[];
  /** Ids of entries. Default: none. */
  readonly related?: readonly string[];
}

/** A problem of a text: a message of `locales/`, and the values that it names. */
export interface Flaw {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** The value, or its problems. */
type Read<T> =
  | { readonly value: T; readonly problems: readonly [] }
  | { readonly value?: undefined; readonly problems: readonly Flaw[] };

/** Reads and writes the knowledge format. Pure. */
export interface Editor {
  /** An entry's file. @param sources by id. */
  readonly readEntry: (file: string, language: string, sources: Readonly<Record<string, Source>>) => Read<EntryText>;
  /** An answer's Markdown, by the rules for files. */
  readonly readAnswer: (markdown: string) => Read<readonly Block[]>;
  /** An entry's file in its parts; never throws: parts that are not there are empty. */
  readonly split: (file: string) => EntryParts;
  /** An entry's file from its parts. */
  readonly write: (parts: EntryParts) => string;
  /** The lines between the `---` lines. */
  readonly writeFrontMatter: (parts: FrontMatterParts) => string;
  /** Whether words are too many for a question or phrasing. */
  readonly isTooLong: (words: string) => boolean;
  /** A free id, at most 48 bytes of UTF-8. */
  readonly idFor: (title: string, taken: ReadonlySet<string>) => string;
  /** Ids of the sources that an entry's file names; none if it cannot be read. */
  readonly sourceIds: (file: string) => readonly string[];
  /** Sources of a pack.json's text; none if it cannot be read. */
  readonly sourcesOf: (packJson: string) => Readonly<Record<string, Source>>;
}
