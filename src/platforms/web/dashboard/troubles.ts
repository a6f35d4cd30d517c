import { setTimeout as pause } from 'node:timers/promises';
import { keyOfPlace, type Place } from '../../../bot/conversation/place.ts';
import type { Diagnosis } from '../../../bot/ports/diagnosis.ts';
import type { Services } from '../../../bot/services.ts';

/**
 * What is set up wrongly, also in a place, as it was found a moment ago: whoever looks on asks no platform again and
 * again.
 */
export type Troubles = (place: Place) => Promise<readonly Diagnosis[]>;

const KEPT_MS = 60_000;
/** Milliseconds for which a page waits; what is found later stands on the next one. */
const PATIENCE_MS = 1000;
const MOST_PLACES = 100;
/** They stand on the page by themselves, each with its button; or are no fault of how anything is set up. */
const SHOWN_ELSEWHERE: readonly string[] = ['diagnosis-refused', 'diagnosis-overdue', 'diagnosis-old'];

export function createTroubles({ diagnose, now }: Pick<Services, 'diagnose' | 'now'>): Troubles {
  const known = new Map<string, { readonly at: number; found: readonly Diagnosis[]; readonly done: Promise<void> }>();
  return async (place) => {
    const key = keyOfPlace(place);
    const before = known.get(key);
    const at = Date.parse(now());
    if (!before || at - before.at > KEPT_MS) {
      const kept = { at, found: before?.found ?? [], done: Promise.resolve() };
      kept.done = diagnose(place).then((all) => {
        kept.found = all.filter(({ state, found }) => state !== 'good' && !SHOWN_ELSEWHERE.includes(found.key));
      });
      known.delete(key);
      known.set(key, kept);
      const [oldest] = known.keys();
      if (known.size > MOST_PLACES && oldest !== undefined) known.delete(oldest);
    }
    const stop = new AbortController();
    await Promise.race([
      known.get(key)?.done,
      pause(PATIENCE_MS, undefined, { signal: stop.signal }).catch(() => undefined),
    ]);
    stop.abort();
    return known.get(key)?.found ?? [];
  };
}
