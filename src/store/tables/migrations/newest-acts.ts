import type { Kysely, Migration } from 'kysely';

/**
 * Finds the newest acts without reading the older ones, however many there are: of a community, of those that changed
 * something in it, and of a person, whose last minutes are looked at before every change.
 */
export const newestActs: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.createIndex('acts_by_community_id').on('acts').columns(['community', 'id']).execute();
    await db.schema.createIndex('acts_by_person_at').on('acts').columns(['person', 'at']).execute();
    await db.schema.createIndex('changes_by_community_act').on('changes').columns(['community', 'act']).execute();
  },
};
