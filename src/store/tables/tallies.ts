import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Tally } from '../../bot/ports/memory.ts';
import { inChunks } from '../base.ts';
import type { Schema } from './schema.ts';

const TALLY_KEY = ['community', 'day', 'what', 'language', 'platform', 'entry'] as const;

export function createTallies(db: Kysely<Schema>) {
  return {
    /** Adds to the counts. */
    add: (tallies: readonly Tally[]): Promise<void> =>
      inChunks(summed(tallies), async (chunk) => {
        const insert = db.insertInto('tallies').values([...chunk]);
        await insert
          .onConflict((conflict) =>
            conflict
              .columns(TALLY_KEY)
              .doUpdateSet((row) => ({ count: row('tallies.count', '+', row.ref('excluded.count')) })),
          )
          .execute();
      }),
    /** @param since a day, included */
    list: (community: string, since: string): Promise<Tally[]> => {
      let query = db.selectFrom('tallies').selectAll().where('community', '=', community).where('day', '>=', since);
      for (const column of TALLY_KEY) query = query.orderBy(column);
      return query.execute();
    },
    /** Communities that asked most, with their counts; `most` of them. @param since a day, included */
    busiest: (since: string, most: number) => busiest(db, since, most),
  };
}

/** Communities in one statement, which takes a few milliseconds; others get their turn in between. */
const PAGE = 1000;

async function busiest(
  db: Kysely<Schema>,
  since: string,
  most: number,
): Promise<{ community: string; count: number }[]> {
  let found: { community: string; count: number }[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const end: string | undefined = await endOfPage(db, after);
    const asked = db
      .selectFrom('tallies')
      .select(['community', (row) => row.fn.sum('count').as('count')])
      .where('what', '=', 'asked')
      .where('day', '>=', since)
      .where('community', '>', after);
    const sums = await (end === undefined ? asked : asked.where('community', '<=', end))
      .groupBy('community')
      .orderBy('count', 'desc')
      .orderBy('community')
      .limit(most)
      .execute();
    // The sort is stable: of equal counts, those of an earlier page come first.
    found = [...found, ...sums.map(({ community, count }) => ({ community, count: Number(count) }))]
      .sort((a, b) => b.count - a.count)
      .slice(0, most);
    if (end !== undefined) await setImmediate();
    after = end;
  }
  return found;
}

async function endOfPage(db: Kysely<Schema>, after: string): Promise<string | undefined> {
  const names = db
    .selectFrom('tallies')
    .select('community')
    .distinct()
    .where('community', '>', after)
    .orderBy('community')
    .limit(1)
    .offset(PAGE);
  return (await names.executeTakeFirst())?.community;
}

/** An upsert may touch each row only once. */
function summed(tallies: readonly Tally[]): Tally[] {
  const sums = new Map<string, Tally>();
  for (const tally of tallies) {
    const name = JSON.stringify(TALLY_KEY.map((column) => tally[column]));
    sums.set(name, { ...tally, count: tally.count + (sums.get(name)?.count ?? 0) });
  }
  return [...sums.values()];
}
