import type { Community } from '../community/community.ts';
import type { Edit } from './changes.ts';
import type { Flaw } from './editor.ts';

/** A file that somebody hands over. */
export interface Upload {
  /** As it was called; a path has no meaning. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Somebody's choices for what the file itself leaves open. Default: none. */
  readonly choices?: Choices;
}

export interface Choices {
  /** Of all its entries: a BCP 47 tag. Default: as their words tell. */
  readonly language?: string;
  /** Title of the source of entries that name none. Default: the file's name. */
  readonly source?: string;
  /** Pack of entries that belong to none. Default: that of taught entries. */
  readonly pack?: string;
}

export interface ExchangeOptions {
  /** Language of entries that name none, if their words do not tell it: a BCP 47 tag. */
  readonly language: string;
}

/** Something that is told of a file. */
export interface ImportNote {
  /** `file:line`. */
  readonly where: string;
  /** In words of `locales/`; of the many that are not there, `flaw-other` holds them in English. */
  readonly flaw: Flaw;
}

export interface PreviewedEntry {
  readonly key: string;
  readonly title: string;
  /** Markdown. */
  readonly answer: string;
  readonly isNew: boolean;
}

/** Outcome of an import into a community. */
export interface ImportPreview {
  /** By key `<language>/<id>`: new, or saying something else than now. */
  readonly entries: readonly PreviewedEntry[];
  /** How many are there already as they are. */
  readonly unchanged: number;
  /** Questions that the files hold: those that became entries, and those that are told because they did not. */
  readonly questions: { readonly found: number; readonly made: number; readonly named: number };
  /** Repairs, omissions and errors. If there is any error, nothing is taken. */
  readonly repaired: readonly ImportNote[];
  readonly skipped: readonly ImportNote[];
  readonly problems: readonly ImportNote[];
  readonly isRefused: boolean;
  /** Edits that take these entries over, with all that they need. @param keys of entries */
  readonly editsFor: (keys: ReadonlySet<string>) => readonly Edit[];
}

/** Knowledge as files, in and out. */
export interface Exchange {
  /** Never rejects for the content of the files. */
  readonly preview: (
    community: Community,
    uploads: readonly Upload[],
    options: ExchangeOptions,
  ) => Promise<ImportPreview>;
  /** All that a community knows, as folders of packs: contents by path. */
  readonly files: (community: Community) => Promise<ReadonlyMap<string, string>>;
}
