import type { Kysely, Migration } from 'kysely';
import type { Types } from '../migrations.ts';

/**
 * Which process does what only one may do at a time, and when something was sent to a group. Both in milliseconds of
 * the database's clock.
 */
export const claims = ({ text, whole }: Types): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('claims')
      .addColumn('name', text, (column) => column.notNull().primaryKey())
      .addColumn('holder', text, (column) => column.notNull())
      .addColumn('until', whole, (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('sends')
      .addColumn('platform', text, (column) => column.notNull())
      .addColumn('place', text, (column) => column.notNull())
      .addColumn('at', whole, (column) => column.notNull())
      .execute();
    await db.schema.createIndex('sends_by_platform_place').on('sends').columns(['platform', 'place']).execute();
  },
});
