/** Milliseconds. What is put off for so long, or done every so often, is no part of what somebody waits for. */
const PUT_OFF_MS = 100;

type SetTimer = (work: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) => NodeJS.Timeout;

/**
 * Holds what the project puts off while something is measured: on a busy machine a step takes longer than on an idle
 * one, and what is due by the clock would be taken for a part of it.
 */
export function holdTimers() {
  const { setTimeout, setInterval, clearTimeout } = globalThis;
  const [setOnce, setOften] = [setTimeout as SetTimer, setInterval as SetTimer];
  /** What came due meanwhile, by its timer. */
  const due = new Map<unknown, () => void>();
  let isHeld = false;
  const later: SetTimer = (work, ms = 0, ...given) => {
    const go = (): void => work(...given);
    const timer = setOnce(() => void (isHeld && ms >= PUT_OFF_MS ? due.set(timer, go) : go()), ms);
    return timer;
  };
  const often: SetTimer = (work, ms = 0, ...given) =>
    setOften(() => {
      if (!isHeld || ms < PUT_OFF_MS) work(...given);
    }, ms);
  Object.assign(globalThis, {
    // With what `promisify` makes of it.
    setTimeout: Object.assign(later, setTimeout),
    setInterval: Object.assign(often, setInterval),
    clearTimeout: (timer: NodeJS.Timeout | undefined): void => {
      due.delete(timer);
      clearTimeout(timer);
    },
  });
  return {
    during: async <T>(work: () => Promise<T>): Promise<T> => {
      isHeld = true;
      try {
        return await work();
      } finally {
        isHeld = false;
        for (const [timer, go] of [...due]) if (due.delete(timer)) go();
      }
    },
    end: () => void Object.assign(globalThis, { setTimeout, setInterval, clearTimeout }),
  };
}
