import type { Kysely } from 'kysely';
import type { Credits } from '../../bot/ports/memory.ts';
import type { Schema } from './schema.ts';

export const createCredits = (db: Kysely<Schema>): Credits => ({
  of: async (person) =>
    (await db.selectFrom('credits').select('name').where('person', '=', person).executeTakeFirst())?.name,
  set: async (credit) => {
    await db.deleteFrom('credits').where('person', '=', credit.person).execute();
    await db.insertInto('credits').values(credit).execute();
  },
});
