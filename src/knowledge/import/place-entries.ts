import { keyOf, type PlacedText } from '../export/effective-texts.ts';
import { splitEntryText } from '../export/entry-text.ts';
import { freeId } from '../export/slug.ts';
import { withEntryLinks } from '../format/entry-file.ts';
import { MOST_ENTRY_BYTES } from '../format/markdown.ts';
import { fault, inFile, type Problem, shortened } from '../format/problem.ts';
import { questionKey } from './gather.ts';
import type { ImportedEntry, ImportedPack } from './imported.ts';

/** An imported entry with the pack and id that it will have in the community. */
export type PlacedEntry = ImportedEntry & Pick<PlacedText, 'pack'>;

/**
 * Decides which entries a community already has, so that an import changes these instead of adding them again. An id
 * given in the source matches in every pack, one from another system only in the same pack; an entry without an id
 * matches the one with the same question in the same pack and language.
 * @param texts all entries of the community, retired ones included.
 */
export function placeEntries(
  texts: readonly PlacedText[],
  packs: readonly ImportedPack[],
): { readonly entries: readonly PlacedEntry[]; readonly problems: readonly Problem[] } {
  const homes = new Map(texts.map(({ id, pack }) => [id, pack]));
  // An id belongs to one entry across all packs.
  const taken = new Set([...homes.keys()].map((id) => id.toLowerCase()));
  const entries = packs.flatMap((pack) =>
    pack.packJson === undefined
      ? placeLoose(texts, { homes, taken }, pack)
      : pack.entries.map((entry) => ({ ...entry, pack: pack.name })),
  );
  const problems = entries.flatMap(({ id, pack, file }) => {
    const home = homes.get(id) ?? pack;
    return home === pack
      ? []
      : inFile(file, [fault(1, 'id-in-other-pack', { id: shortened(id), pack: shortened(home) })]);
  });
  return { entries, problems };
}

function placeLoose(
  texts: readonly PlacedText[],
  { homes, taken }: { readonly homes: ReadonlyMap<string, string>; readonly taken: Set<string> },
  { name, entries }: ImportedPack,
): PlacedEntry[] {
  const known = entries.some(({ naming }) => naming === 'derived')
    ? byQuestion(texts.filter(({ pack }) => pack === name))
    : new Map<string, string[]>();
  const chosen = new Map<string, string>();
  const placed = entries.map((entry): PlacedEntry => {
    if (entry.naming === 'given') return { ...entry, pack: homes.get(entry.id) ?? name };
    const isOwn = entry.naming === 'suggested' && (homes.get(entry.id) ?? name) === name;
    const same =
      entry.naming === 'derived' ? known.get(questionKey(entry.language, entry.title))?.shift() : chosen.get(entry.id);
    const id =
      same ??
      (isOwn
        ? entry.id
        : freeId(entry.naming === 'derived' ? entry.title : entry.id.replace(/^questions\//, ''), (one) =>
            taken.has(one),
          ));
    taken.add(id.toLowerCase());
    if (entry.naming === 'suggested') chosen.set(entry.id, id);
    return { ...entry, id, pack: name };
  });
  const moved = new Map(entries.map(({ id }, at) => [id, placed[at]?.id ?? id]));
  return placed.map((entry) => ({ ...entry, text: withEntryLinks(entry.text, (id) => moved.get(id) ?? id) }));
}

/** Ids of entries by language and question; several entries may have the same question. */
function byQuestion(texts: readonly PlacedText[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const readable = texts.filter(({ text }) => Buffer.byteLength(text) <= MOST_ENTRY_BYTES);
  const ordered = readable.sort((a, b) => keyOf(a).localeCompare(keyOf(b), 'en', { numeric: true }));
  for (const { language, id, text } of ordered) {
    const key = questionKey(language, splitEntryText(text).title);
    found.set(key, [...(found.get(key) ?? []), id]);
  }
  return found;
}
