import type { Kysely } from 'kysely';
import type { Signals } from '../../bot/ports/memory.ts';
import type { Schema } from './schema.ts';

/** Questions of one person that are kept in a community: nobody fills the table for the others. */
const MOST_OF_ONE = 100;

export function createSignals(db: Kysely<Schema>): Signals {
  return {
    add: async (signal) => {
      const { community, person } = signal;
      await db
        .insertInto('signals')
        .values(signal)
        .onConflict((conflict) => conflict.columns(['community', 'person', 'question']).doUpdateSet(signal))
        .execute();
      const ofPerson = db.selectFrom('signals').where('community', '=', community).where('person', '=', person);
      const newest = ofPerson.select('at').orderBy('at', 'desc');
      const oldest = await newest.offset(MOST_OF_ONE).limit(1).executeTakeFirst();
      if (!oldest) return;
      const own = db.deleteFrom('signals').where('community', '=', community).where('person', '=', person);
      await own.where('at', '<=', oldest.at).execute();
    },
    list: async (community, most) => {
      const newest = db.selectFrom('signals').selectAll().where('community', '=', community).orderBy('at', 'desc');
      return (await newest.orderBy('question').limit(most).execute()).reverse();
    },
    drop: async ({ community, entry, dropped }, questions) => {
      const own = db.updateTable('signals').set({ dropped }).where('community', '=', community);
      await own.where('entry', '=', entry).where('question', 'in', questions).execute();
    },
    prune: async (before) => void (await db.deleteFrom('signals').where('at', '<', before).execute()),
  };
}
