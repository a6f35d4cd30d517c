import type { Waits } from '../platform/conversation.ts';
import type { Update } from '../ports/delivery.ts';

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
