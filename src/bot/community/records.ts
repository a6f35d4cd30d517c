import type { Source } from '../../core/entry/entry.ts';
import type { Attachment } from '../answers/reply.ts';
import { type Change, type Edit, KINDS, type Kind, type RecordValues, type StoredRecord } from '../ports/changes.ts';

/**
 * Kind `pin`, key: the language and the question as it is compared (see keyOfPin), so that one question has one pin.
 */
export interface PinRecord {
  /** As the moderator wrote it. */
  readonly question: string;
  readonly language: string;
  /** Id of the entry that answers it; undefined if `text` does. */
  readonly entry?: string;
  /** The community's own text, in Markdown; undefined if an entry answers. */
  readonly text?: string;
  /** Keyed hash of the moderator; and when: ISO 8601. */
  readonly by: string;
  readonly at: string;
}

/**
 * Kind `setting`: the value is a string or a list of strings. Keys: the setting's name, see settings/table.ts; by its
 * scope also `<name>:<place>`, `<name>:<place>/<channel>` or `<name>:<entry id>`.
 */
export type SettingRecord = string | readonly string[];

/** Kind `place`, key `platform:id`: the place belongs to the community. */
export interface PlaceRecord {
  /** As people know it; may be empty. */
  readonly title: string;
}

/** Kind `source`, key `<pack>/<id>`: a source beside those of pack.json. */
export interface SourceRecord extends Source {
  /** Of a helper's answer. What it says of them goes when they are erased; see forget-some.ts. */
  readonly helper?: HelperRecord;
}

export interface HelperRecord {
  /** Keyed hash. */
  readonly person: string;
  /** The title that is left without them. */
  readonly title: string;
}

/** Kind `attachment`, key `<language>/<entry id>`: the file beside that entry's answer. */
export type AttachmentRecord = Attachment;

/** A record's value by its kind. */
export interface Shapes extends RecordValues {
  readonly pin: PinRecord;
  readonly setting: SettingRecord;
  readonly place: PlaceRecord;
  readonly source: SourceRecord;
  readonly attachment: AttachmentRecord;
}

/** A record's JSON text: keys in order, so that equal values are equal bytes. */
export function encode<K extends Kind>(_kind: K, value: Shapes[K]): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isPlain(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

/** The edit after which a record has this value. @param value null: there is no such record */
export const editOf = <K extends Kind>(community: string, kind: K, key: string, value: Shapes[K] | null): Edit => ({
  community,
  kind,
  key,
  after: value === null ? null : encode(kind, value),
});

/** Stored values were always written by `encode`. */
export const decode = <K extends Kind>(_kind: K, value: string): Shapes[K] => JSON.parse(value) as Shapes[K];

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A community's decisions: its records by kind and key, as they are now. */
export interface State {
  /** Grows with every change. Two states have different ones, also of one community that was read twice. */
  readonly version: number;
  readonly get: <K extends Kind>(kind: K, key: string) => Shapes[K] | undefined;
  /** By key, so that what follows from them is the same whatever order they came in. */
  readonly all: <K extends Kind>(kind: K) => readonly (readonly [key: string, value: Shapes[K]])[];
  /** JSON text, or null: what an edit finds there. */
  readonly raw: (kind: Kind, key: string) => string | null;
  readonly rawAll: (kind: Kind) => readonly (readonly [key: string, value: string])[];
}

/** A state that can be changed. */
export interface Ledger extends State {
  /** Id of the last act that was in the log when it was read. */
  readonly asOf: number;
  /** Bytes that it takes in memory, about. */
  readonly size: number;
  /** Nothing is decided. */
  readonly isEmpty: boolean;
  readonly apply: (changes: readonly Pick<Change, 'kind' | 'key' | 'after'>[]) => void;
}

/** @param asOf default: 0 */
export const ledger = (records: readonly Pick<StoredRecord, 'kind' | 'key' | 'value'>[] = [], asOf = 0): Ledger =>
  new Records(records, asOf);

/** Counts changes of all states. */
let changes = 0;
const nextVersion = (): number => ++changes;
/** Measured: a state with the community around it, and a record without its text. */
const [STATE_BYTES, RECORD_BYTES] = [1200, 150];

/** A class, for there may be ten thousands, most of them with one or two records: they share their methods. */
class Records implements Ledger {
  version = nextVersion();
  readonly asOf: number;
  size = STATE_BYTES;
  readonly #kinds = new Map<Kind, Map<string, string>>();

  constructor(records: readonly Pick<StoredRecord, 'kind' | 'key' | 'value'>[], asOf: number) {
    this.asOf = asOf;
    for (const { kind, key, value } of records) this.#set(kind, key, value);
  }

  get<K extends Kind>(kind: K, key: string): Shapes[K] | undefined {
    const value = this.#of(kind).get(key);
    return value === undefined ? undefined : decode(kind, value);
  }

  all<K extends Kind>(kind: K): (readonly [key: string, value: Shapes[K]])[] {
    return this.rawAll(kind).map(([key, value]) => [key, decode(kind, value)]);
  }

  raw(kind: Kind, key: string): string | null {
    return this.#of(kind).get(key) ?? null;
  }

  rawAll(kind: Kind): [key: string, value: string][] {
    return [...this.#of(kind)].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  apply(changes: readonly Pick<Change, 'kind' | 'key' | 'after'>[]): void {
    this.version = nextVersion();
    for (const { kind, key, after } of changes) {
      if (after === null) this.#remove(kind, key);
      else this.#set(kind, key, after);
    }
  }

  get isEmpty(): boolean {
    return this.size === STATE_BYTES;
  }

  #of(kind: Kind): ReadonlyMap<string, string> {
    return this.#kinds.get(kind) ?? NONE;
  }

  #remove(kind: Kind, key: string): void {
    const records = this.#kinds.get(kind);
    this.size -= sizeOf(key, records?.get(key));
    records?.delete(key);
  }

  #set(kind: Kind, key: string, value: string): void {
    this.size += sizeOf(key, value) - sizeOf(key, this.#of(kind).get(key));
    const known = this.#kinds.get(kind);
    if (known) known.set(key, value);
    else this.#kinds.set(kind, new Map([[key, value]]));
  }
}

const sizeOf = (key: string, value: string | undefined): number =>
  value === undefined ? 0 : RECORD_BYTES + key.length + value.length;

const NONE: ReadonlyMap<string, string> = new Map();

/** The state with some edits made, for looking ahead. */
export function withEdits(state: State, edits: readonly Pick<Change, 'kind' | 'key' | 'after'>[]): State {
  const copy = ledger(KINDS.flatMap((kind) => state.rawAll(kind).map(([key, value]) => ({ kind, key, value }))));
  copy.apply(edits);
  return copy;
}

/** Whether two states hold the same records. */
export const isSameState = (a: State, b: State): boolean =>
  KINDS.every((kind) => {
    const records = a.rawAll(kind);
    return records.length === b.rawAll(kind).length && records.every(([key, value]) => b.raw(kind, key) === value);
  });
