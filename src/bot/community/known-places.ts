import type { Store } from '../ports/store.ts';

/** Keys of the places in which something was decided: those of every linked community, and each that is a community by itself. */
export async function knownPlaces(store: Store): Promise<readonly string[]> {
  const records = await store.transact(({ log }) => log.records());
  const places = records.filter(({ kind }) => kind === 'place');
  // A linked community keeps its name when the place of that name is gone.
  const linked = new Set(places.map(({ community }) => community));
  return [...new Set([...places.map(({ key }) => key), ...records.map(({ community }) => community).filter((community) => !linked.has(community))])];
}
