import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Inbox, Update } from '../../bot/ports/delivery.ts';
import { inChunks } from '../base.ts';
import type { Schema } from './schema.ts';

/** Values of `handled`. Of an update whose person was erased nothing is kept, except if it erased them itself. */
export const OPEN = 0;
const HANDLED = 1;
export const ERASED = 2;

const COLUMNS = ['platform', 'id', 'queue', 'person', 'payload', 'at'] as const;

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
        .select(COLUMNS)
        .where('platform', '=', platform)
        .where('handled', '=', OPEN)
        .orderBy('position')
        .execute(),
    since: async (platform, after) => {
      const rows = await db
        .selectFrom('inbox')
        .select([...COLUMNS, 'position'])
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
