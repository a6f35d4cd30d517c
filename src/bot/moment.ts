import type { Moment } from './kinds.ts';
import type { Waits } from './platform/conversation.ts';
import type { Update } from './ports/delivery.ts';

/** Moments are ISO 8601 in UTC, as the store has them. A day is the first part of one: `2026-11-25`. */
export const dayOf = (moment: string): string => moment.slice(0, 10);

export const DAY_MS = 86_400_000;

/**
 * The moment so many milliseconds later.
 * @param ms negative for an earlier one
 */
export const momentAfter = (moment: string, ms: number): string => new Date(Date.parse(moment) + ms).toISOString();

/** The moment so many days earlier. */
export const daysBefore = (moment: string, days: number): string => momentAfter(moment, -days * DAY_MS);

const MINUTE_MS = 60_000;
/** Milliseconds after which an update belongs to the backlog: newer ones come first. */
const OLD_MS = 10_000;
/** Platforms keep undelivered updates for a day. If one seems older, it is new, and this machine's clock is wrong. */
const LONGEST_KEPT_MS = 24 * 60 * MINUTE_MS;

/** Milliseconds after a message in which an edit of it may still get a first answer. */
export const EDITED_MS = 15 * 60_000;

/**
 * Milliseconds after which nobody needs an answer any more: to a message that does not address the bot, and to one that
 * does.
 */
export const PATIENCE = { overheard: 2 * MINUTE_MS, asked: 10 * MINUTE_MS } as const;

/**
 * When something was done, for `Update.at`.
 * @param then milliseconds, by the platform's clock
 */
export function doneAt(then: number, now: Moment): string {
  const age = Date.parse(now) - then;
  return age > 0 && age < LONGEST_KEPT_MS ? new Date(then).toISOString() : now;
}

type Dated = Pick<Update, 'at'>;

/**
 * Whether more than so many milliseconds have passed since an update.
 */
export const isLate = ({ at }: Dated, ms: number, now: Moment): boolean => Date.parse(now) - Date.parse(at) > ms;

/**
 * Whether an update is old, because it waited for the platform or for this process.
 */
export const isBacklog = (update: Dated, now: Moment): boolean => isLate(update, OLD_MS, now);

/**
 * Suffix of the id of an update that has waited for people: it is accepted a second time, and must not count as a
 * repetition.
 */
const WAITED = ' waited';

export const hasWaited = ({ id }: Pick<Update, 'id'>): boolean => id.endsWith(WAITED);

export type Waiting = Pick<Waits, 'at' | 'hasWaited' | 'again'>;

/**
 * Lets an update wait for people.
 * @param again accepts it a second time
 */
export const waiting = (update: Update, now: () => string, again: (update: Update) => void): Waiting => ({
  at: Date.parse(update.at),
  hasWaited: hasWaited(update),
  again: () => again({ ...update, id: update.id + WAITED, at: now() }),
});
