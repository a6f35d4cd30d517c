/** A cache of values that can be worked out again: the least recently used one makes room first. */
export interface Bounded<T> {
  readonly get: (key: string) => T | undefined;
  /** @param size in the unit of the room; what takes more than all of it is kept alone. */
  readonly set: (key: string, value: T, size: number) => void;
  /** A kept value takes as much now; nothing happens if it was let go. */
  readonly resize: (key: string, size: number) => void;
  readonly remove: (key: string) => void;
  readonly removeWhere: (isGone: (value: T) => boolean) => void;
  readonly values: () => readonly T[];
  /** The room that is taken. */
  readonly taken: () => number;
}

/** @param room in any unit, such as bytes or pieces. */
export function bounded<T>(room: number): Bounded<T> {
  const kept = new Map<string, { readonly value: T; readonly size: number }>();
  let taken = 0;
  const remove = (key: string): void => {
    taken -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  const set = (key: string, value: T, size: number): void => {
    remove(key);
    kept.set(key, { value, size });
    taken += size;
    for (const oldest of kept.keys()) {
      if (taken <= room || kept.size === 1) return;
      remove(oldest);
    }
  };
  return {
    get: (key) => {
      const one = kept.get(key);
      if (!one) return undefined;
      // The newest is last.
      kept.delete(key);
      kept.set(key, one);
      return one.value;
    },
    set,
    resize: (key, size) => {
      const one = kept.get(key);
      if (one) set(key, one.value, size);
    },
    remove,
    removeWhere: (isGone) => {
      for (const [key, { value }] of kept) if (isGone(value)) remove(key);
    },
    values: () => [...kept.values()].map(({ value }) => value),
    taken: () => taken,
  };
}
