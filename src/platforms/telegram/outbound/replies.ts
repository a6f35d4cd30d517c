/** Seconds after which an edited question that was never answered is left alone. */
export const LONGEST_AGE = 15 * 60;

/** Replies that give no entry, by the message that asked: kept in memory only, for edits that come soon. */
export interface Replies {
  readonly note: (place: string, asked: string, message: number) => void;
  readonly to: (place: string, asked: string) => readonly number[];
}

const MOST = 5000;

export function createReplies(): Replies {
  const known = new Map<string, readonly number[]>();
  return {
    note: (place, asked, message) => {
      const key = `${place} ${asked}`;
      known.set(key, [...(known.get(key) ?? []), message]);
      const oldest = known.keys().next();
      if (known.size > MOST && !oldest.done) known.delete(oldest.value);
    },
    to: (place, asked) => known.get(`${place} ${asked}`) ?? [],
  };
}
