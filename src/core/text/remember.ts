const MOST_REMEMBERED = 20_000;

/** Words repeat; the memory is emptied when full so that hostile text cannot fill it. @param most default: 20,000 */
export function remember<T>(compute: (word: string) => T, most = MOST_REMEMBERED): (word: string) => T {
  const seen = new Map<string, T>();
  return (word) => {
    const known = seen.get(word);
    if (known !== undefined) return known;
    const value = compute(word);
    if (seen.size >= most) seen.clear();
    seen.set(word, value);
    return value;
  };
}

/** How long something stays that was made when it was first asked for. */
export type Keep = <T extends object>(make: () => T) => () => T;

/** Makes something when it is first asked for, and keeps it. */
export function lasting<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * The same, but lets it go whenever memory is wanted: for what there would be ten thousand of, and is made anew in a
 * moment.
 */
export function passing<T extends object>(make: () => T): () => T {
  let made: WeakRef<T> | undefined;
  return () => {
    const known = made?.deref() ?? make();
    made = new WeakRef(known);
    return known;
  };
}

/** Makes something of an object once, for as long as it is used elsewhere. */
export function rememberEach<A extends object, T>(make: (one: A) => T): (one: A) => T {
  const known = new WeakMap<A, T>();
  return (one) => {
    const made = known.get(one) ?? make(one);
    known.set(one, made);
    return made;
  };
}

/** Makes something of two objects once, for as long as both are used elsewhere. */
export function rememberBoth<A extends object, B extends object, T>(
  make: (one: A, other: B) => T,
): (one: A, other: B) => T {
  const known = new WeakMap<A, WeakMap<B, T>>();
  return (one, other) => {
    const ofOne = known.get(one) ?? new WeakMap<B, T>();
    known.set(one, ofOne);
    const made = ofOne.get(other) ?? make(one, other);
    ofOne.set(other, made);
    return made;
  };
}
