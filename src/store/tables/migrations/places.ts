import type { Kysely, Migration } from 'kysely';
import type { Types } from '../migrations.ts';

/** Where the bot has said hello, and which places it has been put out of. */
export const places = ({ text }: Types): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('places')
      .addColumn('place', text, (column) => column.notNull().primaryKey())
      .addColumn('met_at', text, (column) => column.notNull())
      .addColumn('left_at', text)
      .execute();
  },
});
