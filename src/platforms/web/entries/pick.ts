import { isPinsText } from '../../../bot/community/own-entries.ts';
import { titleIn } from '../../../core/entry/display.ts';
import type { View } from '../dashboard/scope.ts';
import { search } from './search.ts';

/** An entry that can be chosen. */
export interface Picked {
  readonly id: string;
  readonly title: string;
  /** See Hit. */
  readonly isSimilar: boolean;
}

/** Most entries listed; a search by other words finds others. */
const MOST = 20;

/** Active entries that contain the words, then similar ones, the best first; empty for an empty text. */
export async function pick(view: View, words: string): Promise<Picked[]> {
  if (words === '') return [];
  const { context, reader, scope } = view;
  const entries = [...scope.community.knowledge().entries.values()].filter(({ id }) => !isPinsText(id));
  const hits = await search(view, words, entries);
  return entries
    .flatMap((entry) => {
      const hit = hits.get(entry.id);
      const title = titleIn(entry, reader.language, context.services.languages) ?? entry.id;
      return hit ? [{ ...hit, id: entry.id, title }] : [];
    })
    .sort((a, b) => Number(a.isSimilar) - Number(b.isSimilar) || a.part - b.part || a.place - b.place)
    .slice(0, MOST);
}
