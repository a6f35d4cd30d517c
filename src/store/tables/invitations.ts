import type { Kysely } from 'kysely';
import type { Invitations } from '../../bot/ports/memory.ts';
import type { Schema } from './schema.ts';

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
