import type { Source } from '../../core/entry/entry.ts';
import type { Repair } from '../export/flaws.ts';
import type { Problem } from '../format/problem.ts';

export interface ImportOptions {
  /** Of entries that do not say theirs: a BCP 47 tag. */
  readonly language: string;
  /**
   * Tells it by an entry's own words instead, if a file of many does not say it; most of them decide. @returns
   * undefined if they do not tell.
   */
  readonly detect?: (words: string) => string | undefined;
  /** Whether what would be left out is an error. Default: the rest is taken. */
  readonly strict?: boolean;
  /** Of entries that do not name theirs. Default: the file's name, without an address. */
  readonly source?: { readonly title?: string | undefined; readonly url?: string | undefined };
  /** Is told how far the import is. Default: nobody is told. */
  readonly onProgress?: (doing: string, done: number, total: number) => void;
  /** The pack of entries that belong to none. Default: that of taught entries. */
  readonly pack?: string;
}

/** An entry in one language, read from somewhere. */
export interface ImportedEntry {
  readonly language: string;
  /** Unique in its pack; its new place may need another. */
  readonly id: string;
  /**
   * Whether the id names an entry (`given`), comes from a system with ids of its own (`suggested`), or was made of the
   * title (`derived`).
   */
  readonly naming: 'given' | 'suggested' | 'derived';
  /** Plain words. */
  readonly title: string;
  /** A whole file of the knowledge format. */
  readonly text: string;
  /** Sources that it names, by id, as far as the import explains them. */
  readonly sources: Readonly<Record<string, Source>>;
  /** Its place in the source. */
  readonly file: string;
  readonly line: number;
}

export interface ImportedPack {
  readonly name: string;
  /** Absent if single entries were imported. */
  readonly packJson?: string;
  readonly entries: readonly ImportedEntry[];
  /** Texts of checks.md, by language. */
  readonly checks: ReadonlyMap<string, string>;
}

/** A change of one entry so that every platform can show it. */
export interface Repaired {
  readonly file: string;
  /** The first line of the entry. */
  readonly line: number;
  readonly what: Repair;
}

/** Everything that was read; no packs if a problem is an error. */
export interface Import {
  readonly packs: readonly ImportedPack[];
  readonly problems: readonly Problem[];
  /** Problems of parts that were left out while the rest was taken. */
  readonly skipped: readonly Problem[];
  readonly repaired: readonly Repaired[];
}

/** Nothing was read, and why. */
export const refusedImport = (problems: readonly Problem[]): Import => ({
  packs: [],
  problems,
  skipped: [],
  repaired: [],
});

/** Several imports as one. A file that holds nothing is left out if others hold something. */
export function importsTogether(imports: readonly Import[]): Import {
  const [only, another] = imports;
  if (only && !another) return only;
  const isAny = imports.some(({ packs }) => packs.length > 0);
  const isEmpty = ({ packs }: Import): boolean => isAny && packs.length === 0;
  const packs: ImportedPack[] = [];
  for (const pack of imports.flatMap((one) => one.packs)) {
    const at = packs.findIndex(({ name, packJson }) => name === pack.name && packJson === undefined);
    const same = pack.packJson === undefined ? packs[at] : undefined;
    if (same) packs[at] = { ...same, entries: [...same.entries, ...pack.entries] };
    else packs.push(pack);
  }
  return {
    packs,
    problems: imports.filter((one) => !isEmpty(one)).flatMap(({ problems }) => problems),
    skipped: imports.flatMap((one) => [...one.skipped, ...(isEmpty(one) ? one.problems : [])]),
    repaired: imports.flatMap(({ repaired }) => repaired),
  };
}

/** Bytes of one file. */
export const MOST_FILE_BYTES = 5 * 1024 * 1024;
/** Entries at once, each language counted for itself. */
export const MOST_ENTRIES = 5000;
