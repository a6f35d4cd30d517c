import type { Act, StoredRecord } from '../../src/bot/ports/changes.ts';

/** The records that follow from the log, in the order in which a store gives them. */
export function replay(acts: readonly Act[]): StoredRecord[] {
  const records = new Map<string, StoredRecord>();
  for (const { community, kind, key, after } of acts.flatMap(({ changes }) => changes)) {
    const name = JSON.stringify([community, kind, key]);
    if (after === null) records.delete(name);
    else records.set(name, { community, kind, key, value: after });
  }
  return [...records.values()].sort(
    (a, b) => compare(a.community, b.community) || compare(a.kind, b.kind) || compare(a.key, b.key),
  );
}

const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
