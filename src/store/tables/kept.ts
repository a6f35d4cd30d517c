import type { Kysely } from 'kysely';
import type { Kept } from '../../bot/ports/memory.ts';
import type { Schema } from './schema.ts';

export const createKept = (db: Kysely<Schema>): Kept => ({
  save: async (item) => {
    await db.deleteFrom('kept').where('key', '=', item.key).execute();
    await db.insertInto('kept').values(item).execute();
  },
  find: (key, now) =>
    db.selectFrom('kept').selectAll().where('key', '=', key).where('expires', '>', now).executeTakeFirst(),
  remove: async (key) => void (await db.deleteFrom('kept').where('key', '=', key).execute()),
  prune: async (now) => void (await db.deleteFrom('kept').where('expires', '<=', now).execute()),
});
