import { type Kysely, sql } from 'kysely';
import type { Sends } from '../../bot/ports/claims.ts';
import type { Base } from '../base.ts';
import type { Schema } from './schema.ts';

export function createSends(db: Kysely<Schema>, clock: Base['clock']): Sends {
  const before = (within: number) => sql<number>`${clock} - ${within}`;
  return {
    add: async (platform, place, within) => {
      await db
        .deleteFrom('sends')
        .where('platform', '=', platform)
        .where('place', '=', place)
        .where('at', '<', before(within))
        .execute();
      await db.insertInto('sends').values({ platform, place, at: clock }).execute();
    },
    since: (platform, within) =>
      db
        .selectFrom('sends')
        .select(['place', sql<number>`${clock} - at`.as('age')])
        .where('platform', '=', platform)
        .where('at', '>=', before(within))
        .orderBy('at')
        .execute(),
    prune: async (within) => void (await db.deleteFrom('sends').where('at', '<', before(within)).execute()),
  };
}
