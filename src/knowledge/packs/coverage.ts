import type { Knowledge } from './read-knowledge.ts';

/** How much of a pack is written in one language. */
interface Coverage {
  readonly pack: string;
  readonly language: string;
  /** Entries with a text in the language. */
  readonly written: number;
  readonly total: number;
  /** Ids of the entries without one. */
  readonly missing: readonly string[];
}

/** One line for each pack and each language in which the pack has any entry, in order. */
export function coverageOf({ packs, entries }: Pick<Knowledge, 'packs' | 'entries'>): Coverage[] {
  return packs.flatMap(({ name, languages }) => {
    const own = entries.filter((entry) => entry.pack === name);
    return languages.map((language) => {
      const missing = own.filter(({ texts }) => !texts.has(language)).map(({ id }) => id);
      return { pack: name, language, written: own.length - missing.length, total: own.length, missing };
    });
  });
}
