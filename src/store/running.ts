import type { Kysely } from 'kysely';
import type { Unit } from '../bot/ports/store.ts';
import type { Base } from './base.ts';
import type { Presence } from './presence.ts';
import type { Schema } from './tables/schema.ts';
import { createUnit } from './tables/unit.ts';

/** A transaction while it runs, with all work that takes part in it. */
export interface Running {
  /** Adds work to it. */
  readonly join: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;
  /** Waits for all work, also for what nobody waits for. @throws what failed first */
  readonly settle: () => Promise<void>;
  /** False once nothing can join any more. */
  isOpen: boolean;
  /** Acts were added to the log. */
  appended: boolean;
  /** Something waits in the inbox or the outbox. */
  queued: boolean;
  /** A person was removed. */
  erased: boolean;
  /** What shall run when it is on disk. */
  readonly callbacks: readonly (() => void)[];
}

/** @param clock see Base @param presence is told of what is added */
export function startRunning(db: Kysely<Schema>, clock: Base['clock'], presence: Presence | undefined): Running {
  const callbacks: (() => void)[] = [];
  /** Parts that are not done yet. */
  let pending = 0;
  let failure: { readonly reason: unknown } | undefined;
  let wake = (): void => undefined;
  const ended = (): void => {
    pending -= 1;
    if (pending === 0) wake();
  };
  const failed = (reason: unknown): void => {
    failure ??= { reason };
    ended();
  };
  const add = <T>(part: Promise<T>): Promise<T> => {
    pending += 1;
    part.then(ended, failed);
    return part;
  };
  const running: Running = {
    join: (work) => add((async () => work(unit))()),
    settle: async () => {
      // What is done may have begun more.
      while (pending > 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      // A part that failed fails the whole, even if its caller went on.
      if (failure) throw failure.reason;
    },
    isOpen: true,
    appended: false,
    queued: false,
    erased: false,
    callbacks,
  };
  const unit = createUnit({ db, clock, presence }, running, (callback) => callbacks.push(callback), add);
  return running;
}
