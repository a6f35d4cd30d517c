/**
 * Words repeat: what is worked out of one is remembered. The memory is emptied when it is full, so that hostile text
 * cannot fill it.
 * @param compute its other arguments must follow from the word
 * @param most values that are remembered. Default: 20,000.
 */
export function remember<T, Rest extends readonly unknown[] = []>(
  compute: (word: string, ...rest: Rest) => T,
  most = 20_000,
): (word: string, ...rest: Rest) => T {
  const seen = new Map<string, T>();
  return (word, ...rest) => {
    const known = seen.get(word);
    if (known !== undefined) return known;
    const value = compute(word, ...rest);
    if (seen.size >= most) seen.clear();
    seen.set(word, value);
    return value;
  };
}

/** Something that takes long to make, and is made once. */
export interface Gradual<T> {
  /** Makes what is left of it, at once. */
  readonly get: () => T;
  /** Makes it in steps, between which others have their turn; the first who needs it meanwhile makes the rest. */
  readonly steps: () => Generator<undefined, void>;
  readonly isBegun: () => boolean;
}

/** A function whose tables can be read before they are needed. */
export type Prepared<T> = T & Pick<Gradual<unknown>, 'steps'>;

/** @param make begun when it is first asked for, or prepared */
export function gradual<T>(make: () => Generator<undefined, T>): Gradual<T> {
  let making: Generator<undefined, T> | undefined;
  let isBegun = false;
  let made: { readonly value: T } | undefined;
  const steps = function* (): Generator<undefined, void> {
    while (!made) {
      yield;
      // Others may have made it meanwhile.
      if (made) return;
      isBegun = true;
      making ??= make();
      const step = making.next();
      if (!step.done) continue;
      made = { value: step.value };
      // A generator that has ended still holds what it was given.
      making = undefined;
    }
  };
  return {
    steps,
    isBegun: () => isBegun,
    get: () => {
      if (!made) for (const _ of steps());
      return (made as { readonly value: T }).value;
    },
  };
}
