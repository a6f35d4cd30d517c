const FIRST_MS = 500;
const LONGEST_MS = 60_000;

/**
 * Milliseconds before the next attempt: they double each time, up to a minute.
 * @param attempt how many were made so far, from 1
 */
export const pauseFor = (attempt: number): number => Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));

/** Resolves after so many milliseconds, or as soon as `stop` is aborted. */
export function pause(ms: number, stop?: AbortSignal): Promise<void> {
  if (stop?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      stop?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    stop?.addEventListener('abort', end);
  });
}
