const FIRST_MS = 500;
const LONGEST_MS = 60_000;

/** Milliseconds before another attempt: they double each time. @param attempt how many were made, from 1. */
export const pauseFor = (attempt: number): number => Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));

/** Waits for so many milliseconds. @param stop cuts it short. Default: nothing does */
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
