import { setImmediate } from 'node:timers/promises';

/** Does one piece of work after the other, in the order in which they are given; one that fails holds up none. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function inTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** The work of one turn for all who ask before it has begun. */
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

/** Does short work on all items, in order, and lets others come in between: thousands of items hold up nobody. */
export async function inSlices<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  let since = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - since < SLICE) continue;
    await setImmediate();
    since = performance.now();
  }
}
