import type { KnowledgeEdit, KnowledgeRecord, RecordKind, RecordValues } from '../export/records.ts';

/** Collects the new values of records, and passes over those that they have already. */
export interface Edits {
  /** @param value null if the record must go. The last word on a key counts. */
  readonly set: <K extends RecordKind>(kind: K, key: string, value: RecordValues[K] | null) => void;
  /** By kind and key. */
  readonly all: () => readonly KnowledgeEdit[];
  /** The records as they will be. */
  readonly applied: () => readonly KnowledgeRecord[];
}

export function collectEdits(records: readonly KnowledgeRecord[]): Edits {
  const present = new Map<string, unknown>(records.map(({ kind, key, value }) => [`${kind} ${key}`, value]));
  const wanted = new Map<string, KnowledgeEdit>();
  const all = (): readonly KnowledgeEdit[] => {
    const changes = [...wanted].filter(
      ([place, { value }]) => canonical(present.get(place) ?? null) !== canonical(value),
    );
    return changes.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edit]) => edit);
  };
  return {
    all,
    applied: () => [
      ...records.filter(({ kind, key }) => !wanted.has(`${kind} ${key}`)),
      ...[...wanted.values()].filter(isRecord),
    ],
    set: (kind, key, value) => wanted.set(`${kind} ${key}`, { kind, key, value } as KnowledgeEdit),
  };
}

const isRecord = (edit: KnowledgeEdit): edit is KnowledgeRecord => edit.value !== null;

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    isPlain(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
