/** Work in lanes: one piece after the other in each, all lanes side by side. */
export interface Lanes {
  /** @param work should not reject; what it rejects with is passed on to `onError`. */
  readonly add: (lane: string, work: () => Promise<void>) => void;
  /** Waits until every lane is empty. */
  readonly idle: () => Promise<void>;
}

export function createLanes(onError: (error: unknown) => void): Lanes {
  const tails = new Map<string, Promise<void>>();
  return {
    add: (lane, work) => {
      const before = tails.get(lane) ?? Promise.resolve();
      const tail: Promise<void> = before.then(work).catch(onError);
      tails.set(lane, tail);
      void tail.then(() => {
        if (tails.get(lane) === tail) tails.delete(lane);
      });
    },
    idle: async () => {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
