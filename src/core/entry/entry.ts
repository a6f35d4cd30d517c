import type { Block } from './blocks.ts';

export interface Source {
  readonly title: string;
  /** Default: unknown. */
  readonly publisher?: string;
  /** An address of http or https. Default: it has none. */
  readonly url?: string;
  /** A year, month or day: `2023`, `2023-03`, `2023-03-16`. Default: unknown. */
  readonly published?: string;
  /** A BCP 47 tag. Default: unknown. */
  readonly language?: string;
  /** Title and publisher in other languages, by BCP 47 tag. Default: they are shown as they are. */
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
  /** Other ways to put the question. */
  readonly phrasings: readonly string[];
  readonly answer: readonly Block[];
  readonly sources: readonly Source[];
  /** The day, month or year of which the answer speaks. Default: unknown. */
  readonly asOf?: string;
  readonly status: Status;
  /** The day from which somebody should read the entry again: `2027-01-01`. Default: never. */
  readonly reviewBy?: string;
  readonly tags: readonly string[];
  readonly related: readonly string[];
}

/** One question or fact, in every language in which it was written. */
export interface Entry {
  /** E.g. `questions/why-banned`; unique across all packs. */
  readonly id: string;
  readonly pack: string;
  /** The pack's own language, for those whose language the entry lacks. */
  readonly defaultLanguage: string;
  readonly texts: ReadonlyMap<string, EntryText>;
}
