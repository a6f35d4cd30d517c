import type { Waits } from './platform/conversation.ts';
import type { Update } from './ports/delivery.ts';

/** Moments are ISO 8601 in UTC, as the store has them; a day is the first part of one: `2026-11-25`. */
export const dayOf = (moment: string): string => moment.slice(0, 10);

export const DAY_MS = 86_400_000;

/** The moment so many milliseconds later. @param ms below 0: earlier */
export const momentAfter = (moment: string, ms: number): string => new Date(Date.parse(moment) + ms).toISOString();

/** The moment so many days earlier. */
export const daysBefore = (moment: string, days: number): string => momentAfter(moment, -days * DAY_MS);

const MINUTE_MS = 60_000;
/** Milliseconds after which an update is of the backlog: what people do now comes before it. */
const OLD_MS = 10_000;
/**
 * Platforms keep what they could not deliver for a day: what seems older came now, and this machine's clock is wrong.
 */
const LONGEST_KEPT_MS = 24 * 60 * MINUTE_MS;

/** Milliseconds after which an edited question that has no answer is left alone. */
export const EDITED_MS = 15 * 60_000;

/**
 * Milliseconds after which nobody needs it any more: an answer to what was said to nobody in particular, or to the bot.
 */
export const PATIENCE = { overheard: 2 * MINUTE_MS, asked: 10 * MINUTE_MS } as const;

/** When something was done, for `Update.at`. @param then milliseconds, by the platform. @param now ISO 8601 */
export function doneAt(then: number, now: string): string {
  const age = Date.parse(now) - then;
  return age > 0 && age < LONGEST_KEPT_MS ? new Date(then).toISOString() : now;
}

/** Whether more time than that has passed since. @param now ISO 8601 */
export const isLate = ({ at }: Pick<Update, 'at'>, ms: number, now: string): boolean =>
  Date.parse(now) - Date.parse(at) > ms;

/** Whether it waited for the platform, or for this process. @param now ISO 8601 */
export const isBacklog = (update: Pick<Update, 'at'>, now: string): boolean => isLate(update, OLD_MS, now);

/** The end of the number of an update that has waited for people: it is another one than it was. */
const WAITED = ' waited';

/** Whether an update has waited. */
export const hasWaited = ({ id }: Pick<Update, 'id'>): boolean => id.endsWith(WAITED);

export type Waiting = Pick<Waits, 'at' | 'hasWaited' | 'again'>;

/** How an update can wait. @param again takes it in once more */
export const waiting = (update: Update, now: () => string, again: (update: Update) => void): Waiting => ({
  at: Date.parse(update.at),
  hasWaited: hasWaited(update),
  again: () => again({ ...update, id: update.id + WAITED, at: now() }),
});
