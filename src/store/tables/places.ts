import type { Kysely } from 'kysely';
import type { Places } from '../../bot/ports/memory.ts';
import { forgetHome } from './forget.ts';
import type { Schema } from './schema.ts';

export function createPlaces(db: Kysely<Schema>, onErase: () => void): Places {
  return {
    meet: async (place, at) => {
      const { numUpdatedRows } = await db.updateTable('places').set({ left_at: null }).where('place', '=', place).executeTakeFirstOrThrow();
      if (numUpdatedRows > 0n) return false;
      await db.insertInto('places').values({ place, met_at: at, left_at: null }).execute();
      return true;
    },
    leave: async (place, at) => {
      const { numUpdatedRows } = await db.updateTable('places').set({ left_at: at }).where('place', '=', place).executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) await db.insertInto('places').values({ place, met_at: at, left_at: at }).execute();
    },
    present: async () => (await db.selectFrom('places').select('place').where('left_at', 'is', null).execute()).map(({ place }) => place),
    leftBefore: async (at) => (await db.selectFrom('places').select('place').where('left_at', 'is not', null).where('left_at', '<=', at).orderBy('place').execute()).map(({ place }) => place),
    erase: async (place) => {
      for (const table of ['places', 'sends'] as const) await db.deleteFrom(table).where('place', '=', place).execute();
      for (const table of ['inbox', 'outbox'] as const) {
        await db
          .deleteFrom(table)
          .where((row) => row.or([row('lane', '=', place), row('lane', 'like', `${place}/%`)]))
          .execute();
      }
      onErase();
      return forgetHome(db, place);
    },
  };
}
