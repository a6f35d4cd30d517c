import type { Kysely } from 'kysely';
import type { Unanswered } from '../../bot/ports/memory.ts';
import type { Schema } from './schema.ts';

export function createUnanswered(db: Kysely<Schema>): Unanswered {
  return {
    add: async (group) =>
      (await db.insertInto('unanswered').values(group).returning('id').executeTakeFirstOrThrow()).id,
    again: async (id, at) => {
      await db
        .updateTable('unanswered')
        .set((group) => ({ count: group('count', '+', 1), last: at }))
        .where('id', '=', id)
        .execute();
    },
    list: (community) =>
      db
        .selectFrom('unanswered')
        .selectAll()
        .where('community', '=', community)
        .orderBy('count', 'desc')
        .orderBy('id')
        .execute(),
    remove: async (id) => void (await db.deleteFrom('unanswered').where('id', '=', id).execute()),
  };
}
