import type { Block } from './blocks.ts';

export interface Source {
  readonly title: string;
  /** Default: unknown. */
  readonly publisher?: string;
  /** An http or https URL. Default: none. */
  readonly url?: string;
  /** A year, month or day: `2023`, `2023-03`, `2023-03-16`. Default: unknown. */
  readonly published?: string;
  /** A BCP 47 tag. Default: unknown. */
  readonly language?: string;
  /** Title and publisher in other languages, by BCP 47 tag. Default: none. */
  readonly translations?: Readonly<Record<string, SourceWords>>;
}

interface SourceWords {
  readonly title: string;
  readonly publisher?: string;
}

export type Status = 'current' | 'outdated' | 'disputed';

/** An entry in one language. */
export interface EntryText {
  readonly language: string;
  /** The question, or the fact's headline. */
  readonly title: string;
  /** Other ways to ask the question. */
  readonly phrasings: readonly string[];
  readonly answer: readonly Block[];
  readonly sources: readonly Source[];
  /** The day, month or year that the answer describes. Default: unknown. */
  readonly asOf?: string;
  readonly status: Status;
  /** The day on which the entry should be reviewed: `2027-01-01`. Default: never. */
  readonly reviewBy?: string;
  readonly tags: readonly string[];
  readonly related: readonly string[];
}

/** One question or fact, in every language in which it was written. */
export interface Entry {
  /** Unique across all packs, such as `questions/why-banned`. */
  readonly id: string;
  readonly pack: string;
  /** The pack's default language, for readers in whose language the entry has no text. */
  readonly defaultLanguage: string;
  readonly texts: ReadonlyMap<string, EntryText>;
}
