import { type Kysely, sql } from 'kysely';
import type { Votes } from '../../bot/ports/memory.ts';
import type { Schema } from './schema.ts';

export function createVotes(db: Kysely<Schema>): Votes {
  return {
    cast: async ({ helpful, ...vote }) => {
      const row = { ...vote, helpful: helpful ? 1 : 0 };
      const { entry, at } = row;
      await db
        .insertInto('votes')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['community', 'answer', 'person']).doUpdateSet({ helpful: row.helpful, entry, at }),
        )
        .execute();
    },
    count: (community, since) => {
      const day = sql<string>`substr(at, 1, 10)`;
      return db
        .selectFrom('votes')
        .select(({ fn }) => [
          day.as('day'),
          'entry',
          fn.sum<number>('helpful').as('helpful'),
          fn.sum<number>(sql`1 - helpful`).as('unhelpful'),
        ])
        .where('community', '=', community)
        .where('at', '>=', since)
        .groupBy([day, 'entry'])
        .orderBy(day)
        .orderBy('entry')
        .execute();
    },
  };
}
