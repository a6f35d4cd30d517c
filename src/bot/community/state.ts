import { type Change, KINDS, type Kind, type StoredRecord } from '../ports/changes.ts';
import { decode, type Shapes } from './records.ts';

/** What a community has decided: its records by kind and key, as they are now. */
export interface State {
  /** Grows with every change. */
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
  readonly apply: (changes: readonly Pick<Change, 'kind' | 'key' | 'after'>[]) => void;
}

export const ledger = (records: readonly Pick<StoredRecord, 'kind' | 'key' | 'value'>[] = []): Ledger => new Records(records);

/** A class, for there may be a hundred thousand, most of them with one or two records: they share their methods. */
class Records implements Ledger {
  version = 0;
  readonly #kinds = new Map<Kind, Map<string, string>>();

  constructor(records: readonly Pick<StoredRecord, 'kind' | 'key' | 'value'>[]) {
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
    this.version++;
    for (const { kind, key, after } of changes) {
      if (after === null) this.#kinds.get(kind)?.delete(key);
      else this.#set(kind, key, after);
    }
  }

  #of(kind: Kind): ReadonlyMap<string, string> {
    return this.#kinds.get(kind) ?? NONE;
  }

  #set(kind: Kind, key: string, value: string): void {
    const known = this.#kinds.get(kind);
    if (known) known.set(key, value);
    else this.#kinds.set(kind, new Map([[key, value]]));
  }
}

const NONE: ReadonlyMap<string, string> = new Map();

/** The same state with some edits made, for looking ahead. */
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
