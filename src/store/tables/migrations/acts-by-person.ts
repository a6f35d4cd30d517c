import type { Kysely, Migration } from 'kysely';

/** Before every change is looked how many the same person has made in the last minutes, however many acts there are. */
export const actsByPerson: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.createIndex('acts_by_person_at').on('acts').columns(['person', 'at']).execute();
  },
};
