/** Work that waits until nobody has asked for anything for a moment: a commit holds up others' answers. */
export interface IdleWork {
  /** Asks for the work, or for it to wait a moment longer. */
  readonly request: () => void;
  /** Takes the request back. */
  readonly cancel: () => void;
}

/** Milliseconds without a request after which the process counts as idle. */
const IDLE_MS = 200;
/** The work waits this many times longer than usual at most: a killed process would lose it. */
const MOST_TIMES = 4;

/**
 * @param after milliseconds from the first request until the work is done, if the process is idle then
 * @param now milliseconds
 */
export function whenIdle(work: () => void, after: number, now: () => number = () => performance.now()): IdleWork {
  let timer: NodeJS.Timeout | undefined;
  let [began, last] = [0, 0];
  const look = (): void => {
    const isDue = now() - last >= IDLE_MS || now() - began >= MOST_TIMES * after;
    timer = isDue ? undefined : setTimeout(look, IDLE_MS).unref();
    if (isDue) work();
  };
  return {
    request: () => {
      last = now();
      if (timer) return;
      began = last;
      timer = setTimeout(look, after).unref();
    },
    cancel: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
