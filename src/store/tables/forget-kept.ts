import { setImmediate } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Rows per statement. */
const PAGE = 2000;

/** Tables of temporary data, with their key column and that of the place. */
const TABLES = [
  { table: 'drafts', key: 'id', place: 'community' },
  { table: 'kept', key: 'key', place: 'place' },
] as const;

/** Whether a JSON text holds somebody's hash as a string: beside words, it tells whose they are. */
export const tellsOf = (column: string, person: string) => sql<boolean>`${sql.ref(column)} like ${`%"${person}"%`}`;

/**
 * Replaces a person's or place's name in drafts and temporary data, page by page: they are few, and expire soon.
 * @param other empty: nobody
 * @param isShared false also removes the rows of the place with that name. Default: true
 */
export async function forgetInKept(db: Kysely<Schema>, name: string, other: string, isShared = true): Promise<void> {
  for (const { table, key, place } of TABLES) {
    const [from, id, where] = [sql.table(table), sql.ref(key), sql.ref(place)];
    for (let first: string | undefined = ''; first !== undefined; ) {
      const { rows }: { rows: { id: string }[] } = await sql<{
        id: string;
      }>`select ${id} as id from ${from} where ${id} >= ${first} order by ${id} limit 1 offset ${PAGE}`.execute(db);
      const next: string | undefined = rows[0]?.id;
      const page = next === undefined ? sql`${id} >= ${first}` : sql`${id} >= ${first} and ${id} < ${next}`;
      // A draft's words are its author's; a row of `kept` goes with anybody whose words it holds.
      if (other === '' && table === 'kept')
        await sql`delete from ${from} where ${page} and ${tellsOf('content', name)}`.execute(db);
      if (!isShared) await sql`delete from ${from} where ${page} and ${where} = ${name}`.execute(db);
      await sql`
        update ${from}
        set ${where} = replace(${where}, ${name}, ${other}), content = replace(content, ${name}, ${other})
        where ${page} and (${where} = ${name} or content like ${`%${name}%`})
      `.execute(db);
      first = next;
      if (first !== undefined) await setImmediate();
    }
  }
}
