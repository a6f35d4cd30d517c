const FIRST_MS = 500;
const LONGEST_MS = 60_000;

/** Milliseconds before another attempt: they double each time. @param attempt how many were made, from 1. */
export const pauseFor = (attempt: number): number => Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
