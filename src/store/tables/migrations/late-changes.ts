import type { Kysely, Migration } from 'kysely';
import type { Types } from '../migrations.ts';

/**
 * A process of an older version that still runs beside this one writes changes without noting what they mention. The
 * database lists every change that is added; whoever notes what one mentions takes it off the list in the same
 * transaction.
 */
export const lateChanges = ({ whole, afterInsert }: Types): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('unnoted')
      .addColumn('act', whole, (column) => column.notNull())
      .addColumn('position', whole, (column) => column.notNull())
      .addPrimaryKeyConstraint('unnoted_key', ['act', 'position'])
      .execute();
    for (const statement of afterInsert(
      'changes',
      'list_unnoted',
      'insert into unnoted (act, position) values (new.act, new.position)',
    ))
      await statement.execute(db);
  },
});
