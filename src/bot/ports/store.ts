import type { Act, Kind, NewAct, RecordKey, StoredRecord } from './changes.ts';
import type { Claims, HeldClaims, Sends } from './claims.ts';
import type { Inbox, Outbox } from './delivery.ts';
import type { FaqPosts } from './faq-posts.ts';
import type {
  Answers,
  ChangeDrafts,
  Invitations,
  KeptItems,
  People,
  Places,
  Signals,
  Tallies,
  Votes,
} from './memory.ts';
import type { Credits, Questions } from './questions.ts';

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

/** The tables inside a transaction. */
export interface Unit {
  readonly log: ActLog;
  readonly people: People;
  readonly drafts: ChangeDrafts;
  readonly kept: KeptItems;
  readonly invitations: Invitations;
  readonly answers: Answers;
  readonly votes: Votes;
  readonly questions: Questions;
  readonly signals: Signals;
  readonly credits: Credits;
  readonly tallies: Tallies;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly faqPosts: FaqPosts;
  readonly places: Places;
  readonly claims: HeldClaims;
  readonly sends: Sends;
  /**
   * The installation's own secret, made at the first start: 32 bytes in hex. Keys the hashes of people and signs
   * buttons.
   */
  readonly secret: () => Promise<string>;
  /** Runs once the transaction is on disk, or was read; not at all if it fails. */
  readonly afterCommit: (then: () => void) => void;
}

/** The append-only log of acts, and the records that follow from it. */
export interface ActLog {
  /**
   * Writes the act down and applies its edits. An edit that changes nothing is left out; of two of one record the last
   * counts.
   */
  readonly append: (act: NewAct) => Promise<Act>;
  /** Acts that touched a community, oldest first. */
  readonly acts: (filter: ActFilter) => Promise<Act[]>;
  /** The highest id, 0 for an empty log. */
  readonly last: () => Promise<number>;
  readonly records: (filter?: {
    readonly community?: string;
    readonly kind?: Kind;
    readonly key?: string;
    /** Letters with which the key begins. Default: any. */
    readonly begin?: string;
  }) => Promise<StoredRecord[]>;
  /** Records of all communities, page by page. @param after undefined for the first ones @param most so many */
  readonly recordsAfter: (after: RecordKey | undefined, most: number) => Promise<StoredRecord[]>;
  /** Communities that have records, in the order of their bytes. @param after a name @param most so many */
  readonly communities: (after: string, most: number) => Promise<string[]>;
  /** Communities with at least so many records of a kind, those with the most first. @param most so many */
  readonly largest: (kind: Kind, least: number, most: number) => Promise<string[]>;
  /**
   * Keys of a platform's places that belong to a community, or are one by themselves, in the order of their bytes.
   * @param after a key @param most so many
   */
  readonly places: (platform: string, after: string, most: number) => Promise<string[]>;
  /**
   * Removes a person from the log, the only thing that is ever changed in it: the hash, also as a string in a record;
   * their reasons; and their home, with the decisions made in it if no other place shares it.
   * @param home key of the place in which they are alone with the bot @returns the communities whose records are others
   * now
   */
  readonly forget: (person: string, home: string) => Promise<readonly string[]>;
}

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
