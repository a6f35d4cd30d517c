import { DAY_MS, daysBefore } from '../moment.ts';
import type { Store } from '../ports/store.ts';
import type { Services } from '../services.ts';
import { noteErasure } from './erasure.ts';

const EVERY_MS = 60 * 60_000;
/** Older answers are no longer corrected, and no platform repeats an update after so long. */
const KEPT_DAYS = 14;

/**
 * Deletes what has expired: drafts, what platforms keep for a while, invitations, posted answers, ids of handled
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
 * Runs the tasks one after the other, now and every hour. A task that fails is reported and tried again an hour later.
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

/** Days after the bot was removed from a place in which it can come back and find everything as it was. */
export const LEFT_DAYS = 30;

/** Erases the records of places that the bot left so long ago. What they share with linked places stays. */
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
