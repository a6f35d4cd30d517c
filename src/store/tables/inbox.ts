import type { Kysely } from 'kysely';
import type { Inbox, Update } from '../../bot/ports/delivery.ts';
import { inChunks } from './in-chunks.ts';
import type { Schema } from './schema.ts';

const COLUMNS = ['platform', 'id', 'lane as queue', 'person', 'payload', 'at'] as const;

export function createInbox(db: Kysely<Schema>): Inbox {
  return {
    accept: (updates) => accept(db, updates),
    open: (platform) => db.selectFrom('inbox').select(COLUMNS).where('platform', '=', platform).where('handled', '=', 0).orderBy('position').execute(),
    // Who caused it, and where, need not be known any longer either.
    done: async (platform, id) => void (await db.updateTable('inbox').set({ handled: 1, payload: '', person: '', lane: '' }).where('platform', '=', platform).where('id', '=', id).execute()),
    prune: async (before) => void (await db.deleteFrom('inbox').where('handled', '=', 1).where('at', '<', before).execute()),
  };
}

async function accept(db: Kysely<Schema>, updates: readonly Update[]): Promise<Update[]> {
  const fresh = new Set<string>();
  await inChunks(updates, async (chunk) => {
    const rows = chunk.map(({ queue, ...update }) => ({ ...update, lane: queue, handled: 0 }));
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
