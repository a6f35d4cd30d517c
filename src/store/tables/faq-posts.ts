import type { Kysely } from 'kysely';
import type { FaqPosts } from '../../bot/ports/faq-posts.ts';
import type { Schema } from './schema.ts';

export const createFaqPosts = (db: Kysely<Schema>): FaqPosts => ({
  of: (place) => db.selectFrom('faq_posts').selectAll().where('place', '=', place).orderBy('slot').execute(),
  save: async ({ place, slot, ...post }) => {
    const insert = db.insertInto('faq_posts').values({ place, slot, ...post });
    await insert.onConflict((conflict) => conflict.columns(['place', 'slot']).doUpdateSet(post)).execute();
  },
  remove: async ({ place, slot }) =>
    void (await db.deleteFrom('faq_posts').where('place', '=', place).where('slot', '=', slot).execute()),
  forget: async (place) => void (await db.deleteFrom('faq_posts').where('place', '=', place).execute()),
});
