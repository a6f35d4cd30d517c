/** Lets so many pieces of work through at a time, in order. */
export function createLimit(most: number): (work: () => Promise<void>) => Promise<void> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      await work();
    } finally {
      // The work that has waited longest takes the place.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
