import type { Claims } from '../../store/tables/delivery.ts';
import type { createUnit } from '../../store/tables/unit.ts';
import type { Moment, PersonHash } from '../kinds.ts';
import type { Kind } from './changes.ts';

/** The tables inside a transaction; their contracts are in src/store/tables. */
export type Unit = ReturnType<typeof createUnit>;

export interface ReadAccess {
  /** Reads from a snapshot, without waiting for writers. @throws StoreError if the work writes */
  readonly read: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;
}

export type WithOutbox = Pick<Unit, 'outbox'>;
export type WithLog = Pick<Unit, 'log'>;
export type WithKept = Pick<Unit, 'kept'>;

/** Work on the store that is done whole, or not at all. */
export type Transactions = Pick<Store, 'transact'>;

export interface Access extends ReadAccess {
  /**
   * Writes in a transaction. The work may run twice, if a connection was lost before anything was saved, so it must
   * change nothing but the unit; anything else belongs into `afterCommit`. If it rejects, the whole transaction fails.
   * @throws StoreError if the database cannot be used
   */
  readonly write: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;
  /**
   * Runs long work in steps, each a transaction of its own, so that others get their turn in between. Inside a
   * transaction that has begun, all steps are part of it. The process may end after any step, so the caller that starts
   * the work again must find out how far it got. Durability: `written`.
   * @param step @returns whether there may be more
   */
  readonly inSteps: (step: (unit: Unit) => Promise<boolean>) => Promise<void>;
}

/** Saves everything that must outlive the process. */
export interface Store extends Omit<Access, 'write'> {
  /**
   * Writes in one transaction: if the promise resolves, everything is on disk; if it rejects, nothing has changed. Only
   * one runs at a time, across processes too, so what was read is still true when it is changed. See `Access.write`.
   * Must not be nested: the inner one would wait for the outer one forever.
   * @param durability asked for when its turn has come. Default: synced
   */
  readonly transact: <T>(work: (unit: Unit) => Promise<T>, durability?: () => Durability) => Promise<T>;
  readonly session: () => Session;
  /**
   * Calls back within a second after any process added to the log, and after a lost connection came back; sometimes
   * without cause.
   * @returns a function that stops it.
   */
  readonly watch: (onActs: () => void) => () => void;
  /**
   * Calls back at once if this process put something into the outbox that nobody is sending yet, and within a second if
   * another process added to the inbox or the outbox; sometimes without cause.
   * @returns a function that stops it.
   */
  readonly watchWork: (onWork: () => void) => () => void;
  /** Undefined if only one process uses the store: everything is its own. */
  readonly claims: Claims | undefined;
  /** Tables, and columns as `table.column`, that this version needs and the database lacks. @throws StoreError */
  readonly missing: () => Promise<readonly string[]>;
  /** Waits for running transactions. */
  readonly close: () => Promise<void>;
}

/**
 * Work that reads first and writes last. Until its first write, each read has a snapshot of its own; that write begins
 * a transaction, and everything after it is part of it until `commit`. After the end it reads and writes like the
 * store.
 */
export interface Session extends Access {
  /** Whether its transaction has begun. */
  readonly hasWritten: () => boolean;
  /**
   * Saves what was written. @param last runs at the end of the transaction
   * @throws Outdated if the connection was lost and nothing was saved
   */
  readonly commit: (last: (unit: Unit) => Promise<void>) => Promise<void>;
  /** Ends the session and saves nothing. @returns the error, or Outdated if the connection was lost and is back */
  readonly rollback: (error: unknown) => Promise<unknown>;
}

/** A decision has to be made again, because what it was based on has changed or was lost. */
export class Outdated extends Error {
  override readonly name = 'Outdated';
  /** Reads what is new, before the decision is made again. */
  readonly catchUp: () => Promise<void>;

  constructor(catchUp: () => Promise<void> = async () => undefined) {
    super('what this was decided on has changed');
    this.catchUp = catchUp;
  }
}

/**
 * What a finished transaction survives. `synced`: everything. `written`: the end of the process; a power cut only a
 * second later.
 */
export type Durability = 'synced' | 'written';

/** Does work in a transaction, maybe with the work of others. @param durability at least this. Default: synced */
export type WriteBatched = (work: (unit: Unit) => Promise<void>, durability?: Durability) => Promise<void>;

export interface ActFilter {
  /**
   * Acts done in the community, or that changed something in it; with a kind or key, only those that changed such a
   * record of it. Default: all communities.
   */
  readonly community?: string;
  /** Acts that changed a record of this kind. Default: any. */
  readonly kind?: Kind;
  /** Acts that changed a record with this key. Default: any. */
  readonly key?: string;
  /** Who acted. Default: anyone. */
  readonly person?: PersonHash;
  /** Acts with a higher id. Default: from the first. */
  readonly after?: number;
  /** Acts with a lower id. Default: to the last. */
  readonly before?: number;
  /** Default: from the beginning. */
  readonly since?: Moment;
  /** Only so many, the newest; still oldest first. Default: all. */
  readonly newest?: number;
}

/** The database cannot be used as it is; the message says what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  /** Whether trying again is useless until somebody changes something. */
  readonly isLasting: boolean;

  constructor(
    message: string,
    { isLasting = false, ...options }: ErrorOptions & { readonly isLasting?: boolean } = {},
  ) {
    super(message, options);
    this.isLasting = isLasting;
  }
}
