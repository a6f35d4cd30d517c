/** What was said a moment ago, so that it is not said twice; in memory only. */
export interface Said {
  /** The message in which it was said, if it was. */
  readonly find: (names: readonly string[]) => number | undefined;
  readonly note: (names: readonly string[], message: number) => void;
  /** The message says something else now, or is gone. @param place key of where it stands: names begin with it */
  readonly forget: (place: string, message: number) => void;
}

const KEPT_MS = 60_000;
const MOST = 5000;

/** @param now milliseconds */
export function createSaid(now: () => number): Said {
  const known = new Map<string, { readonly message: number; readonly until: number }>();
  return {
    find: (names) => names.map((name) => known.get(name)).find((one) => one && one.until > now())?.message,
    note: (names, message) => {
      for (const name of names) {
        known.delete(name);
        known.set(name, { message, until: now() + KEPT_MS });
      }
      while (known.size > MOST) known.delete(known.keys().next().value ?? '');
    },
    forget: (place, message) => {
      for (const [name, one] of known) if (one.message === message && name.startsWith(place)) known.delete(name);
    },
  };
}
