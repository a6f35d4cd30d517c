import { LRUCache } from 'lru-cache';

/** Whether a message is handled now. */
export type Pace =
  | 'go'
  /** Too many: the person is told, politely and privately; once an hour. */
  | 'slow'
  /** Too many, and the person was told already. */
  | 'ignore';

export interface PaceOptions {
  /** Most messages at once. */
  readonly burst: number;
  /** Milliseconds after which another one may come. */
  readonly every: number;
  /** Most people who are remembered; the one silent longest is forgotten first. Default: 10,000. */
  readonly most?: number;
}

interface Bucket {
  /** A message costs `every` milliseconds. Whole numbers, so that they add up exactly. */
  credit: number;
  at: number;
  /** When the person was last told. */
  told: number;
}

/** For messages without words: once an hour the person is told that the bot reads only words. */
export const NO_TEXT: PaceOptions = { burst: 1, every: 60 * 60_000 };

/** Counts a message, and says whether to handle it. */
export interface PaceOf {
  (who: string): Pace;
  /** Whether another message would be handled now; counts nothing. */
  readonly isFree: (who: string) => boolean;
}

/** A person is told once in so many milliseconds. */
const TOLD_MS = 60 * 60_000;

/**
 * Limits how often a person or a channel is answered: a token bucket for each.
 * @param now milliseconds
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
