import { setImmediate } from 'node:timers/promises';
import { type Expression, type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Claims, HeldClaims, Sends } from '../../bot/ports/claims.ts';
import type { Inbox, Outbox, OutboxMessage, Update } from '../../bot/ports/delivery.ts';
import { type Base, inChunks } from '../base.ts';
import type { Schema } from './schema.ts';

/** Values of `handled`. Of an update whose person was erased nothing is kept, except if it erased them itself. */
export const OPEN = 0;
const HANDLED = 1;
export const ERASED = 2;

const UPDATE_COLUMNS = ['platform', 'id', 'queue', 'person', 'payload', 'at'] as const;

/**
 * @param onKept is called if something waits from now on
 * @param erases whether this transaction has erased somebody, or a place
 */
export function createInbox(db: Kysely<Schema>, onKept: () => void, erases: () => boolean): Inbox {
  return {
    accept: async (updates) => {
      const fresh = await accept(db, updates);
      if (fresh.length > 0) onKept();
      return fresh;
    },
    open: (platform) =>
      db
        .selectFrom('inbox')
        .select(UPDATE_COLUMNS)
        .where('platform', '=', platform)
        .where('handled', '=', OPEN)
        .orderBy('position')
        .execute(),
    since: async (platform, after) => {
      const rows = await db
        .selectFrom('inbox')
        .select([...UPDATE_COLUMNS, 'position'])
        .where('platform', '=', platform)
        .where('handled', '=', OPEN)
        .where('position', '>', after)
        .orderBy('position')
        .execute();
      return rows.map(({ position, ...update }) => ({ position, update }));
    },
    done: async (platform, id) => {
      // Its person and its place need not be known any longer either.
      const { numUpdatedRows } = await db
        .updateTable('inbox')
        .set({ handled: HANDLED, payload: '', person: '', queue: '' })
        .where('platform', '=', platform)
        .where('id', '=', id)
        .where('handled', 'in', erases() ? [OPEN, ERASED] : [OPEN])
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },
    prune: (before) => prune(db, before),
  };
}

/** Updates that are looked at at once. */
const PAGE = 1000;

/** From the oldest on, up to a page of which all are younger: updates are in the order in which they came. */
async function prune(db: Kysely<Schema>, before: string): Promise<void> {
  for (let last = -1; ; ) {
    const page = await db
      .selectFrom('inbox')
      .select(['position', 'at'])
      .where('position', '>', last)
      .orderBy('position')
      .limit(PAGE)
      .execute();
    const end = page.at(-1)?.position;
    if (end === undefined || page.every(({ at }) => at >= before)) return;
    await db
      .deleteFrom('inbox')
      .where('position', '>', last)
      .where('position', '<=', end)
      .where('handled', '!=', OPEN)
      .where('at', '<', before)
      .execute();
    await setImmediate();
    last = end;
  }
}

async function accept(db: Kysely<Schema>, updates: readonly Update[]): Promise<Update[]> {
  const fresh = new Set<string>();
  await inChunks(updates, async (chunk) => {
    const rows = chunk.map((update) => ({ ...update, handled: OPEN }));
    const kept = await db
      .insertInto('inbox')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['platform', 'id']).doNothing())
      .returning(['platform', 'id'])
      .execute();
    for (const update of kept) fresh.add(nameOf(update));
  });
  // Of two alike in one batch the first is the one that was kept.
  return updates.filter((update) => fresh.delete(nameOf(update)));
}

const nameOf = ({ platform, id }: Pick<Update, 'platform' | 'id'>): string => JSON.stringify([platform, id]);

const MESSAGE_COLUMNS = ['id', 'platform', 'queue', 'person', 'payload', 'due', 'attempts'] as const;

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
  const waiting = db
    .selectFrom('outbox')
    .select(MESSAGE_COLUMNS)
    .where('platform', '=', platform)
    .where('due', '<=', now);
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

/**
 * One statement each, in no transaction: the holder of a claim keeps it also while a long transaction makes all others
 * wait.
 */
export function createClaims(db: Kysely<Schema>, clock: Expression<number>, holder: string): Claims {
  return {
    holder,
    hold: async (name, ms) => {
      const { rows } = await sql`
        insert into claims (name, holder, until) values (${name}, ${holder}, ${clock} + ${ms})
        on conflict (name) do update set holder = excluded.holder, until = excluded.until
          where claims.holder = excluded.holder or claims.until < ${clock}
        returning name`.execute(db);
      return rows.length > 0;
    },
    // The row stays: the last holder is told apart from the present one.
    release: async (name) =>
      void (await db
        .updateTable('claims')
        .set({ until: 0 })
        .where('name', '=', name)
        .where('holder', '=', holder)
        .execute()),
  };
}

export const createHeldClaims = (db: Kysely<Schema>): HeldClaims => ({
  holderOf: async (name) =>
    (await db.selectFrom('claims').select('holder').where('name', '=', name).executeTakeFirst())?.holder,
});
