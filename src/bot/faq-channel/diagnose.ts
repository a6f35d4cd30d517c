import { keyOfPlace, type Place, placeOfKey } from '../conversation/place.ts';
import { type Diagnosis, trouble } from '../ports/diagnosis.ts';
import type { ReadAccess } from '../ports/store.ts';
import { LACKS, lacksIn } from './lacks.ts';
import { faqKeysOf, placeOfFaqKey } from './setting.ts';

/** Most places that are checked. */
const MOST = 50;

/**
 * Problems of a platform's FAQ channels, as last noted.
 * @param place the only one to check, so that no other is named. Default: all
 */
export async function diagnoseFaq(
  { store }: { readonly store: ReadAccess },
  platform: string,
  place?: Place,
): Promise<Diagnosis[]> {
  const begin = faqKeysOf(platform);
  const now = new Date().toISOString();
  const keys =
    place === undefined
      ? (await store.read(({ log }) => log.records({ kind: 'setting', begin }))).map(({ key }) => placeOfFaqKey(key))
      : place.platform === platform
        ? [keyOfPlace(place)]
        : [];
  const found: Diagnosis[] = [];
  for (const key of [...new Set(keys)].slice(0, MOST)) {
    const values = { place: place?.title ?? placeOfKey(key).id };
    for (const lack of await store.read((unit) => lacksIn(unit, key, now)))
      found.push(
        trouble(
          lack === 'gone' || lack === 'write' ? 'bad' : 'warning',
          { key: 'diagnosis-faq', values },
          { key: LACKS[lack] },
        ),
      );
  }
  return found;
}
