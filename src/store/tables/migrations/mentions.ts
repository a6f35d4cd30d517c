import { type Kysely, type Migration, sql } from 'kysely';
import type { Kind } from '../../../bot/ports/changes.ts';
import { noteMentions } from '../mentions.ts';
import type { Types } from '../migrations.ts';
import type { Schema } from '../schema.ts';

/**
 * Finds what is kept of a person or a place without reading a log: whom a change tells of, and who voted, was answered,
 * did something where.
 */
export const mentions = ({ text, whole, inOrder }: Types): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('mentions')
      .addColumn('name', text, (column) => column.notNull())
      .addColumn('act', whole, (column) => column.notNull())
      .addColumn('position', whole, (column) => column.notNull())
      .addPrimaryKeyConstraint('mentions_key', ['name', 'act', 'position'])
      // All of one name stands together, and goes together.
      .modifyEnd(inOrder)
      .execute();
    await db.schema.createIndex('acts_by_place').on('acts').column('place').execute();
    await db.schema.createIndex('answers_by_person').on('answers').column('person').execute();
    await db.schema.createIndex('votes_by_person').on('votes').column('person').execute();
    await db.schema.createIndex('drafts_by_expires').on('drafts').column('expires').execute();
    await db.schema.createIndex('records_by_kind_key').on('records').columns(['kind', 'key']).execute();
    await readAll(db as Kysely<Schema>);
  },
});

/** Acts whose changes are read at once. */
const PAGE = 1000;
const TELLING: readonly Kind[] = ['place', 'setting', 'retired'];
/** A hash as a string; what else is as long is told apart later. */
const AS_LONG = `%"${'_'.repeat(32)}"%`;

async function readAll(db: Kysely<Schema>): Promise<void> {
  const { last } = await db
    .selectFrom('changes')
    .select(({ fn }) => fn.max('act').as('last'))
    .executeTakeFirstOrThrow();
  for (let after = -1; after < (last ?? -1); after += PAGE) {
    const { rows } = await sql<Schema['changes']>`
      select * from changes where act > ${after} and act <= ${after + PAGE}
        and (kind in (${sql.join(TELLING)}) or before like ${AS_LONG} or after like ${AS_LONG})`.execute(db);
    await noteMentions(db, rows);
  }
}
