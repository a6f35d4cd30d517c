import { DAY_MS, daysBefore } from '../moment.ts';
import type { Store } from '../ports/store.ts';
import type { Services } from '../services.ts';
import { noteErasure } from './erasure.ts';

const EVERY_MS = 60 * 60_000;
/** Answers that are older are no longer corrected, and platforms repeat no update after so long. */
const KEPT_DAYS = 14;

/**
 * Forgets what has served its time: drafts, what platforms keep for a while, codes, posted answers, ids of handled
 * updates, and questions. @param now ISO 8601
 */
export async function tidy(store: Store, now: string): Promise<void> {
  const before = daysBefore(now, KEPT_DAYS);
  await store.transact(async ({ drafts, kept, invitations, answers, questions, inbox, sends }) => {
    await drafts.prune(now);
    await kept.prune(now);
    await invitations.prune(now);
    await answers.prune(before);
    await questions.prune(now);
    await inbox.prune(before);
    await sends.prune(DAY_MS);
  });
}

export interface Housekeeping {
  /** Starts no further task, and waits for the running one. */
  readonly stop: () => Promise<void>;
}

/**
 * Runs tasks one after the other, now and every hour. Failures are reported, and the task is tried again the next time.
 */
export function createHousekeeping(
  tasks: readonly (() => Promise<void>)[],
  onError: (error: unknown) => void,
): Housekeeping {
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();
  const work = async (): Promise<void> => {
    for (const task of tasks) if (!isStopped) await task();
  };
  const begin = (): void => {
    running = running.then(work).catch(onError);
  };
  const timer = setInterval(begin, EVERY_MS).unref();
  begin();
  return {
    stop: () => {
      isStopped = true;
      clearInterval(timer);
      return running;
    },
  };
}

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
      await noteErasure(unit, await unit.places.erase(place), { communities, now });
    });
    await communities.whenIdle();
  }
}
