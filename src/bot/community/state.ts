import { type Change, KINDS, type Kind, type StoredRecord } from '../ports/changes.ts';
import { decode, type Shapes } from './records.ts';

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
