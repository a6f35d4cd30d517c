import type { Kysely } from 'kysely';
import type { Tallies, Tally } from '../../bot/ports/memory.ts';
import { inChunks } from './in-chunks.ts';
import type { Schema } from './schema.ts';

const KEY = ['community', 'day', 'what', 'language', 'platform', 'entry'] as const;

export function createTallies(db: Kysely<Schema>): Tallies {
  return {
    add: (tallies) =>
      inChunks(summed(tallies), async (chunk) => {
        const insert = db.insertInto('tallies').values([...chunk]);
        await insert.onConflict((conflict) => conflict.columns(KEY).doUpdateSet((row) => ({ count: row('tallies.count', '+', row.ref('excluded.count')) }))).execute();
      }),
    list: (community, since) => {
      let query = db.selectFrom('tallies').selectAll().where('community', '=', community).where('day', '>=', since);
      for (const column of KEY) query = query.orderBy(column);
      return query.execute();
    },
    busiest: async (since, most) => {
      const sums = db.selectFrom('tallies').select(['community', (row) => row.fn.sum('count').as('count')]);
      const asked = sums.where('what', '=', 'asked').where('day', '>=', since).groupBy('community').orderBy('count', 'desc').orderBy('community').limit(most);
      return (await asked.execute()).map(({ community, count }) => ({ community, count: Number(count) }));
    },
  };
}

/** A statement may touch each row once only. */
function summed(tallies: readonly Tally[]): Tally[] {
  const sums = new Map<string, Tally>();
  for (const tally of tallies) {
    const name = JSON.stringify(KEY.map((column) => tally[column]));
    sums.set(name, { ...tally, count: tally.count + (sums.get(name)?.count ?? 0) });
  }
  return [...sums.values()];
}
