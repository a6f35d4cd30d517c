import type { Moment, PersonHash } from '../kinds.ts';
/** Records that a community can change, kept as JSON text; src/bot/community/records.ts says what is in each kind. */
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

export type { RecordValues } from '../../knowledge/export/records.ts';

export interface RecordKey {
  readonly community: string;
  readonly kind: Kind;
  /** Unique among the community's records of that kind. */
  readonly key: string;
}

export interface StoredRecord extends RecordKey {
  /** JSON text. An undo brings back exactly these bytes. */
  readonly value: string;
}

export interface Edit extends RecordKey {
  /** JSON text, or null to remove the record. */
  readonly after: string | null;
}

export interface Change extends Edit {
  /** Null if there was no record. */
  readonly before: string | null;
}

/** One step of one person: all its changes are made, or none. */
export interface NewAct {
  readonly community: string;
  /** Who did it. */
  readonly person: PersonHash;
  /** Where it was done, as `platform:id`. */
  readonly place: string;
  readonly at: Moment;
  /** Such as `teach`. */
  readonly command: string;
  /** Their reason; may be empty. */
  readonly why: string;
  /** The warning that they overruled, in words; null if there was none. */
  readonly forced: string | null;
  /** Id of the act that this one undoes; null if none. */
  readonly undoes: number | null;
  readonly edits: readonly Edit[];
}

/** An act in the log. The log is only ever appended to. */
/** An act without what it changed, as it stands in the log. */
export type ActHead = Omit<NewAct, 'edits'>;

export interface Act extends ActHead {
  /** From 1 and growing, maybe with gaps. */
  readonly id: number;
  readonly changes: readonly Change[];
}
