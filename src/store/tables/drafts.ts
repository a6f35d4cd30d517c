import type { Kysely } from 'kysely';
import type { Drafts } from '../../bot/ports/memory.ts';
import type { Presence } from '../presence.ts';
import { prepared } from './prepared.ts';
import type { Schema } from './schema.ts';

const draftOf = prepared((db, { id }: { readonly id: string }) =>
  db.selectFrom('drafts').selectAll().where('id', '=', id),
);

export function createDrafts({
  db,
  presence,
}: {
  readonly db: Kysely<Schema>;
  readonly presence: Presence | undefined;
}): Drafts {
  const prune: Drafts['prune'] = async (now) =>
    void (await db.deleteFrom('drafts').where('expires', '<=', now).execute());
  return {
    save: async (draft) => {
      presence?.add('drafts', draft.id);
      await db.deleteFrom('drafts').where('id', '=', draft.id).execute();
      await db.insertInto('drafts').values(draft).execute();
    },
    find: async (id, now) => {
      const [draft] = (await draftOf(db, { id })).rows;
      if (draft === undefined || draft.expires > now) return draft;
      await prune(now);
      return undefined;
    },
    remove: async (id) => void (await db.deleteFrom('drafts').where('id', '=', id).execute()),
    prune,
  };
}
