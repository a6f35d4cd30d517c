import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Outbox, Parcel } from '../bot/ports/delivery.ts';
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
    due: (platform, now) => due(db, platform, now),
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

function due(db: Kysely<Schema>, platform: string, now: string): Promise<Parcel[]> {
  const waiting = db.selectFrom('outbox').selectAll().where('platform', '=', platform).where('due', '<=', now);
  return waiting
    .where((parcel) => parcel.not(parcel.exists(postponed(parcel, now))))
    .orderBy('id')
    .execute();
}

/** Earlier parcels of the lane that were tried in vain hold it up, so that nothing overtakes them. */
function postponed(parcel: ExpressionBuilder<Schema, 'outbox'>, now: string) {
  return parcel
    .selectFrom('outbox as earlier')
    .select('earlier.id')
    .whereRef('earlier.platform', '=', 'outbox.platform')
    .whereRef('earlier.lane', '=', 'outbox.lane')
    .whereRef('earlier.id', '<', 'outbox.id')
    .where('earlier.attempts', '>', 0)
    .where('earlier.due', '>', now);
}
