import { type Kysely, sql } from 'kysely';
import { OPEN } from './delivery.ts';
import type { Schema } from './schema.ts';

/** The platforms with rows in a table: one index lookup for each of them, however many rows there are. */
export async function platformsIn(db: Kysely<Schema>, table: 'inbox' | 'outbox' | 'sends'): Promise<string[]> {
  const found: string[] = [];
  for (;;) {
    const next = await db
      .selectFrom(table)
      .select('platform')
      .where('platform', '>', found.at(-1) ?? '')
      .orderBy('platform')
      .limit(1)
      .executeTakeFirst();
    if (!next) return found;
    found.push(next.platform);
  }
}

/** Removes what waits in a place and its channels. */
export async function dropWaiting(db: Kysely<Schema>, table: 'inbox' | 'outbox', place: string): Promise<void> {
  for (const platform of await platformsIn(db, table)) {
    const waiting = db.deleteFrom(table).where('platform', '=', platform);
    await (table === 'inbox' ? waiting.where('handled', '=', OPEN) : waiting)
      .where((row) => row.or([row('queue', '=', place), isWithin('queue', place, '/')]))
      .execute();
  }
}

/** Whether a column begins with a text and a mark: as a range, for which an index serves. */
export function isWithin(column: string, text: string, mark: ' ' | '/') {
  const beyond = text + String.fromCharCode(mark.charCodeAt(0) + 1);
  return sql<boolean>`(${sql.ref(column)} >= ${text + mark} and ${sql.ref(column)} < ${beyond})`;
}
