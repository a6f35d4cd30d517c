import { type CreateTableBuilder, type Expression, type Kysely, type Migration, Migrator, sql } from 'kysely';
import { StoreError } from '../../bot/ports/store.ts';
import { capital, translate, Unexplained } from '../errors.ts';
import type { Schema } from './schema.ts';
import { type Column, INDEXES, TABLES, type TableShape } from './tables.ts';

/** A dialect's names for the types of columns. */
export interface Types {
  /** Compared byte by byte, so that both dialects put rows in the same order. */
  readonly text: Expression<unknown>;
  readonly whole: Expression<unknown>;
  /** A primary key that grows with each row and is never used again. */
  readonly id: Expression<unknown>;
  /** The end of `create table` that stores rows in the order of their primary key, if the dialect has one. */
  readonly inOrder: Expression<unknown>;
  /** Whether the dialect's statistics copy values of columns. */
  readonly isSampled: boolean;
}

const first = (types: Types): Migration => ({
  up: async (db) => {
    for (const table of TABLES) await createTable(db, table, types);
    for (const [table, ...columns] of INDEXES)
      await db.schema
        .createIndex([table, 'by', ...columns].join('_'))
        .on(table)
        .columns(columns)
        .execute();
    await db.schema
      .createIndex('acts_by_undoes')
      .on('acts')
      .column('undoes')
      .where(sql.ref('undoes'), 'is not', null)
      .execute();
  },
});

async function createTable(
  db: Kysely<unknown>,
  { name, columns, primary, unique, isInOrder = false }: TableShape,
  types: Types,
): Promise<void> {
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, type] of Object.entries(columns)) {
    table = table.addColumn(column, typeOf(type, types), (one) =>
      type.endsWith('?') || type === 'id' ? one : one.notNull(),
    );
  }
  if (primary) table = table.addPrimaryKeyConstraint(`${name}_key`, [...primary]);
  if (unique) table = table.addUniqueConstraint(`${name}_once`, [...unique]);
  await (isInOrder ? table.modifyEnd(types.inOrder) : table).execute();
  const personal = Object.entries(columns).filter(([, type]) => type.startsWith('personal'));
  for (const [column] of types.isSampled ? personal : [])
    await sql`alter table ${sql.table(name)} alter column ${sql.ref(column)} set statistics 0`.execute(db);
}

const typeOf = (type: Column, types: Types): Expression<unknown> =>
  type === 'id' ? types.id : type.startsWith('whole') ? types.whole : types.text;

/**
 * Every step to the tables of this version, in order. A released step never changes, because databases have run it. A
 * test compares it with its hash in `tests/store/tables/steps.json`.
 */
const STEPS = ['001-first'] as const;
type Step = (typeof STEPS)[number];

export const stepsFor = (types: Types): Readonly<Record<Step, Migration>> => ({ '001-first': first(types) });

/**
 * Brings the tables up to date, in one transaction.
 * @param where names the database in messages
 * @throws StoreError if the tables were made by a newer or by another program, or a step fails
 */
export async function migrate(db: Kysely<Schema>, types: Types, where: string): Promise<void> {
  const steps = stepsFor(types);
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => steps } }).migrateToLatest();
  if (error === undefined) return;
  refuseStrange(await stepsOf(db), where, {
    newer: 'Install that version, or set DATABASE_URL to another database.',
    other: "Set DATABASE_URL to a database of the bot's own.",
  });
  if (error instanceof Unexplained)
    throw new StoreError(
      `${error.message}. Perhaps these are tables of another program: set DATABASE_URL to an empty database.`,
      { cause: error, isLasting: true },
    );
  throw translate(error, where);
}

const stepsOf = (db: Kysely<Schema>): Promise<string[]> =>
  db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
    .then(
      (done) => done.map(({ name }) => name),
      () => [],
    );

/**
 * Refuses a database with unknown steps: a newer version made it if it also has all steps of this one, else another
 * program.
 * @param done steps that it has run @param cures a sentence for each case
 * @throws StoreError if one is unknown
 */
export function refuseStrange(
  done: readonly string[],
  where: string,
  cures: { readonly newer: string; readonly other: string },
): void {
  const strange = done.filter((name) => !STEPS.some((step) => step === name));
  if (strange.length === 0) return;
  const isNewer = STEPS.every((step) => done.includes(step));
  const found = `step ${strange.join(', ')} is unknown here`;
  throw new StoreError(
    isNewer
      ? `${capital(where)} was last used by a newer version of this program (${found}). ${cures.newer}`
      : `${capital(where)} is of another origin: its tables were not made by a version of this program (${found}). ` +
          cures.other,
    { isLasting: true },
  );
}
