/**
 * What a community can change. Each is kept as JSON text under a key; see src/bot/community/records.ts for the shapes.
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

/** Where one record stands. */
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

/** What one record shall be. */
export interface Edit extends RecordKey {
  /** JSON text, or null where the record shall be gone. */
  readonly after: string | null;
}

/** What one record was and became. */
export interface Change extends Edit {
  /** What stood there before; null where there was nothing. */
  readonly before: string | null;
}

/** What one person does: all its changes happen together or not at all. */
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
  /** What the person gave as a reason; may be empty. */
  readonly why: string;
  /** The refusal that was overruled, in words; null where there was none. */
  readonly forced: string | null;
  /** The act that this one takes back. */
  readonly undoes: number | null;
  /** The held act that this one lets through. */
  readonly approves: number | null;
  /** True where it waits for another moderator: it is written down, but changes nothing. */
  readonly held: boolean;
  readonly edits: readonly Edit[];
}

/** An act as it stands in the log: nothing in it ever changes. */
export interface Act extends Omit<NewAct, 'edits'> {
  /** Grows from act to act; gaps are possible. */
  readonly id: number;
  readonly changes: readonly Change[];
}
