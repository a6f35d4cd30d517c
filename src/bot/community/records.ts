import type { Source } from '../../core/entry/entry.ts';
import type { Attachment } from '../answers/reply.ts';
import type { Moment, PersonHash } from '../kinds.ts';
import { type Change, type Edit, KINDS, type Kind, type RecordValues, type StoredRecord } from '../ports/changes.ts';

/** What a record holds once it is changed. */
type RecordAfter = Pick<Change, 'kind' | 'key' | 'after'>;
/** What a record holds. */
type RecordNow = Pick<StoredRecord, 'kind' | 'key' | 'value'>;

/** Kind `pin`; the key is made of language and question, see keyOfPin, so that a question has only one pin. */
export interface PinRecord {
  /** As the moderator wrote it. */
  readonly question: string;
  readonly language: string;
  /** Id of the entry that answers it; undefined if `text` does. */
  readonly entry?: string;
  /** The community's own text, in Markdown; undefined if an entry answers. */
  readonly text?: string;
  /** The moderator, and when. */
  readonly by: PersonHash;
  readonly at: Moment;
}

/**
 * Kind `setting`. The key is the setting's name (see settings/table.ts) or, by its scope, `<name>:<place>`,
 * `<name>:<place>/<channel>` or `<name>:<entry id>`.
 */
export type SettingRecord = string | readonly string[];

/** Kind `place`, key `platform:id`: the place belongs to the community. */
export interface PlaceRecord {
  /** As people know it; may be empty. */
  readonly title: string;
}

/** Kind `source`, key `<pack>/<id>`: a source in addition to those of pack.json. */
export interface SourceRecord extends Source {
  /** Set if the source is a helper's answer. Removed when the helper is erased; see forget-some.ts. */
  readonly helper?: HelperRecord;
}

export interface HelperRecord {
  readonly person: PersonHash;
  /** The source's title without their name. */
  readonly title: string;
}

/** Kind `attachment`, key `<language>/<entry id>`: the file of that entry's answer. */
export type AttachmentRecord = Attachment;

export interface Shapes extends RecordValues {
  readonly pin: PinRecord;
  readonly setting: SettingRecord;
  readonly place: PlaceRecord;
  readonly source: SourceRecord;
  readonly attachment: AttachmentRecord;
}

/** JSON text with sorted keys, so that equal values are equal bytes. */
export function encode<K extends Kind>(_kind: K, value: Shapes[K]): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isPlain(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

/** @param value null removes the record */
export const editOf = <K extends Kind>(community: string, kind: K, key: string, value: Shapes[K] | null): Edit => ({
  community,
  kind,
  key,
  after: value === null ? null : encode(kind, value),
});

/** Needs no validation: only `encode` writes stored values. */
export const decode = <K extends Kind>(_kind: K, value: string): Shapes[K] => JSON.parse(value) as Shapes[K];

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A community's records by kind and key, as they are now. */
export interface State {
  /** Grows with every change. No two states share a version, even if read from the same records. */
  readonly version: number;
  readonly get: <K extends Kind>(kind: K, key: string) => Shapes[K] | undefined;
  /** Sorted by key, so that results do not depend on the order of changes. */
  readonly all: <K extends Kind>(kind: K) => readonly (readonly [key: string, value: Shapes[K]])[];
  /** JSON text, or null: what an edit would replace. */
  readonly raw: (kind: Kind, key: string) => string | null;
  readonly rawAll: (kind: Kind) => readonly (readonly [key: string, value: string])[];
}

/** A state that can be changed. */
export interface Ledger extends State {
  /** Id of the last act in the log when it was read. */
  readonly asOf: number;
  /** Roughly, in bytes of memory. */
  readonly size: number;
  readonly isEmpty: boolean;
  readonly apply: (changes: readonly RecordAfter[]) => void;
}

/** @param asOf default: 0 */
export const ledger = (records: readonly RecordNow[] = [], asOf = 0): Ledger => new Records(records, asOf);

/** Counts changes of all states. */
let changes = 0;
const nextVersion = (): number => ++changes;
/** Measured: a state with its community, and a record without its text. */
const [STATE_BYTES, RECORD_BYTES] = [1200, 150];

/** A class, so that methods are shared: there may be tens of thousands, mostly with one or two records. */
class Records implements Ledger {
  version = nextVersion();
  readonly asOf: number;
  size = STATE_BYTES;
  readonly #kinds = new Map<Kind, Map<string, string>>();

  constructor(records: readonly RecordNow[], asOf: number) {
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

  apply(changes: readonly RecordAfter[]): void {
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

/** A copy of the state with some edits made, for looking ahead. */
export function withEdits(state: State, edits: readonly RecordAfter[]): State {
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
