import { type CreateTableBuilder, type Expression, type Kysely, type Migration, Migrator, sql } from 'kysely';
import { StoreError } from '../../bot/ports/store.ts';
import { capital, translate, Unexplained } from '../errors.ts';
import type { Schema } from './schema.ts';

/** A dialect's names for the types of columns. */
export interface Types {
  /** Compared byte by byte, so that both dialects put rows in the same order. */
  readonly text: Expression<unknown>;
  readonly whole: Expression<unknown>;
  /** A primary key that grows with each row and never comes twice. */
  readonly id: Expression<unknown>;
  /** Ends a table whose rows are in the order of its primary key, if a dialect knows that. */
  readonly inOrder: Expression<unknown>;
}

type Column = 'id' | 'text' | 'text?' | 'whole' | 'whole?';

interface Table {
  readonly name: string;
  readonly columns: Readonly<Record<string, Column>>;
  readonly primary?: readonly string[];
  readonly unique?: readonly string[];
  /** Rows of one key are stored together, if a dialect can see to it. */
  readonly isInOrder?: boolean;
}

const TABLES: readonly Table[] = [
  { name: 'meta', columns: { name: 'text', value: 'text' }, primary: ['name'] },
  {
    name: 'acts',
    columns: {
      id: 'id',
      community: 'text',
      person: 'text',
      place: 'text',
      at: 'text',
      command: 'text',
      why: 'text',
      forced: 'text?',
      undoes: 'whole?',
      approves: 'whole?',
      held: 'whole',
    },
  },
  {
    name: 'changes',
    columns: {
      act: 'whole',
      position: 'whole',
      community: 'text',
      kind: 'text',
      key: 'text',
      before: 'text?',
      after: 'text?',
    },
    primary: ['act', 'position'],
  },
  {
    name: 'records',
    columns: { community: 'text', kind: 'text', key: 'text', value: 'text' },
    primary: ['community', 'kind', 'key'],
  },
  { name: 'choices', columns: { person: 'text', language: 'text' }, primary: ['person'] },
  {
    name: 'drafts',
    columns: { id: 'text', community: 'text', person: 'text', content: 'text', expires: 'text' },
    primary: ['id'],
  },
  {
    name: 'kept',
    columns: { key: 'text', place: 'text', person: 'text', content: 'text', expires: 'text' },
    primary: ['key'],
  },
  {
    name: 'invitations',
    columns: { code: 'text', community: 'text', place: 'text', expires: 'text' },
    primary: ['code'],
  },
  {
    name: 'answers',
    columns: {
      place: 'text',
      message: 'text',
      channel: 'text',
      community: 'text',
      entry: 'text',
      language: 'text',
      pin: 'text?',
      person: 'text',
      asked: 'text',
      at: 'text',
    },
    primary: ['place', 'message'],
  },
  {
    name: 'votes',
    columns: { community: 'text', person: 'text', answer: 'text', entry: 'text', helpful: 'whole', at: 'text' },
    primary: ['community', 'answer', 'person'],
  },
  {
    name: 'unanswered',
    columns: {
      id: 'id',
      community: 'text',
      text: 'text',
      language: 'text',
      count: 'whole',
      first: 'text',
      last: 'text',
    },
  },
  {
    name: 'tallies',
    columns: {
      community: 'text',
      day: 'text',
      what: 'text',
      language: 'text',
      platform: 'text',
      entry: 'text',
      count: 'whole',
    },
    primary: ['community', 'day', 'what', 'language', 'platform', 'entry'],
  },
  {
    name: 'inbox',
    columns: {
      position: 'id',
      platform: 'text',
      id: 'text',
      queue: 'text',
      person: 'text',
      payload: 'text',
      at: 'text',
      handled: 'whole',
    },
    unique: ['platform', 'id'],
  },
  {
    name: 'outbox',
    columns: {
      id: 'id',
      platform: 'text',
      queue: 'text',
      person: 'text',
      payload: 'text',
      due: 'text',
      attempts: 'whole',
    },
  },
  // Times of these two are milliseconds of the database's clock.
  { name: 'claims', columns: { name: 'text', holder: 'text', until: 'whole' }, primary: ['name'] },
  { name: 'sends', columns: { platform: 'text', place: 'text', at: 'whole' } },
  { name: 'places', columns: { place: 'text', met_at: 'text', left_at: 'text?' }, primary: ['place'] },
  {
    name: 'mentions',
    columns: { name: 'text', act: 'whole', position: 'whole' },
    primary: ['name', 'act', 'position'],
    isInOrder: true,
  },
];

/**
 * Acts are found without reading a history: the newest of a community and of a person, those that are held, and what
 * followed from one. So is what is kept of a person or a place, by which an erasure finds it.
 */
const INDEXES: readonly (readonly [table: string, ...columns: string[]])[] = [
  ['acts', 'community', 'id'],
  ['acts', 'person', 'at'],
  ['acts', 'place'],
  ['changes', 'community', 'kind', 'key'],
  ['changes', 'community', 'act'],
  ['records', 'kind', 'key'],
  ['drafts', 'expires'],
  ['kept', 'expires'],
  ['answers', 'community', 'entry', 'at'],
  ['answers', 'at'],
  ['answers', 'place', 'asked'],
  ['answers', 'person'],
  ['votes', 'community', 'at'],
  ['votes', 'person'],
  ['unanswered', 'community'],
  ['inbox', 'platform', 'handled', 'position'],
  ['outbox', 'platform', 'queue'],
  ['sends', 'platform', 'place'],
];

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
      .createIndex('acts_held')
      .on('acts')
      .columns(['community', 'id'])
      .where(sql.ref('held'), '=', sql.lit(1))
      .execute();
    for (const column of ['undoes', 'approves'])
      await db.schema
        .createIndex(`acts_by_${column}`)
        .on('acts')
        .column(column)
        .where(sql.ref(column), 'is not', null)
        .execute();
  },
});

async function createTable(
  db: Kysely<unknown>,
  { name, columns, primary, unique, isInOrder = false }: Table,
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
}

const typeOf = (type: Column, types: Types): Expression<unknown> =>
  type === 'id' ? types.id : type.startsWith('text') ? types.text : types.whole;

/** Every step to the tables of this version, in order. */
const STEPS = ['001-first'] as const;
type Step = (typeof STEPS)[number];

/**
 * Brings the tables up to date, in one transaction.
 * @param where names the database in messages
 * @throws StoreError if the tables were made by a newer program, or a step fails
 */
export async function migrate(db: Kysely<Schema>, types: Types, where: string): Promise<void> {
  const steps: Readonly<Record<Step, Migration>> = { '001-first': first(types) };
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => steps } }).migrateToLatest();
  if (error === undefined) return;
  refuseNewer(await stepsOf(db), where, 'Install that version, or set DATABASE_URL to another database.');
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

/** @param done steps that a database has behind it @param cure a sentence @throws StoreError if one is unknown */
export function refuseNewer(done: readonly string[], where: string, cure: string): void {
  const strange = done.filter((name) => !STEPS.some((step) => step === name));
  if (strange.length === 0) return;
  throw new StoreError(
    `${capital(where)} was last used by a newer version of this program (step ${strange.join(', ')} is ` +
      `unknown here). ${cure}`,
    { isLasting: true },
  );
}
