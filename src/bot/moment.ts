/** Moments are ISO 8601 in UTC, as the store has them; a day is the first part of one: `2026-11-25`. */
export const dayOf = (moment: string): string => moment.slice(0, 10);

export const DAY_MS = 86_400_000;

/** The moment so many milliseconds later. @param ms below 0: earlier */
export const momentAfter = (moment: string, ms: number): string => new Date(Date.parse(moment) + ms).toISOString();

/** The moment so many days earlier. */
export const daysBefore = (moment: string, days: number): string => momentAfter(moment, -days * DAY_MS);
