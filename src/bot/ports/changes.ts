/**
 * Records that a community can change. Each is kept as JSON text under a key; see src/bot/community/records.ts for the
 * shapes.
 */
export const KINDS = [
  'entry',
  'phrasings',
  'retired',
  'pin',
  'setting',
  'place',
  'pack',
  'source',
  'checks',
  'attachment',
] as const;
export type Kind = (typeof KINDS)[number];

/** Values of those records that knowledge consists of, by kind. */
export type { RecordValues } from '../../knowledge/export/records.ts';

/** Address of one record. */
export interface RecordKey {
  readonly community: string;
  readonly kind: Kind;
  /** Unique among the records of that kind in that community. */
  readonly key: string;
}

/** One record as it is now. */
export interface StoredRecord extends RecordKey {
  /** JSON text; these bytes are what an undo brings back. */
  readonly value: string;
}

/** New value of one record. */
export interface Edit extends RecordKey {
  /** JSON text, or null to remove the record. */
  readonly after: string | null;
}

/** Old and new value of one record. */
export interface Change extends Edit {
  /** The value before; null if there was none. */
  readonly before: string | null;
}

/** An act of one person: all its changes happen together or not at all. */
export interface NewAct {
  /** The community in which it was done. */
  readonly community: string;
  /** Keyed hash of the person. */
  readonly person: string;
  /** The place in which it was done, as `platform:id`. */
  readonly place: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The command that did it, e.g. `teach`. */
  readonly command: string;
  /** The person's reason; may be empty. */
  readonly why: string;
  /** The refusal that was overruled, in words; null if there was none. */
  readonly forced: string | null;
  /** Id of the act that this one takes back; null if none. */
  readonly undoes: number | null;
  readonly edits: readonly Edit[];
}

/** An act in the log: nothing in it ever changes. */
export interface Act extends Omit<NewAct, 'edits'> {
  /** From 1; grows from act to act; gaps are possible. */
  readonly id: number;
  readonly changes: readonly Change[];
}
