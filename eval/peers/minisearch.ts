import MiniSearch from 'minisearch';
import type { DataEntry } from '../datasets.ts';
import type { Peer } from './peer.ts';

/** MiniSearch with its default options. */
export function plainIndex(entries: readonly DataEntry[]): MiniSearch {
  const index = new MiniSearch({ fields: ['title', 'phrasings', 'answer'] });
  index.addAll(
    entries.map(({ id, title, phrasings, answer }) => ({ id, title, phrasings: phrasings.join('\n'), answer })),
  );
  return index;
}

export const peer: Peer = {
  build({ entries }) {
    const index = plainIndex(entries);
    return (text) => ({ hits: index.search(text).map(({ id, score }) => ({ id: String(id), score })) });
  },
};
