import type { Source } from '../../core/entry/entry.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import type { Repair } from '../export/flaws.ts';
import type { Problem } from '../format/problem.ts';

export interface ImportOptions {
  /** The language of entries that do not name theirs. */
  readonly language: LanguageTag;
  /**
   * Detects the language of entries that do not name theirs; the result for most entries of a file decides. `language`
   * is used if it returns undefined for all of them. Default: nothing is detected.
   */
  readonly detect?: (words: string) => string | undefined;
  /** Whether it is an error if a part cannot be imported. Default: that part is skipped, and the rest is imported. */
  readonly strict?: boolean;
  /** The source of entries that do not name theirs. Default: the file's name as title, without an address. */
  readonly source?: { readonly title?: string | undefined; readonly url?: string | undefined };
  /** Called for each step of the import, with how much of it is done. */
  readonly onProgress?: (doing: string, done: number, total: number) => void;
  /** The name of the pack for entries that belong to none. Default: the pack of taught entries. */
  readonly pack?: string;
}

/** An entry in one language, ready for a pack. */
export interface ImportedEntry {
  readonly language: string;
  /** Unique among the imported entries of its language; it may change if the pack already has it. */
  readonly id: string;
  /**
   * `given` if the source named the entry, `suggested` if the id comes from a system with ids of its own, `derived` if
   * it was made of the title.
   */
  readonly naming: 'given' | 'suggested' | 'derived';
  /** Plain text. */
  readonly title: string;
  /** The whole file in the knowledge format. */
  readonly text: string;
  /** The sources that the entry names, by id, as far as the import has them. */
  readonly sources: Readonly<Record<string, Source>>;
  /** The file and line that it came from. */
  readonly file: string;
  readonly line: number;
}

export interface ImportedPack {
  readonly name: string;
  /** The pack's own description. Absent if single entries were imported. */
  readonly packJson?: string;
  readonly entries: readonly ImportedEntry[];
  readonly checks: ReadonlyMap<string, string>;
}

/** A change that was made to an entry so that every platform can show it. */
export interface Repaired {
  readonly file: string;
  /** The first line of the entry in the source. */
  readonly line: number;
  readonly what: Repair;
}

/** The result of an import. If a problem is an error, there are no packs. */
export interface Import {
  readonly packs: readonly ImportedPack[];
  readonly problems: readonly Problem[];
  /** Problems of parts that were skipped while the rest was imported. */
  readonly skipped: readonly Problem[];
  readonly repaired: readonly Repaired[];
}

/** An import that read nothing, and why. */
export const refusedImport = (problems: readonly Problem[]): Import => ({
  packs: [],
  problems,
  skipped: [],
  repaired: [],
});

/** Joins imports. A file without any entries is no problem if another has some: its problems then count as skipped. */
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

export const MOST_FILE_BYTES = 5 * 1024 * 1024;
/** Most entries in one import, each language counted separately. */
export const MOST_ENTRIES = 5000;
