import type { Kysely } from 'kysely';
import type { Moment } from '../../bot/kinds.ts';
import { dropSome, forgetHome } from './forget.ts';
import { dropWaiting, platformsIn } from './platforms-in.ts';
import type { Schema } from './schema.ts';

/** Places that the bot joins and leaves, by key. @param onErase called for each place that is removed */
export function createPlaces(db: Kysely<Schema>, onErase: () => void) {
  return {
    /**
     * Notes that the bot is in a place. @param at ISO 8601 @returns whether it was not there before, as far as is known
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
    /** Notes that the bot was removed. */
    leave: async (place: string, at: Moment): Promise<void> => {
      const { numUpdatedRows } = await db
        .updateTable('places')
        .set({ left_at: at })
        .where('place', '=', place)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) await db.insertInto('places').values({ place, met_at: at, left_at: at }).execute();
    },
    /** Places in which the bot is, as far as is known. */
    present: async (): Promise<string[]> =>
      (await db.selectFrom('places').select('place').where('left_at', 'is', null).execute()).map(({ place }) => place),
    /** Places that the bot left then or before. */
    leftBefore: async (at: Moment): Promise<string[]> =>
      (
        await db
          .selectFrom('places')
          .select('place')
          .where('left_at', 'is not', null)
          .where('left_at', '<=', at)
          .orderBy('place')
          .execute()
      ).map(({ place }) => place),
    /** Removes a part of the decisions that no other place shares. @returns whether there may be more */
    eraseSome: (place: string) => dropSome(db, place),
    /**
     * Removes all that is known of a place, and the decisions that no other place shares. @returns communities whose
     * records have changed
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
