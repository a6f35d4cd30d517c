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
