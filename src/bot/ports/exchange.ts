import type { Community } from '../community/community.ts';
import type { Edit } from './changes.ts';

/** A file that somebody hands over. */
export interface Upload {
  /** As it was called; a path has no meaning. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportOptions {
  /** Of entries that do not say theirs, where their words do not tell: a BCP 47 tag. */
  readonly language: string;
}

/** What files would come to in a community. */
export interface ImportPreview {
  /** By key `<language>/<id>`: new, or saying something else than now. */
  readonly entries: readonly { readonly key: string; readonly title: string; readonly isNew: boolean }[];
  /** How many are there already as they are. */
  readonly unchanged: number;
  /** What was repaired, left out or is wrong, a line each, with file and line. Where anything is wrong, nothing is taken. */
  readonly repaired: readonly string[];
  readonly skipped: readonly string[];
  readonly problems: readonly string[];
  readonly isRefused: boolean;
  /** What takes these entries over, and what they need. @param keys of entries */
  readonly editsFor: (keys: ReadonlySet<string>) => readonly Edit[];
}

/** Knowledge as files, in and out. */
export interface Exchange {
  /** Never rejects for what stands in the files. */
  readonly preview: (community: Community, uploads: readonly Upload[], options: ImportOptions) => Promise<ImportPreview>;
  /** All that a community knows, as folders of packs: contents by path. */
  readonly files: (community: Community) => Promise<ReadonlyMap<string, string>>;
}
