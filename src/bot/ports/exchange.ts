import type { LanguageTag } from '../../core/text/language.ts';
import type { Community } from '../community/community.ts';
import type { Edit } from './changes.ts';
import type { Flaw } from './editor.ts';

/** A file to import. */
export interface Upload {
  /** The file's name. Folders in it mean nothing. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The uploader's choices for things that the file leaves open. Default: nothing. */
  readonly choices?: Choices;
}

export interface Choices {
  /** Language of all entries. Default: detected. */
  readonly language?: LanguageTag;
  /** Title of the source of entries that name none. Default: the file's name. */
  readonly source?: string;
  /** Pack of entries that belong to none. Default: the one for taught entries. */
  readonly pack?: string;
}

export interface ExchangeOptions {
  /** Language of entries that name none and are too short to tell. */
  readonly language: LanguageTag;
}

/** A remark on something in a file. */
export interface ImportNote {
  /** `file:line`. */
  readonly where: string;
  /** A message of `locales/`. Rare flaws have none there: `flaw-other` holds them in English. */
  readonly flaw: Flaw;
}

export interface PreviewedEntry {
  readonly key: string;
  readonly title: string;
  /** Markdown. */
  readonly answer: string;
  readonly isNew: boolean;
}

/** Shows the effect of an import before it is made. */
export interface ImportPreview {
  /** Entries that are new or differ from the present ones; keys are `<language>/<id>`. */
  readonly entries: readonly PreviewedEntry[];
  /** Number of entries that are there already, word for word. */
  readonly unchanged: number;
  /**
   * Questions in the files: all, those that became entries, and those in `skipped` or `problems` because they did not.
   */
  readonly questions: { readonly found: number; readonly made: number; readonly named: number };
  /** A single error (`problems`) keeps everything from being imported. */
  readonly repaired: readonly ImportNote[];
  readonly skipped: readonly ImportNote[];
  readonly problems: readonly ImportNote[];
  readonly isRefused: boolean;
  /** Edits that import these entries, with all that they need. @param keys of the chosen entries */
  readonly editsFor: (keys: ReadonlySet<string>) => readonly Edit[];
}

/** Import and export of a community's knowledge as files. */
export interface Exchange {
  /** Never rejects because of what is in the files: flaws are in the preview. */
  readonly preview: (
    community: Community,
    uploads: readonly Upload[],
    options: ExchangeOptions,
  ) => Promise<ImportPreview>;
  /** All knowledge of a community as folders of packs: contents by path. */
  readonly files: (community: Community) => Promise<ReadonlyMap<string, string>>;
}
