import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Outbox, OutboxMessage } from '../../bot/ports/delivery.ts';
import { prepared } from './prepared.ts';
import type { Schema } from './schema.ts';

const COLUMNS = ['id', 'platform', 'lane as queue', 'person', 'payload', 'due', 'attempts'] as const;

const add = prepared((db, { queue, platform, person, payload, due }: Omit<OutboxMessage, 'id' | 'attempts'>) =>
  db.insertInto('outbox').values({ platform, lane: queue, person, payload, due, attempts: 0 }).returning('id'),
);
const remove = prepared((db, { id }: { readonly id: number }) => db.deleteFrom('outbox').where('id', '=', id));

/** @param onAdded is called where something waits from now on */
export function createOutbox(db: Kysely<Schema>, onAdded: () => void): Outbox {
  return {
    add: async (message) => {
      const [added] = (await add(db, message)).rows;
      if (!added) throw new Error('a row that was added has no number');
      onAdded();
      return added.id;
    },
    due: (platform, now) => due(db, platform, now),
    postpone: async (id, due) => {
      await db
        .updateTable('outbox')
        .set((message) => ({ due, attempts: message('attempts', '+', 1) }))
        .where('id', '=', id)
        .execute();
    },
    done: async (id) => ((await remove(db, { id })).numAffectedRows ?? 0n) > 0n,
  };
}

function due(db: Kysely<Schema>, platform: string, now: string): Promise<OutboxMessage[]> {
  const waiting = db.selectFrom('outbox').select(COLUMNS).where('platform', '=', platform).where('due', '<=', now);
  return waiting
    .where((message) => message.not(message.exists(postponed(message, now))))
    .orderBy('id')
    .execute();
}

/** Earlier messages of the lane that were tried in vain hold it up, so that nothing overtakes them. */
function postponed(message: ExpressionBuilder<Schema, 'outbox'>, now: string) {
  return message
    .selectFrom('outbox as earlier')
    .select('earlier.id')
    .whereRef('earlier.platform', '=', 'outbox.platform')
    .whereRef('earlier.lane', '=', 'outbox.lane')
    .whereRef('earlier.id', '<', 'outbox.id')
    .where('earlier.attempts', '>', 0)
    .where('earlier.due', '>', now);
}
