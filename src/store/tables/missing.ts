import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import { COLUMNS } from './tables.ts';

/**
 * Compares the tables with those that should be there. @returns what is missing: `acts` for a table, `acts.place` for a
 * column
 */
export async function missingIn(db: Kysely<Schema>): Promise<string[]> {
  const there = new Map<string, Set<string>>();
  for (const { name, columns } of await db.introspection.getTables())
    there.set(name, new Set(columns.map((column) => column.name)));
  return [...COLUMNS].flatMap(([table, columns]) => {
    const found = there.get(table);
    return found ? columns.filter((name) => !found.has(name)).map((name) => `${table}.${name}`) : [table];
  });
}
