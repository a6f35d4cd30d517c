import { isLate, PATIENCE } from '../moment.ts';
import { createPace } from '../platform/pace.ts';
import type { Update } from '../ports/delivery.ts';

/**
 * One person in one conversation is told once in ten minutes, and all together no faster than platforms let a bot
 * speak.
 */
const EACH = { burst: 1, every: 10 * 60_000 };
const ALL = { burst: 20, every: 1000 };

export interface FailureNoticeOptions {
  /**
   * Gives a function that tells the update's sender, past the outbox, which cannot be written; undefined if nobody
   * waits for an answer.
   */
  readonly teller: (update: Update) => Promise<(() => Promise<unknown>) | undefined>;
  /** ISO 8601. */
  readonly now: () => string;
  readonly onError: (error: unknown) => void;
}

/** Tells people that nothing can be saved, so that a full disk is no silence. */
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
