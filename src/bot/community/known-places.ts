import { INSTALLATION, placeOfKey } from '../conversation/place.ts';
import type { Store } from '../ports/store.ts';
import type { Communities } from './communities.ts';

/** Keys of the places in which something was decided: those of every linked community, and each that is a community by itself. */
export async function knownPlaces(store: Store): Promise<readonly string[]> {
  const records = (await store.transact(({ log }) => log.records())).filter(({ community }) => community !== INSTALLATION);
  const places = records.filter(({ kind }) => kind === 'place');
  // A linked community keeps its name when the place of that name is gone.
  const linked = new Set(places.map(({ community }) => community));
  return [...new Set([...places.map(({ key }) => key), ...records.map(({ community }) => community).filter((community) => !linked.has(community))])];
}

/** Whether the installation serves another community than this one: one that has decided anything. @param id of the community */
export async function servesOthers({ store, communities }: { readonly store: Store; readonly communities: Pick<Communities, 'of'> }, id: string): Promise<boolean> {
  return (await knownPlaces(store)).some((key) => communities.of(placeOfKey(key)).id !== id);
}
