/** Work in queues: one piece after the other in each, all queues side by side. */
export interface Queues {
  /** @param work should not reject; what it rejects with is passed on to `onError`. */
  readonly add: (queue: string, work: () => Promise<void>) => void;
  /** Waits until every queue is empty. */
  readonly idle: () => Promise<void>;
}

export function createQueues(onError: (error: unknown) => void): Queues {
  const tails = new Map<string, Promise<void>>();
  return {
    add: (queue, work) => {
      const before = tails.get(queue) ?? Promise.resolve();
      const tail: Promise<void> = before.then(work).catch(onError);
      tails.set(queue, tail);
      void tail.then(() => {
        if (tails.get(queue) === tail) tails.delete(queue);
      });
    },
    idle: async () => {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
