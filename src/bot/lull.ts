/** Work that waits until people say nothing for a moment: a commit holds up whoever is being answered. */
export interface Lull {
  /** There is something to do. */
  readonly stir: () => void;
  /** It has been done. */
  readonly cancel: () => void;
}

/** Milliseconds of silence that are a lull. */
const CALM_MS = 200;
/** As many times longer than usual the work waits at most: a killed process would lose what it is about. */
const MOST_TIMES = 4;

/**
 * @param after milliseconds from the first stir until the work is done, where there is a lull then. @param now
 * milliseconds
 */
export function createLull(work: () => void, after: number, now: () => number = () => performance.now()): Lull {
  let timer: NodeJS.Timeout | undefined;
  let [began, last] = [0, 0];
  const look = (): void => {
    const isCalm = now() - last >= CALM_MS || now() - began >= MOST_TIMES * after;
    timer = isCalm ? undefined : setTimeout(look, CALM_MS).unref();
    if (isCalm) work();
  };
  return {
    stir: () => {
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
