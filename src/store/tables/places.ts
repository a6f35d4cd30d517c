import type { Kysely } from 'kysely';
import { dropSome, forgetHome } from './forget.ts';
import { dropWaiting, platformsIn } from './platforms-in.ts';
import type { Schema } from './schema.ts';

/** Places that come and go, by key. @param onErase is called for each place that is removed */
export function createPlaces(db: Kysely<Schema>, onErase: () => void) {
  return {
    /**
     * Notes that the bot is there: if it had left, it is back. @param at ISO 8601 @returns whether it was not there
     * before, as far as is known
     */
    meet: async (place: string, at: string): Promise<boolean> => {
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
    /** The bot was put out. @param at ISO 8601 */
    leave: async (place: string, at: string): Promise<void> => {
      const { numUpdatedRows } = await db
        .updateTable('places')
        .set({ left_at: at })
        .where('place', '=', place)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) await db.insertInto('places').values({ place, met_at: at, left_at: at }).execute();
    },
    /** Places in which it is, as far as is known: those that it met. */
    present: async (): Promise<string[]> =>
      (await db.selectFrom('places').select('place').where('left_at', 'is', null).execute()).map(({ place }) => place),
    /** Places that it left then or before, and did not come back to. @param at ISO 8601 */
    leftBefore: async (at: string): Promise<string[]> =>
      (
        await db
          .selectFrom('places')
          .select('place')
          .where('left_at', 'is not', null)
          .where('left_at', '<=', at)
          .orderBy('place')
          .execute()
      ).map(({ place }) => place),
    /** Removes a part of what was decided there alone. @returns whether there may be more */
    eraseSome: (place: string) => dropSome(db, place),
    /**
     * Removes what was decided there alone, and what is known of the place; what others share goes on. @returns the
     * communities whose records are others now
     */
    erase: async (place: string): Promise<string[]> => {
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
