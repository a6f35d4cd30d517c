import type { Claims } from '../../store/tables/delivery.ts';
import type { createUnit } from '../../store/tables/unit.ts';
import type { Kind } from './changes.ts';

/** The tables inside a transaction; their contracts are where the tables are: in src/store/tables. */
export type Unit = ReturnType<typeof createUnit>;

/** Reads and writes. */
export interface Access {
  /** Reads, on a snapshot: nobody waits for it. @throws StoreError for work that writes */
  readonly read: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;
  /**
   * Writes in a transaction. Work may run again if a connection was lost before anything was kept: it changes nothing
   * but the unit, and what else is to happen goes to `afterCommit`. If it rejects, the whole transaction fails.
   * @throws StoreError if the database cannot be used
   */
  readonly write: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;
  /**
   * Runs long work in steps, each a transaction of its own, so that others get their turn between; if a transaction has
   * begun, all in that one. Each may be the last that is kept: anyone who needs the rest has to find the place again at
   * which it stopped. Durability: `written`. @param step @returns whether there may be more
   */
  readonly inSteps: (step: (unit: Unit) => Promise<boolean>) => Promise<void>;
}

/** Keeps everything that outlives the process. */
export interface Store extends Omit<Access, 'write'> {
  /**
   * Writes in one transaction: when the promise resolves, everything is on disk; when it rejects, nothing happened. One
   * runs at a time, also among processes, so that what was read is still true when it is changed. See `Access.write`.
   * Not inside another one: it would wait for itself.
   * @param durability asked for when its turn has come. Default: synced
   */
  readonly transact: <T>(work: (unit: Unit) => Promise<T>, durability?: () => Durability) => Promise<T>;
  readonly session: () => Session;
  /**
   * Calls back within a second after anyone, in whatever process, has added to the log, and after a lost connection
   * came back; it may call back without cause.
   * @returns a function that ends it.
   */
  readonly watch: (onActs: () => void) => () => void;
  /**
   * Calls back at once after something was put into the outbox here that nobody handed on, and within a second after
   * another process has put something into the inbox or the outbox, if several use the store; it may call back without
   * cause.
   * @returns a function that ends it.
   */
  readonly watchWork: (onWork: () => void) => () => void;
  /** Undefined if only one process uses the store: it has all of it. */
  readonly claims: Claims | undefined;
  /** Names of tables, and `table.column`, that this version needs and the database lacks. @throws StoreError */
  readonly missing: () => Promise<readonly string[]>;
  /** Waits for running transactions. */
  readonly close: () => Promise<void>;
}

/**
 * Work that thinks first and writes at its end. Until its first write, each read is a snapshot of its own; that write
 * begins a transaction, in which all that follows takes part until `commit`. After its end it reads and writes as the
 * store does.
 */
export interface Session extends Access {
  /** Whether its transaction has begun. */
  readonly hasWritten: () => boolean;
  /**
   * Keeps what was written. @param last is done as the last of it
   * @throws Outdated if the connection was lost and nothing was kept
   */
  readonly commit: (last: (unit: Unit) => Promise<void>) => Promise<void>;
  /** Ends it, and keeps nothing. @returns the error, or Outdated if the connection was lost and is back */
  readonly rollback: (error: unknown) => Promise<unknown>;
}

/** The basis of a decision has changed, or was lost: it has to be made again. */
export class Outdated extends Error {
  override readonly name = 'Outdated';
  /** Takes in what is new. */
  readonly catchUp: () => Promise<void>;

  constructor(catchUp: () => Promise<void> = async () => undefined) {
    super('what this was decided on has changed');
    this.catchUp = catchUp;
  }
}

/**
 * Failures that a transaction survives once it is kept: `synced` everything, `written` the end of the process, and a
 * second later a power cut, too.
 */
export type Durability = 'synced' | 'written';

/**
 * Does a piece of work in a transaction, maybe together with others. @param durability at least that. Default: synced
 */
export type WriteBatched = (work: (unit: Unit) => Promise<void>, durability?: Durability) => Promise<void>;

export interface ActFilter {
  /**
   * Acts that were done in it or changed something of it; with a kind or key, only those that changed such a record of
   * it. Default: all communities.
   */
  readonly community?: string;
  /** Only acts that changed a record with this kind and key. Default: any. */
  readonly kind?: Kind;
  /** See `kind`. Default: any. */
  readonly key?: string;
  /** Keyed hash of the person who acted. Default: anyone. */
  readonly person?: string;
  /** Acts with a higher id. Default: from the first. */
  readonly after?: number;
  /** Acts with a lower id. Default: to the last. */
  readonly before?: number;
  /** ISO 8601: acts from then on. Default: from the beginning. */
  readonly since?: string;
  /** The newest so many, still oldest first. Default: all. */
  readonly newest?: number;
}

/** The database cannot be used as it is; the message says what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  /** Whether to begin again would not help: somebody has to change something first. */
  readonly isLasting: boolean;

  /** @param options isLasting: default false. */
  constructor(
    message: string,
    { isLasting = false, ...options }: ErrorOptions & { readonly isLasting?: boolean } = {},
  ) {
    super(message, options);
    this.isLasting = isLasting;
  }
}
