import type { Kysely } from 'kysely';
import type { Drafts } from '../../bot/ports/memory.ts';
import type { Schema } from './schema.ts';

export const createDrafts = (db: Kysely<Schema>): Drafts => ({
  save: async (draft) => {
    await db.deleteFrom('drafts').where('id', '=', draft.id).execute();
    await db.insertInto('drafts').values(draft).execute();
  },
  find: (id, now) =>
    db.selectFrom('drafts').selectAll().where('id', '=', id).where('expires', '>', now).executeTakeFirst(),
  remove: async (id) => void (await db.deleteFrom('drafts').where('id', '=', id).execute()),
  prune: async (now) => void (await db.deleteFrom('drafts').where('expires', '<=', now).execute()),
});
