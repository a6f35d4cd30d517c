import { AsyncLocalStorage } from 'node:async_hooks';

/** What surrounds running code, in the order in which it was entered, the innermost first. */
interface Frame {
  readonly owner: object;
  readonly value: { readonly isOpen: boolean };
  readonly outer: Frame | undefined;
}

/** One for the process, whoever needs some: up to Node 22 each of them slows down every promise. */
const frames = new AsyncLocalStorage<Frame>();

/** Something that follows what was begun in it from call to call, without being handed on. */
export interface Surroundings<T> {
  /** Runs work in it, and whatever the work begins. */
  readonly run: <R>(value: T, work: () => R) => R;
  /** What this runs in; undefined outside, or once that is no longer open: what was begun in it may outlive it. */
  readonly current: () => T | undefined;
}

export function surroundings<T extends { readonly isOpen: boolean }>(): Surroundings<T> {
  const owner = {};
  return {
    run: (value, work) => {
      let outer = frames.getStore();
      // Otherwise what begins itself anew for ever would keep all that it was begun in.
      while (outer && !outer.value.isOpen) outer = outer.outer;
      return frames.run({ owner, value, outer }, work);
    },
    current: () => {
      let frame = frames.getStore();
      while (frame && frame.owner !== owner) frame = frame.outer;
      return frame?.value.isOpen ? (frame.value as T) : undefined;
    },
  };
}
