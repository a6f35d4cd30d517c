import { type Kysely, sql } from 'kysely';
import type { Reason, Votes } from '../../bot/ports/memory.ts';
import type { Schema } from './schema.ts';

export function createVotes(db: Kysely<Schema>): Votes {
  return {
    cast: async ({ helpful, ...vote }) => {
      const row = { ...vote, helpful: helpful ? 1 : 0 };
      const { entry, reason, at } = row;
      await db
        .insertInto('votes')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['community', 'answer', 'person']).doUpdateSet({ helpful: row.helpful, reason, entry, at }),
        )
        .execute();
    },
    find: async ({ community, answer, person }) => {
      const row = await db
        .selectFrom('votes')
        .selectAll()
        .where('community', '=', community)
        .where('answer', '=', answer)
        .where('person', '=', person)
        .executeTakeFirst();
      return row && { ...row, helpful: row.helpful === 1 };
    },
    reasons: async (community, since) => {
      const rows = await db
        .selectFrom('votes')
        .select(({ fn }) => ['entry', 'reason', fn.countAll().as('count')])
        .where('community', '=', community)
        .where('at', '>=', since)
        .where('reason', '!=', '')
        .groupBy(['entry', 'reason'])
        .execute();
      return rows
        .map(({ entry, reason, count }) => ({ entry, reason: reason as Reason, count: Number(count) }))
        .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason));
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
