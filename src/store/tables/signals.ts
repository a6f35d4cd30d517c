import type { Kysely } from 'kysely';
import type { Signals } from '../../bot/ports/memory.ts';
import type { Schema } from './schema.ts';

export function createSignals(db: Kysely<Schema>): Signals {
  return {
    add: async (signal) => {
      const added = db.insertInto('signals').values(signal);
      await added.onConflict((conflict) => conflict.columns(['item', 'person']).doUpdateSet(signal)).execute();
    },
    list: async (community, most) => {
      const newest = db
        .selectFrom('signals')
        .innerJoin('questions', 'questions.id', 'signals.item')
        .selectAll('signals')
        .select(['questions.language'])
        .where('community', '=', community)
        .orderBy('signals.at', 'desc')
        .orderBy('item', 'desc')
        .orderBy('person', 'desc')
        .limit(most);
      return (await newest.execute()).reverse();
    },
    drop: async ({ item, entry, dropped }) => {
      const own = db.updateTable('signals').set({ dropped }).where('item', '=', item);
      await own.where('entry', '=', entry).execute();
    },
  };
}
