/** Wakes one who waits. */
export interface Bell {
  /** Heard at once, or by the next who waits. */
  readonly ring: () => void;
  /** Waits for a ring. @returns true for a ring, false where there was none for so many milliseconds. */
  readonly heard: (milliseconds: number) => Promise<boolean>;
}

export function createBell(): Bell {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    heard: (milliseconds) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          wake = undefined;
          resolve(rung);
          rung = false;
        };
        // Nobody's program stays alive for the sake of waiting.
        const timer = setTimeout(end, milliseconds).unref();
        wake = end;
        if (rung) end();
      }),
  };
}
