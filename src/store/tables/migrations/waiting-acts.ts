import { type Kysely, type Migration, sql } from 'kysely';

/**
 * Finds what is held in a community, and what followed from an act, without reading a history: only such acts are in
 * these indexes.
 */
export const waitingActs: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createIndex('acts_held')
      .on('acts')
      .columns(['community', 'id'])
      .where(sql.ref('held'), '=', sql.lit(1))
      .execute();
    await db.schema
      .createIndex('acts_by_undoes')
      .on('acts')
      .column('undoes')
      .where(sql.ref('undoes'), 'is not', null)
      .execute();
    await db.schema
      .createIndex('acts_by_approves')
      .on('acts')
      .column('approves')
      .where(sql.ref('approves'), 'is not', null)
      .execute();
  },
};
