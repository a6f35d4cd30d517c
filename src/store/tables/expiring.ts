import type { Kysely } from 'kysely';
import type { ChangeDrafts, Invitations, KeptItems } from '../../bot/ports/memory.ts';
import type { Schema } from './schema.ts';

export const createDrafts = (db: Kysely<Schema>): ChangeDrafts => ({
  save: async (draft) => {
    await db.deleteFrom('drafts').where('id', '=', draft.id).execute();
    await db.insertInto('drafts').values(draft).execute();
  },
  find: (id, now) =>
    db.selectFrom('drafts').selectAll().where('id', '=', id).where('expires', '>', now).executeTakeFirst(),
  remove: async (id) => void (await db.deleteFrom('drafts').where('id', '=', id).execute()),
  prune: async (now) => void (await db.deleteFrom('drafts').where('expires', '<=', now).execute()),
});

export const createKept = (db: Kysely<Schema>): KeptItems => ({
  save: async (item) => {
    await db.deleteFrom('kept').where('key', '=', item.key).execute();
    await db.insertInto('kept').values(item).execute();
  },
  find: (key, now) =>
    db.selectFrom('kept').selectAll().where('key', '=', key).where('expires', '>', now).executeTakeFirst(),
  remove: async (key) => void (await db.deleteFrom('kept').where('key', '=', key).execute()),
  prune: async (now) => void (await db.deleteFrom('kept').where('expires', '<=', now).execute()),
});

export function createInvitations(db: Kysely<Schema>): Invitations {
  const prune: Invitations['prune'] = async (now) =>
    void (await db.deleteFrom('invitations').where('expires', '<=', now).execute());
  return {
    save: async (invitation) => void (await db.insertInto('invitations').values(invitation).execute()),
    find: (code, now) =>
      db.selectFrom('invitations').selectAll().where('code', '=', code).where('expires', '>', now).executeTakeFirst(),
    take: async (code, now) => {
      await prune(now);
      return db.deleteFrom('invitations').where('code', '=', code).returningAll().executeTakeFirst();
    },
    prune,
  };
}
