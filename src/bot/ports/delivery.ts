import type { Moment, PersonHash } from '../kinds.ts';
/** Something that a platform reported: a message, a press, an edit. */
export interface Update {
  readonly platform: string;
  /** The update's, message's or interaction's id, unique on the platform. */
  readonly id: string;
  /** A chat or channel: its updates are handled one after the other. */
  readonly queue: string;
  /** Who caused it; empty if nobody did. */
  readonly person: PersonHash;
  /** JSON text, deleted once it is handled. */
  readonly payload: string;
  /** When it happened, or when it arrived if the platform does not say. */
  readonly at: Moment;
}

export interface OutboxMessage {
  /** From 1, in the order in which messages were added. */
  readonly id: number;
  readonly platform: string;
  /** Messages of one queue are sent one after the other. */
  readonly queue: string;
  /** The person it is for; empty if it is for nobody in particular. */
  readonly person: PersonHash;
  /** JSON text. */
  readonly payload: string;
  /** Not to be sent before. */
  readonly due: Moment;
  /** How often sending has failed. */
  readonly attempts: number;
}
