import { INSTALLATION, placeOfKey } from '../conversation/place.ts';
import type { ReadAccess } from '../ports/store.ts';
import { type Communities, placesOf } from './communities.ts';

/** Read in one go, so that others get their turn in between. */
const PAGE = 500;

/**
 * Keys of a platform's places in which something was set or changed: the places of linked communities, and places that
 * are communities by themselves.
 */
export async function knownPlaces(store: ReadAccess, platform: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (;;) {
    const page = await store.read(({ log }) => log.places(platform, found.at(-1) ?? '', PAGE));
    found.push(...page);
    if (page.length < PAGE) return found;
  }
}

/**
 * Whether the installation serves another community than this one, in which something was set or changed. @param id of
 * this community
 */
export async function servesOthers(
  { store, communities }: { readonly store: ReadAccess; readonly communities: Pick<Communities, 'of' | 'byId'> },
  id: string,
): Promise<boolean> {
  for (let after = ''; ; ) {
    const page = await store.read(({ log }) => log.communities(after, PAGE));
    for (const other of page.filter((one) => one !== INSTALLATION && one !== id)) {
      // Records of a place from before it was linked may still be under its own name.
      const isOthers =
        placesOf(await communities.byId(other)).length > 0 || (await communities.of(placeOfKey(other))).id !== id;
      if (isOthers) return true;
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return false;
    after = last;
  }
}
