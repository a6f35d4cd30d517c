/** Something a platform handed over. */
export interface Update {
  readonly platform: string;
  /** Unique on the platform: an update, message or interaction id. */
  readonly id: string;
  /** Updates of one queue are handled one after the other: a chat, a channel. */
  readonly queue: string;
  /** Keyed hash of who caused it; empty if nobody did. */
  readonly person: string;
  /** JSON text; gone as soon as it is handled. */
  readonly payload: string;
  /** When it was done, as far as the platform tells, else when it came: ISO 8601. */
  readonly at: string;
}

export interface Inbox {
  /** Keeps those that were never seen. @returns them, in the order given. */
  readonly accept: (updates: readonly Update[]) => Promise<Update[]>;
  /** Updates that were accepted and not handled, oldest first. */
  readonly open: (platform: string) => Promise<Update[]>;
  /**
   * Open updates after a position, with positions: they grow in the order in which updates are accepted, by whatever
   * process.
   */
  readonly since: (
    platform: string,
    after: number,
  ) => Promise<readonly { readonly position: number; readonly update: Update }[]>;
  /**
   * Handled: payload, person and queue are wiped; the id stays, so that it is never handled again. @returns false if it
   * was handled before, or another transaction has erased its person or place: then nothing of it may be kept
   */
  readonly done: (platform: string, id: string) => Promise<boolean>;
  /** Forgets the ids of updates that came before then and are handled. @param before ISO 8601 */
  readonly prune: (before: string) => Promise<void>;
}

/** A message that waits to be sent. */
export interface OutboxMessage {
  /** From 1, in the order in which they were added. */
  readonly id: number;
  readonly platform: string;
  /** Messages of one queue are sent one after the other. */
  readonly queue: string;
  /** Keyed hash of whom it is for; empty if nobody in particular. */
  readonly person: string;
  /** JSON text. */
  readonly payload: string;
  /** ISO 8601: not before. */
  readonly due: string;
  /** Times it was tried in vain: 0 and more. */
  readonly attempts: number;
}

export interface Outbox {
  /**
   * Keeps a message until it is sent or given up.
   * @param isHandedOn the sender gets it from the same hand: this process need not be told. Default: false
   * @returns its id
   */
  readonly add: (message: Omit<OutboxMessage, 'id' | 'attempts'>, isHandedOn?: boolean) => Promise<number>;
  /**
   * Messages that are due, in the order in which they were added. A postponed one holds up its queue. @param now ISO
   * 8601
   */
  readonly due: (platform: string, now: string) => Promise<OutboxMessage[]>;
  /** Try again then. @param due ISO 8601 */
  readonly postpone: (id: number, due: string) => Promise<void>;
  /** Sent, or given up: it is gone. @returns whether it was still there: an erasure takes along what waits */
  readonly done: (id: number) => Promise<boolean>;
}
