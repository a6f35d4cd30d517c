import type { Kysely } from 'kysely';
import type { Change, Edit, RecordKey } from '../bot/ports/changes.ts';
import { inChunks } from './in-chunks.ts';
import type { Schema } from './schema.ts';

/** A record's name as one string. */
export const nameOf = ({ community, kind, key }: RecordKey): string => JSON.stringify([community, kind, key]);

/** What stands in the records that the edits are about. */
export async function presentValues(db: Kysely<Schema>, edits: readonly Edit[]): Promise<(record: RecordKey) => string | undefined> {
  const values = new Map<string, string>();
  for (const { community, kind, keys } of groups(edits)) {
    await inChunks(keys, async (chunk) => {
      const found = await db.selectFrom('records').selectAll().where('community', '=', community).where('kind', '=', kind).where('key', 'in', chunk).execute();
      for (const record of found) values.set(nameOf(record), record.value);
    });
  }
  return (record) => values.get(nameOf(record));
}

/** Makes the records what the changes say. */
export async function applyChanges(db: Kysely<Schema>, changes: readonly Change[]): Promise<void> {
  const kept = changes.flatMap(({ community, kind, key, after }) => (after === null ? [] : [{ community, kind, key, value: after }]));
  await inChunks(kept, async (chunk) => {
    const insert = db.insertInto('records').values([...chunk]);
    await insert.onConflict((conflict) => conflict.columns(['community', 'kind', 'key']).doUpdateSet((row) => ({ value: row.ref('excluded.value') }))).execute();
  });
  for (const { community, kind, keys } of groups(changes.filter(({ after }) => after === null))) {
    await inChunks(keys, async (chunk) => void (await db.deleteFrom('records').where('community', '=', community).where('kind', '=', kind).where('key', 'in', chunk).execute()));
  }
}

/** Records by community and kind. */
function groups(records: readonly RecordKey[]): { community: string; kind: RecordKey['kind']; keys: string[] }[] {
  const found = new Map<string, { community: string; kind: RecordKey['kind']; keys: string[] }>();
  for (const { community, kind, key } of records) {
    const name = JSON.stringify([community, kind]);
    const group = found.get(name) ?? { community, kind, keys: [] };
    group.keys.push(key);
    found.set(name, group);
  }
  return [...found.values()];
}
