import { type Kysely, type Migration, sql } from 'kysely';

/** Who moderates on the pages stands there by name. Of those who were removed before, the log kept it. */
export const removedModerators: Migration = {
  up: async (db: Kysely<unknown>) => {
    const isRemoved = sql`kind = 'setting' and key like 'moderator:%' and not exists (
      select 1 from records where records.community = changes.community and records.kind = changes.kind and records.key = changes.key)`;
    await sql`delete from mentions where exists (select 1 from changes where changes.act = mentions.act and changes.position = mentions.position and ${isRemoved})`.execute(
      db,
    );
    await sql`update changes set before = null, after = null where ${isRemoved}`.execute(db);
  },
};
