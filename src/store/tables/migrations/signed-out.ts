import { type Kysely, type Migration, sql } from 'kysely';

/**
 * Who had signed out of the pages stood under the hash of a person, which an erasure did not find in a key. What served
 * for hours goes; keys to the pages from before open no more.
 */
export const signedOut: Migration = {
  up: async (db: Kysely<unknown>) => {
    const isSo = sql`kind = 'setting' and (key like 'signed-out:%' or key like 'signed-out-everywhere:%')`;
    await sql`delete from mentions where exists (select 1 from changes where changes.act = mentions.act and changes.position = mentions.position and ${isSo})`.execute(
      db,
    );
    await sql`update changes set key = 'signed-out' where ${isSo}`.execute(db);
    await sql`delete from records where ${isSo}`.execute(db);
  },
};
