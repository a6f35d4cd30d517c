import { type Expression, type Kysely, sql } from 'kysely';
import type { Claims, HeldClaims } from '../../bot/ports/claims.ts';
import type { Schema } from './schema.ts';

/**
 * One statement each, in no transaction: the holder of a claim keeps it also while a long transaction makes all others
 * wait.
 */
export function createClaims(db: Kysely<Schema>, clock: Expression<number>, holder: string): Claims {
  return {
    holder,
    hold: async (name, ms) => {
      const { rows } = await sql`
        insert into claims (name, holder, until) values (${name}, ${holder}, ${clock} + ${ms})
        on conflict (name) do update set holder = excluded.holder, until = excluded.until
          where claims.holder = excluded.holder or claims.until < ${clock}
        returning name`.execute(db);
      return rows.length > 0;
    },
    // The row stays: the last holder is told apart from the present one.
    release: async (name) =>
      void (await db
        .updateTable('claims')
        .set({ until: 0 })
        .where('name', '=', name)
        .where('holder', '=', holder)
        .execute()),
  };
}

export const createHeldClaims = (db: Kysely<Schema>): HeldClaims => ({
  holderOf: async (name) =>
    (await db.selectFrom('claims').select('holder').where('name', '=', name).executeTakeFirst())?.holder,
});
