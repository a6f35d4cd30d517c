import { setImmediate } from 'node:timers/promises';
import { type Expression, type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Moment } from '../../bot/kinds.ts';
import type { OutboxMessage, Update } from '../../bot/ports/delivery.ts';
import { type Base, inChunks } from '../base.ts';
import type { Schema } from './schema.ts';

/**
 * Values of `handled`. `ERASED`: its person or place was erased meanwhile, so nothing of it may be stored, unless the
 * update itself erased them.
 */
export const OPEN = 0;
const HANDLED = 1;
export const ERASED = 2;

const UPDATE_COLUMNS = ['platform', 'id', 'queue', 'person', 'payload', 'at'] as const;

/** @param onKept called if updates were added */
export function createInbox(db: Kysely<Schema>, onKept: () => void, erases: () => boolean) {
  return {
    /** Stores updates that were never seen. @returns them, in the given order. */
    accept: async (updates: readonly Update[]): Promise<Update[]> => {
      const fresh = await accept(db, updates);
      if (fresh.length > 0) onKept();
      return fresh;
    },
    /** Updates that were accepted and not handled, oldest first. */
    open: (platform: string): Promise<Update[]> =>
      db
        .selectFrom('inbox')
        .select(UPDATE_COLUMNS)
        .where('platform', '=', platform)
        .where('handled', '=', OPEN)
        .orderBy('position')
        .execute(),
    /** Open updates after a position. Positions grow in the order in which updates are accepted, by any process. */
    since: async (platform: string, after: number): Promise<{ position: number; update: Update }[]> => {
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
    /**
     * Marks an update as handled. Payload, person and queue are wiped; the id stays, so that it is never handled again.
     * @returns false if it was handled before, or another transaction has erased its person or place: then nothing of
     * it may be kept
     */
    done: async (platform: string, id: string): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('inbox')
        .set({ handled: HANDLED, payload: '', person: '', queue: '' })
        .where('platform', '=', platform)
        .where('id', '=', id)
        .where('handled', 'in', erases() ? [OPEN, ERASED] : [OPEN])
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },
    /** Removes handled updates that came before then. */
    prune: (before: Moment) => prune(db, before),
  };
}

/** Rows per statement. */
const PAGE = 1000;

/** Goes on from the oldest until a page has only newer ones: rows are in the order in which they came. */
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
  // Of two equal updates in a batch, the first was stored.
  return updates.filter((update) => fresh.delete(nameOf(update)));
}

const nameOf = ({ platform, id }: Pick<Update, 'platform' | 'id'>): string => JSON.stringify([platform, id]);

const MESSAGE_COLUMNS = ['id', 'platform', 'queue', 'person', 'payload', 'due', 'attempts'] as const;

/** @param onAdded called for each message */
export function createOutbox(db: Kysely<Schema>, onAdded: (isHandedOn: boolean) => void) {
  return {
    /**
     * Keeps a message until it is sent or given up.
     * @param isHandedOn whether the caller gives it to the sender itself, so that listeners in this process are not
     * called. Default: false
     * @returns its id
     */
    add: async (message: Omit<OutboxMessage, 'id' | 'attempts'>, isHandedOn = false): Promise<number> => {
      const { queue, platform, person, payload, due } = message;
      const row = { platform, queue, person, payload, due, attempts: 0 };
      const { id } = await db.insertInto('outbox').values(row).returning('id').executeTakeFirstOrThrow();
      onAdded(isHandedOn);
      return id;
    },
    /**
     * Messages that are due, in the order in which they were added. A postponed one blocks its queue. @param now ISO
     * 8601
     */
    due: (platform: string, now: string) => due(db, platform, now),
    /** Schedules another attempt. */
    postpone: async (id: number, due: Moment): Promise<void> => {
      await db
        .updateTable('outbox')
        .set((message) => ({ due, attempts: message('attempts', '+', 1) }))
        .where('id', '=', id)
        .execute();
    },
    /** Removes a message that was sent or given up. @returns false if an erasure has removed it before */
    done: async (id: number): Promise<boolean> =>
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

/** Earlier messages of a queue that could not be sent block the queue, so that the order is kept. */
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

/** When something was sent to a group, so that the next sender keeps the platform's pace. Times are milliseconds. */
export function createSends(db: Kysely<Schema>, clock: Base['clock']) {
  const before = (within: number) => sql<number>`${clock} - ${within}`;
  return {
    /**
     * @param place key of a group; private chats are not recorded. @param within older rows of the group are removed
     */
    add: async (platform: string, place: string, within: number): Promise<void> => {
      await db
        .deleteFrom('sends')
        .where('platform', '=', platform)
        .where('place', '=', place)
        .where('at', '<', before(within))
        .execute();
      await db.insertInto('sends').values({ platform, place, at: clock }).execute();
    },
    /** Groups to which something was sent within that time, and how long ago, oldest first. */
    since: (platform: string, within: number): Promise<{ place: string; age: number }[]> =>
      db
        .selectFrom('sends')
        .select(['place', sql<number>`${clock} - at`.as('age')])
        .where('platform', '=', platform)
        .where('at', '>=', before(within))
        .orderBy('at')
        .execute(),
    /** Removes older rows. */
    prune: async (within: number): Promise<void> =>
      void (await db.deleteFrom('sends').where('at', '<', before(within)).execute()),
  };
}

export type Claims = ReturnType<typeof createClaims>;

/**
 * Claims, by name, on work that only one process may do at a time. Times are the database's, because the clocks of
 * machines differ. Each call is one statement outside transactions, so that a claim can be renewed while a long
 * transaction makes all others wait.
 */
export function createClaims(db: Kysely<Schema>, clock: Expression<number>, holder: string) {
  return {
    /** This process's name among those that use the database. */
    holder,
    /** Takes or renews a claim for so many milliseconds. @returns whether this process holds it now */
    hold: async (name: string, ms: number): Promise<boolean> => {
      const { rows } = await sql`
        insert into claims (name, holder, until) values (${name}, ${holder}, ${clock} + ${ms})
        on conflict (name) do update set holder = excluded.holder, until = excluded.until
          where claims.holder = excluded.holder or claims.until < ${clock}
        returning name`.execute(db);
      return rows.length > 0;
    },
    /** Releases a claim of this process. The row stays, so that the last holder is known. */
    release: async (name: string): Promise<void> =>
      void (await db
        .updateTable('claims')
        .set({ until: 0 })
        .where('name', '=', name)
        .where('holder', '=', holder)
        .execute()),
  };
}

/** Claims inside a transaction. */
export const createHeldClaims = (db: Kysely<Schema>) => ({
  /** The process that holds it, or held it last. One that takes it later sees all that this transaction has done. */
  holderOf: async (name: string): Promise<string | undefined> =>
    (await db.selectFrom('claims').select('holder').where('name', '=', name).executeTakeFirst())?.holder,
});
