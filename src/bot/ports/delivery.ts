/** Something that a platform reported: a message, a press, an edit. */
export interface Update {
  readonly platform: string;
  /** The update's, message's or interaction's id, unique on the platform. */
  readonly id: string;
  /** A chat or channel: its updates are handled one after the other. */
  readonly queue: string;
  /** Keyed hash of who caused it; empty if nobody did. */
  readonly person: string;
  /** JSON text, deleted once it is handled. */
  readonly payload: string;
  /** When it happened, or when it arrived if the platform does not say: ISO 8601. */
  readonly at: string;
}

export interface OutboxMessage {
  /** From 1, in the order in which messages were added. */
  readonly id: number;
  readonly platform: string;
  /** Messages of one queue are sent one after the other. */
  readonly queue: string;
  /** Keyed hash of the person it is for; empty if it is for nobody in particular. */
  readonly person: string;
  /** JSON text. */
  readonly payload: string;
  /** Not to be sent before: ISO 8601. */
  readonly due: string;
  /** How often sending has failed. */
  readonly attempts: number;
}
