import type { Kysely } from 'kysely';
import type { Outbox } from '../bot/ports/delivery.ts';
import type { Schema } from './schema.ts';

export function createOutbox(db: Kysely<Schema>): Outbox {
  return {
    add: async (parcel) =>
      (
        await db
          .insertInto('outbox')
          .values({ ...parcel, attempts: 0 })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id,
    due: (platform, now) =>
      db
        .selectFrom('outbox')
        .selectAll()
        .where('platform', '=', platform)
        .where('due', '<=', now)
        .where(({ not, exists, selectFrom }) =>
          // What was tried in vain holds up its lane, so that nothing overtakes it.
          not(
            exists(
              selectFrom('outbox as earlier')
                .select('earlier.id')
                .whereRef('earlier.platform', '=', 'outbox.platform')
                .whereRef('earlier.lane', '=', 'outbox.lane')
                .whereRef('earlier.id', '<', 'outbox.id')
                .where('earlier.attempts', '>', 0)
                .where('earlier.due', '>', now),
            ),
          ),
        )
        .orderBy('id')
        .execute(),
    postpone: async (id, due) => {
      await db
        .updateTable('outbox')
        .set((parcel) => ({ due, attempts: parcel('attempts', '+', 1) }))
        .where('id', '=', id)
        .execute();
    },
    done: async (id) => void (await db.deleteFrom('outbox').where('id', '=', id).execute()),
  };
}
