import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Sends } from '../../bot/ports/claims.ts';
import type { Outbox, OutboxMessage } from '../../bot/ports/delivery.ts';
import type { Base } from '../base.ts';
import type { Schema } from './schema.ts';

const COLUMNS = ['id', 'platform', 'queue', 'person', 'payload', 'due', 'attempts'] as const;

/** @param onAdded is called if something waits from now on */
export function createOutbox(db: Kysely<Schema>, onAdded: (isHandedOn: boolean) => void): Outbox {
  return {
    add: async ({ queue, platform, person, payload, due }, isHandedOn = false) => {
      const row = { platform, queue, person, payload, due, attempts: 0 };
      const { id } = await db.insertInto('outbox').values(row).returning('id').executeTakeFirstOrThrow();
      onAdded(isHandedOn);
      return id;
    },
    due: (platform, now) => due(db, platform, now),
    postpone: async (id, due) => {
      await db
        .updateTable('outbox')
        .set((message) => ({ due, attempts: message('attempts', '+', 1) }))
        .where('id', '=', id)
        .execute();
    },
    done: async (id) =>
      (await db.deleteFrom('outbox').where('id', '=', id).executeTakeFirstOrThrow()).numDeletedRows > 0n,
  };
}

function due(db: Kysely<Schema>, platform: string, now: string): Promise<OutboxMessage[]> {
  const waiting = db.selectFrom('outbox').select(COLUMNS).where('platform', '=', platform).where('due', '<=', now);
  return waiting
    .where((message) => message.not(message.exists(postponed(message, now))))
    .orderBy('id')
    .execute();
}

/** Earlier messages of the queue that were tried in vain hold it up, so that nothing overtakes them. */
function postponed(message: ExpressionBuilder<Schema, 'outbox'>, now: string) {
  return message
    .selectFrom('outbox as earlier')
    .select('earlier.id')
    .whereRef('earlier.platform', '=', 'outbox.platform')
    .whereRef('earlier.queue', '=', 'outbox.queue')
    .whereRef('earlier.id', '<', 'outbox.id')
    .where('earlier.attempts', '>', 0)
    .where('earlier.due', '>', now);
}

export function createSends(db: Kysely<Schema>, clock: Base['clock']): Sends {
  const before = (within: number) => sql<number>`${clock} - ${within}`;
  return {
    add: async (platform, place, within) => {
      await db
        .deleteFrom('sends')
        .where('platform', '=', platform)
        .where('place', '=', place)
        .where('at', '<', before(within))
        .execute();
      await db.insertInto('sends').values({ platform, place, at: clock }).execute();
    },
    since: (platform, within) =>
      db
        .selectFrom('sends')
        .select(['place', sql<number>`${clock} - at`.as('age')])
        .where('platform', '=', platform)
        .where('at', '>=', before(within))
        .orderBy('at')
        .execute(),
    prune: async (within) => void (await db.deleteFrom('sends').where('at', '<', before(within)).execute()),
  };
}
