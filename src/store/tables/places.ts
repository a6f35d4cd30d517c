import type { Kysely } from 'kysely';
import type { Places } from '../../bot/ports/memory.ts';
import { dropSome, forgetHome } from './forget.ts';
import { dropWaiting, platformsIn } from './platforms-in.ts';
import type { Schema } from './schema.ts';

export function createPlaces(db: Kysely<Schema>, onErase: () => void): Places {
  return {
    meet: async (place, at) => {
      const { numUpdatedRows } = await db
        .updateTable('places')
        .set({ left_at: null })
        .where('place', '=', place)
        .where('left_at', 'is not', null)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows > 0n) return true;
      const present = await db.selectFrom('places').select('place').where('place', '=', place).executeTakeFirst();
      if (present) return false;
      await db.insertInto('places').values({ place, met_at: at, left_at: null }).execute();
      return true;
    },
    leave: async (place, at) => {
      const { numUpdatedRows } = await db
        .updateTable('places')
        .set({ left_at: at })
        .where('place', '=', place)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) await db.insertInto('places').values({ place, met_at: at, left_at: at }).execute();
    },
    present: async () =>
      (await db.selectFrom('places').select('place').where('left_at', 'is', null).execute()).map(({ place }) => place),
    leftBefore: async (at) =>
      (
        await db
          .selectFrom('places')
          .select('place')
          .where('left_at', 'is not', null)
          .where('left_at', '<=', at)
          .orderBy('place')
          .execute()
      ).map(({ place }) => place),
    eraseSome: (place) => dropSome(db, place),
    erase: async (place) => {
      for (const table of ['places', 'faq_posts'] as const)
        await db.deleteFrom(table).where('place', '=', place).execute();
      for (const platform of await platformsIn(db, 'sends'))
        await db.deleteFrom('sends').where('platform', '=', platform).where('place', '=', place).execute();
      for (const table of ['inbox', 'outbox'] as const) await dropWaiting(db, table, place);
      onErase();
      return forgetHome(db, place);
    },
  };
}
