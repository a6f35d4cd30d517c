import { giveWay } from './conversation/turns.ts';
import {
  type Access,
  type Durability,
  Outdated,
  type Store,
  type Transactions,
  type Unit,
  type WriteBatched,
} from './ports/store.ts';
import type { Services } from './services.ts';

/** Most tries of an attempt. */
const MOST = 3;

/**
 * One attempt at handling an update or a call. It reads first and writes last, in one transaction that is committed at
 * the end; see Session. Work that goes on after the end reads and writes directly, in transactions of its own.
 */
export interface Attempt extends Access {
  /**
   * Declares that the result depends on a value. If that has changed when the result is about to be committed, the
   * attempt is repeated.
   * @param name of the value; if two have the same name, the first counts
   * @param now returns the present value, which is compared by identity
   */
  readonly dependsOn: (name: string, now: () => unknown) => void;
  /**
   * Writes at the end of the attempt, in its transaction; for data that the attempt does not read again. Until then no
   * transaction is open, and work that commits by itself, such as counting, need not wait.
   */
  readonly atEnd: (work: (unit: Unit) => Promise<unknown>) => Promise<void>;
  /**
   * Runs work after the commit; the attempt's caller waits for it.
   * @returns resolves at once within an attempt; outside of one, when the work is done
   */
  readonly afterCommit: (consequence: () => unknown) => Promise<void>;
  /** Computes a value once for all tries of the attempt. */
  readonly once: <T>(name: string, make: () => T) => T;
  /** Whether this is the last try, whose result counts even if something has changed. */
  readonly isLast: boolean;
}

export interface AttemptOptions<T> {
  /** Runs last in the attempt's transaction. Default: nothing. */
  readonly end?: (unit: Unit, result: T) => Promise<void>;
  /**
   * Runs `end` if nothing else was written, possibly together with the work of others. Default: in a transaction of its
   * own.
   */
  readonly batch?: WriteBatched;
}

/**
 * Runs work, and repeats it if something that it depends on has changed meanwhile: three times at most, because
 * somebody waits.
 * @throws errors of the work, except Outdated
 */
export async function attempt<T>(
  store: Store,
  work: (attempt: Attempt) => Promise<T>,
  { end, batch = (last) => store.transact(last) }: AttemptOptions<T> = {},
): Promise<T> {
  const made = new Map<string, unknown>();
  giveWay();
  for (let count = 1; ; count += 1) {
    const { read, write, inSteps, hasWritten, commit, rollback } = store.session();
    const grounds = new Map<string, { readonly now: () => unknown; readonly was: unknown }>();
    const endings: ((unit: Unit) => Promise<unknown>)[] = [];
    const consequences: (() => unknown)[] = [];
    const isLast = count >= MOST;
    let isOver = false;
    const current: Attempt = {
      // Work that starts after the end of the attempt must commit by itself.
      read: (part) => (isOver ? store.read(part) : read(part)),
      write: (part) => (isOver ? store.transact(part) : write(part)),
      inSteps: (step) => (isOver ? store.inSteps(step) : inSteps(step)),
      isLast,
      dependsOn: (name, now) => {
        if (!grounds.has(name)) grounds.set(name, { now, was: now() });
      },
      atEnd: async (ending) => {
        if (isOver) await store.transact(ending);
        else endings.push(ending);
      },
      afterCommit: async (consequence) => {
        if (isOver) await consequence();
        else consequences.push(consequence);
      },
      once: (name, make) => {
        if (!made.has(name)) made.set(name, make());
        return made.get(name) as ReturnType<typeof make>;
      },
    };
    const demand = (): void => {
      if (!isLast && [...grounds.values()].some(({ now, was }) => now() !== was)) throw new Outdated();
    };
    try {
      const result = await work(current).finally(() => {
        isOver = true;
      });
      const last = async (unit: Unit): Promise<void> => {
        demand();
        for (const ending of endings) await ending(unit);
        await end?.(unit, result);
      };
      if (hasWritten()) await commit(last);
      else if (end || endings.length > 0) await batch(last);
      else demand();
      for (const consequence of consequences) await consequence();
      return result;
    } catch (failure) {
      const error = await rollback(failure);
      if (!(error instanceof Outdated)) throw error;
      await error.catchUp();
    }
  }
}

/** For work without attempts: each read and write is a transaction of its own. */
export const directly = ({ read, transact, inSteps }: Pick<Store, 'read' | 'transact' | 'inSteps'>): Attempt => ({
  ...ONCE,
  read,
  write: (work) => transact(work),
  inSteps,
  atEnd: async (work) => void (await transact(work)),
  afterCommit: async (consequence) => void (await consequence()),
});

/** For work inside a running transaction. */
export const inUnit = (unit: Unit): Attempt => ({
  ...ONCE,
  read: (work) => work(unit),
  write: (work) => work(unit),
  inSteps: async (step) => {
    while (await step(unit));
  },
  atEnd: async (work) => void (await work(unit)),
  afterCommit: async (consequence) => unit.afterCommit(() => void consequence()),
});

const ONCE: Pick<Attempt, 'dependsOn' | 'once' | 'isLast'> = {
  dependsOn: () => undefined,
  once: (_name, make) => make(),
  isLast: true,
};

/** The services for an attempt: their reads and writes become part of it. */
export const servicesIn = (services: Services, current: Attempt): Services => ({
  ...services,
  attempt: current,
  communities: services.communities.within(current),
  store: { ...services.store, read: current.read, transact: current.write, inSteps: current.inSteps },
});

type Work = Parameters<WriteBatched>[0];

interface Piece {
  readonly work: Work;
  readonly durability: Durability;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Most pieces of work in one transaction: the first of them waits for all others. */
const MOST_TOGETHER = 50;

/**
 * Does pieces of work in one transaction: all that wait when its turn comes. If it fails, each is done by itself, so
 * that one does not make others fail. A piece may therefore run twice, and must change nothing but the unit. One that
 * is outdated must throw before it writes anything: the others of its batch are not repeated for it.
 */
export function together({ transact }: Transactions, most = MOST_TOGETHER): WriteBatched {
  const waiting: Piece[] = [];
  let isQueued = false;
  const queue = (): void => {
    if (isQueued || waiting.length === 0) return;
    isQueued = true;
    void run();
  };
  const run = async (): Promise<void> => {
    const batch: Piece[] = [];
    // A transaction that is retried must run the same pieces.
    const gather = (): Durability => {
      if (batch.length === 0) batch.push(...waiting.splice(0, most));
      return batch.some(({ durability }) => durability === 'synced') ? 'synced' : 'written';
    };
    try {
      await transact(async (unit) => {
        gather();
        isQueued = false;
        for (const { work, reject } of batch)
          await work(unit).catch((error: unknown) => {
            if (!(error instanceof Outdated)) throw error;
            reject(error);
          });
      }, gather);
      for (const { resolve } of batch) resolve();
    } catch (error) {
      fail(error, batch);
    }
    queue();
  };
  const fail = (error: unknown, batch: readonly Piece[]): void => {
    // The transaction could not be opened, so none of the pieces can run.
    if (batch.length === 0) {
      isQueued = false;
      for (const { reject } of waiting.splice(0)) reject(error);
    } else if (batch.length === 1) batch[0]?.reject(error);
    else
      for (const { work, durability, resolve, reject } of batch) transact(work, () => durability).then(resolve, reject);
  };
  return (work, durability = 'synced') =>
    new Promise((resolve, reject) => {
      waiting.push({ work, durability, resolve, reject });
      queue();
    });
}
