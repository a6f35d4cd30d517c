import { setImmediate } from 'node:timers/promises';

/** Runs one task after the other, in the order of the calls; one that fails does not stop the next. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function inTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** Calls that come before the work has begun share one run of it. */
export function onceInTurn<T>(turn: InTurn, work: () => Promise<T>): () => Promise<T> {
  let waiting: Promise<T> | undefined;
  return () => {
    waiting ??= turn(() => {
      waiting = undefined;
      return work();
    });
    return waiting;
  };
}

/** Milliseconds of work after which others have their turn. */
const SLICE = 10;

/** Does short work on all items, in order, and lets other work come in between. */
export async function inSlices<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  let since = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - since < SLICE) continue;
    await setImmediate();
    since = performance.now();
  }
}
