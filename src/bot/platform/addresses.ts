/**
 * Where private chats are reached in which something may yet be corrected: in memory only, for it tells whose they are.
 */
export interface Addresses<T> {
  readonly of: (place: string) => T | undefined;
  /** @param place key of a private chat */
  readonly note: (place: string, address: T) => void;
}

/** @param most chats that are remembered; the one that was silent longest is forgotten first. */
export function createAddresses<T>(most = 10_000): Addresses<T> {
  const known = new Map<string, T>();
  return {
    of: (place) => known.get(place),
    note: (place, address) => {
      known.delete(place);
      known.set(place, address);
      const oldest = known.keys().next();
      if (known.size > most && !oldest.done) known.delete(oldest.value);
    },
  };
}
