import type { Moment } from '../kinds.ts';
import { isLate, PATIENCE } from '../moment.ts';
import { createPace } from '../platform/pace.ts';
import type { Update } from '../ports/delivery.ts';

/**
 * A person gets one notice in ten minutes in each conversation; all people together get no more than platforms allow.
 */
const EACH = { burst: 1, every: 10 * 60_000 };
const ALL = { burst: 20, every: 1000 };

export interface FailureNoticeOptions {
  /**
   * A function that tells an update's sender directly, as the outbox cannot be written; undefined if the sender expects
   * no answer.
   */
  readonly teller: (update: Update) => Promise<(() => Promise<unknown>) | undefined>;
  readonly now: () => Moment;
  readonly onError: (error: unknown) => void;
}

/** Tells people that nothing can be saved, so that with a full disk they do not wait for answers in vain. */
export function createFailureNotice({ teller, now, onError }: FailureNoticeOptions): (update: Update) => void {
  const ms = (): number => Date.parse(now());
  const [each, all] = [createPace(EACH, ms), createPace(ALL, ms)];
  const tellOf = async (update: Update): Promise<void> => {
    const tell = isLate(update, PATIENCE.asked, now()) ? undefined : await teller(update);
    if (!tell || !all.isFree('all') || each(`${update.queue} ${update.person}`) !== 'go') return;
    all('all');
    await tell();
  };
  return (update) => void tellOf(update).catch(onError);
}
