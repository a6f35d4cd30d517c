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

/** The same work, whoever asks: those who ask before it has begun share one turn. */
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
