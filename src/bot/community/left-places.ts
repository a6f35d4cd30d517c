import { daysBefore } from '../moment.ts';
import type { Services } from '../services.ts';
import { erasureOf } from './erasure.ts';

/** Days for which a place that the bot was put out of may come back to everything that it had. */
export const LEFT_DAYS = 30;

/** Erases what was decided in places that the bot left so long ago; what others share with them goes on. */
export async function forgetLeft({
  store,
  communities,
  counter,
  now,
}: Pick<Services, 'store' | 'communities' | 'counter' | 'now'>): Promise<void> {
  const before = daysBefore(now(), LEFT_DAYS);
  const left = await store.read(({ places }) => places.leftBefore(before));
  for (const place of left) {
    counter.forget(place);
    await store.inSteps(({ places }) => places.eraseSome(place));
    await store.transact(async (unit) => {
      const touched = await unit.places.erase(place);
      if (touched.length === 0) return;
      await unit.log.append(erasureOf(touched, now()));
      communities.refreshAfter(unit);
    });
    await communities.whenIdle();
  }
}
