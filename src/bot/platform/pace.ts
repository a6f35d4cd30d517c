import { LRUCache } from 'lru-cache';

/** Whether a message is dealt with now. */
export type Pace =
  | 'go'
  /** Too many: say so, politely and privately; once in an hour. */
  | 'slow'
  /** Too many, and the person was told already. */
  | 'ignore';

export interface PaceOptions {
  /** Messages that may come at once. */
  readonly burst: number;
  /** Milliseconds after which one more may come. */
  readonly every: number;
  /** People who are remembered at most; the longest silent is forgotten first. Default: 10,000. */
  readonly most?: number;
}

interface Bucket {
  /** Milliseconds: whole ones, so that parts of messages add up exactly. */
  credit: number;
  at: number;
  /** When they were last told. */
  told: number;
}

/** Once an hour somebody who sends the bot no words is told that it reads nothing else. */
export const NO_TEXT: PaceOptions = { burst: 1, every: 60 * 60_000 };

/** Counts a message. */
export interface PaceOf {
  (who: string): Pace;
  /** Whether one more would be dealt with now; it is not counted. */
  readonly isFree: (who: string) => boolean;
}

/** Milliseconds in which somebody is told once. */
const TOLD_MS = 60 * 60_000;

/**
 * Limits how often somebody, or a channel, is answered: a full bucket that fills again with time. @param now
 * milliseconds.
 */
export function createPace({ burst, every, most = 10_000 }: PaceOptions, now: () => number): PaceOf {
  const buckets = new LRUCache<string, Bucket>({ max: most });
  const look = (who: string, at: number) => {
    const known = buckets.peek(who) ?? { credit: burst * every, at, told: Number.NEGATIVE_INFINITY };
    const credit = Math.min(burst * every, known.credit + at - known.at);
    return { known, credit, isFree: credit >= every };
  };
  const take = (who: string): Pace => {
    const at = now();
    const { known, credit, isFree } = look(who, at);
    const isTold = !isFree && at - known.told >= TOLD_MS;
    buckets.set(who, { credit: isFree ? credit - every : credit, at, told: isTold ? at : known.told });
    return isFree ? 'go' : isTold ? 'slow' : 'ignore';
  };
  return Object.assign(take, { isFree: (who: string) => look(who, now()).isFree });
}
