import type { RecordKey } from '../../bot/ports/changes.ts';

/** Records by community and kind. */
export function groups(records: readonly RecordKey[]): { community: string; kind: RecordKey['kind']; keys: string[] }[] {
  const found = new Map<string, { community: string; kind: RecordKey['kind']; keys: string[] }>();
  for (const { community, kind, key } of records) {
    const name = JSON.stringify([community, kind]);
    const group = found.get(name) ?? { community, kind, keys: [] };
    group.keys.push(key);
    found.set(name, group);
  }
  return [...found.values()];
}
