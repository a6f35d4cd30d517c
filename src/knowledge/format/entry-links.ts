import type { Block, Inline } from '../../core/entry/blocks.ts';
import { mapParts } from '../../core/entry/blocks.ts';

const ID = /^(?:questions|facts)\/[^\s()<>?#:\\]{1,200}(?<!\.(?:md|html?))$/;

/** The id in the target of a link to another entry, as in `[opening hours](questions/opening-hours)`. */
export function linkedEntry(target: string): string | undefined {
  const id = decoded(target).normalize('NFC');
  return ID.test(id) ? id : undefined;
}

/** Markdown's own reader writes letters of other scripts as bytes. */
function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

/** Ids of the entries that a text links to, once each. */
export function entriesLinked(blocks: readonly Block[]): string[] {
  const ids = new Set<string>();
  mapParts(blocks, (part: Inline) => {
    if (part.kind === 'entry') ids.add(part.id);
    return part;
  });
  return [...ids];
}

const LINK = /\[((?:[^\][\\]|\\.){1,1000})\]\(((?:questions|facts)\/[^\s()<>]{1,1000})\)/g;

/** Markdown with each link to an entry leading to the id that `change` gives; without one its words are left. */
export const withEntryLinks = (markdown: string, change: (id: string) => string | undefined): string =>
  markdown.replace(LINK, (whole, words: string, target: string) => {
    const id = linkedEntry(target);
    if (id === undefined) return whole;
    const changed = change(id);
    return changed === id ? whole : changed === undefined ? words : `[${words}](${changed})`;
  });
