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

export function ledger(records: readonly Pick<StoredRecord, 'kind' | 'key' | 'value'>[] = []): Ledger {
  const kinds = new Map<Kind, Map<string, string>>(KINDS.map((kind) => [kind, new Map()]));
  const of = (kind: Kind): Map<string, string> => kinds.get(kind) ?? new Map();
  for (const { kind, key, value } of records) of(kind).set(key, value);
  let version = 0;
  return {
    get version() {
      return version;
    },
    get: (kind, key) => {
      const value = of(kind).get(key);
      return value === undefined ? undefined : decode(kind, value);
    },
    all: (kind) => sorted(of(kind)).map(([key, value]) => [key, decode(kind, value)] as const),
    raw: (kind, key) => of(kind).get(key) ?? null,
    rawAll: (kind) => sorted(of(kind)),
    apply: (changes) => {
      version++;
      for (const { kind, key, after } of changes) {
        if (after === null) of(kind).delete(key);
        else of(kind).set(key, after);
      }
    },
  };
}

const sorted = (records: ReadonlyMap<string, string>): [string, string][] => [...records].sort(([a], [b]) => (a < b ? -1 : 1));

/** The same state with some edits made, for looking ahead. */
export function withEdits(state: State, edits: readonly Pick<Change, 'kind' | 'key' | 'after'>[]): State {
  const copy = ledger(KINDS.flatMap((kind) => state.rawAll(kind).map(([key, value]) => ({ kind, key, value }))));
  copy.apply(edits);
  return copy;
}
