import { setTimeout as pause } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { keyOfPlace, type Place } from '../../../bot/conversation/place.ts';
import type { Diagnosis } from '../../../bot/ports/diagnosis.ts';
import type { Services } from '../../../bot/services.ts';

/**
 * Problems of the installation and of a place, cached for a minute so that pages do not ask the platforms every time.
 */
export type Troubles = (place: Place) => Promise<readonly Diagnosis[]>;

const KEPT_MS = 60_000;
/** Milliseconds for which a page waits. Results that come later are on the next page. */
const PATIENCE_MS = 1000;
const MOST_PLACES = 100;
/** Diagnoses that the dashboard shows elsewhere, with buttons, or that are no mistake in the setup. */
const SHOWN_ELSEWHERE: readonly string[] = ['diagnosis-refused', 'diagnosis-overdue', 'diagnosis-old'];

export function createTroubles({ diagnose, now }: Pick<Services, 'diagnose' | 'now'>): Troubles {
  const known = new LRUCache<string, readonly Diagnosis[], Place>({
    max: MOST_PLACES,
    ttl: KEPT_MS,
    ttlResolution: 0,
    perf: { now: () => Date.parse(now()) },
    fetchMethod: async (_key, _before, { context: place }) => {
      const all = await diagnose(place);
      return all.filter(({ state, found }) => state !== 'good' && !SHOWN_ELSEWHERE.includes(found.key));
    },
  });
  return async (place) => {
    const key = keyOfPlace(place);
    const late = pause(PATIENCE_MS, undefined, { ref: false });
    return (
      (await Promise.race([known.fetch(key, { context: place }), late])) ?? known.peek(key, { allowStale: true }) ?? []
    );
  };
}
