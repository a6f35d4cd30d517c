/**
 * Caches results by word, as words repeat. A full cache is emptied, so that hostile text cannot exhaust memory.
 * @param compute its other arguments must depend on the word only
 * @param most cached values. Default: 20,000
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

/** What can be got ready in steps, between which others get their turn. */
export interface Stepwise {
  readonly steps: () => Generator<undefined, void>;
}

/** A value that takes long to compute, and is computed once. */
export interface Gradual<T> extends Stepwise {
  /** The value. If it is not ready yet, the rest is computed at once. */
  readonly get: () => T;
  /**
   * Computes the value in steps, between which others get their turn. If somebody calls `get` meanwhile, that computes
   * the rest.
   */
  readonly steps: () => Generator<undefined, void>;
  readonly isBegun: () => boolean;
}

/** A function that reads tables, which can be prepared before it is called. */
export type Prepared<T extends (argument: never) => unknown> = T & {
  /** Reads the tables that a call with this argument needs, in steps. Default: those that any call needs. */
  readonly steps: (argument?: Parameters<T>[0]) => Generator<undefined, void>;
};

/** Lines or words in a step, which then takes some milliseconds. */
const LINES_A_STEP = 500;

export function* inParts<T>(lines: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < lines.length; at += LINES_A_STEP) yield lines.slice(at, at + LINES_A_STEP);
}

/** @param make is first called by `get` or `steps` */
export function gradual<T>(make: () => Generator<undefined, T>): Gradual<T> {
  let making: Generator<undefined, T> | undefined;
  let isBegun = false;
  let made: { readonly value: T } | undefined;
  const steps = function* (): Generator<undefined, void> {
    while (!made) {
      yield;
      // `get` may have completed it meanwhile.
      if (made) return;
      isBegun = true;
      making ??= make();
      const step = making.next();
      if (!step.done) continue;
      made = { value: step.value };
      // Released, as even a generator that has ended keeps its arguments in memory.
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
