/** Lets one through at a time. */
export interface Gate {
  /** Waits for its turn. @returns what lets the next one through; more than once does no harm. */
  readonly enter: () => Promise<() => void>;
}

/** Milliseconds for which one may hold up the others: a call that hangs must not silence every chat. */
const LONGEST_MS = 5000;

export function createGate(longest = LONGEST_MS): Gate {
  let last: Promise<void> = Promise.resolve();
  return {
    enter: async () => {
      const before = last;
      let leave = (): void => undefined;
      last = new Promise((resolve) => {
        leave = resolve;
      });
      await before;
      const timer = setTimeout(leave, longest);
      return () => {
        clearTimeout(timer);
        leave();
      };
    },
  };
}
