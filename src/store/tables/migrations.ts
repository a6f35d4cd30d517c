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
  /** Whether the dialect keeps samples of columns for its plans. */
  readonly isSampled: boolean;
}

/** `personal` is text that may tell of a person: by a hash, a private chat, words. No samples are kept of it. */
type Column = 'id' | 'text' | 'text?' | 'personal' | 'personal?' | 'whole' | 'whole?';

interface Table {
  readonly name: string;
  readonly columns: Readonly<Record<string, Column>>;
  readonly primary?: readonly string[];
  readonly unique?: readonly string[];
  /** Rows of one key are stored together, if a dialect can see to it. */
  readonly isInOrder?: boolean;
}

/** As the first step makes them. */
const TABLES: readonly Table[] = [
  { name: 'meta', columns: { name: 'personal', value: 'personal' }, primary: ['name'] },
  {
    name: 'acts',
    columns: {
      id: 'id',
      community: 'personal',
      person: 'personal',
      place: 'personal',
      at: 'text',
      command: 'text',
      why: 'personal',
      forced: 'text?',
      undoes: 'whole?',
    },
  },
  {
    name: 'changes',
    columns: {
      act: 'whole',
      position: 'whole',
      community: 'personal',
      kind: 'text',
      key: 'personal',
      before: 'personal?',
      after: 'personal?',
    },
    primary: ['act', 'position'],
  },
  {
    name: 'records',
    columns: { community: 'personal', kind: 'text', key: 'personal', value: 'personal' },
    primary: ['community', 'kind', 'key'],
  },
  { name: 'choices', columns: { person: 'personal', language: 'text' }, primary: ['person'] },
  { name: 'quiet', columns: { person: 'personal' }, primary: ['person'] },
  {
    name: 'drafts',
    columns: { id: 'text', community: 'personal', person: 'personal', content: 'personal', expires: 'text' },
    primary: ['id'],
  },
  {
    name: 'kept',
    columns: { key: 'personal', place: 'personal', person: 'personal', content: 'personal', expires: 'text' },
    primary: ['key'],
  },
  {
    name: 'invitations',
    columns: { code: 'text', community: 'personal', place: 'personal', expires: 'text' },
    primary: ['code'],
  },
  {
    name: 'answers',
    columns: {
      place: 'personal',
      message: 'personal',
      channel: 'personal',
      community: 'personal',
      entry: 'text',
      language: 'text',
      pin: 'text?',
      person: 'personal',
      asked: 'personal',
      at: 'text',
    },
    primary: ['place', 'message'],
  },
  {
    name: 'votes',
    columns: {
      community: 'personal',
      person: 'personal',
      answer: 'personal',
      entry: 'text',
      helpful: 'whole',
      reason: 'text',
      at: 'text',
    },
    primary: ['community', 'answer', 'person'],
  },
  {
    name: 'questions',
    columns: {
      id: 'id',
      community: 'personal',
      language: 'text',
      state: 'text',
      at: 'text',
      place: 'personal',
      channel: 'personal',
      post: 'personal',
      helper: 'personal',
      words: 'personal',
      said: 'personal',
      link: 'personal',
      proposal: 'personal',
    },
  },
  {
    name: 'askers',
    columns: {
      item: 'whole',
      person: 'personal',
      text: 'personal',
      place: 'personal',
      channel: 'personal',
      message: 'personal',
      link: 'personal',
      offered: 'text',
      meant: 'text',
      at: 'text',
      until: 'text',
      address: 'personal',
      told: 'personal',
    },
    primary: ['item', 'person'],
  },
  {
    name: 'signals',
    columns: {
      item: 'whole',
      person: 'personal',
      asker: 'personal',
      entry: 'text',
      kind: 'text',
      at: 'text',
      dropped: 'whole',
    },
    primary: ['item', 'person'],
  },
  { name: 'credits', columns: { person: 'personal', name: 'personal' }, primary: ['person'] },
  {
    name: 'tallies',
    columns: {
      community: 'personal',
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
      id: 'personal',
      queue: 'personal',
      person: 'personal',
      payload: 'personal',
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
      queue: 'personal',
      person: 'personal',
      payload: 'personal',
      due: 'text',
      attempts: 'whole',
    },
  },
  // Times of these two are milliseconds of the database's clock.
  { name: 'claims', columns: { name: 'text', holder: 'text', until: 'whole' }, primary: ['name'] },
  { name: 'sends', columns: { platform: 'text', place: 'personal', at: 'whole' } },
  { name: 'places', columns: { place: 'personal', met_at: 'text', left_at: 'text?' }, primary: ['place'] },
  {
    name: 'mentions',
    columns: { name: 'personal', act: 'whole', position: 'whole' },
    primary: ['name', 'act', 'position'],
    isInOrder: true,
  },
];

/** Names of columns by table, as all steps together make them: a test compares them with a new database. */
export const COLUMNS: ReadonlyMap<string, readonly string[]> = new Map(
  TABLES.map(({ name, columns }) => [name, Object.keys(columns)]),
);

export const TABLE_NAMES: readonly string[] = [...COLUMNS.keys()];

/**
 * Acts are found without reading a history: the newest of a community and of a person, and what followed from one. So
 * is what is kept of a person or a place, by which an erasure finds it.
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
  ['questions', 'community', 'state'],
  ['questions', 'place', 'post'],
  ['questions', 'place', 'said'],
  ['questions', 'helper'],
  ['questions', 'state', 'at'],
  ['askers', 'person'],
  ['askers', 'place', 'told'],
  ['askers', 'place', 'message'],
  ['askers', 'until'],
  ['signals', 'person'],
  ['signals', 'asker'],
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
      .createIndex('acts_by_undoes')
      .on('acts')
      .column('undoes')
      .where(sql.ref('undoes'), 'is not', null)
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
  const personal = Object.entries(columns).filter(([, type]) => type.startsWith('personal'));
  for (const [column] of types.isSampled ? personal : [])
    await sql`alter table ${sql.table(name)} alter column ${sql.ref(column)} set statistics 0`.execute(db);
}

const typeOf = (type: Column, types: Types): Expression<unknown> =>
  type === 'id' ? types.id : type.startsWith('whole') ? types.whole : types.text;

/**
 * Every step to the tables of this version, in order. A step that was released never changes: databases have it behind
 * them. A test compares it with its hash in `tests/store/tables/steps.json`.
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
 * Only a newer version has all steps of this one behind it; others that are unknown are of another origin.
 * @param done steps that a database has behind it @param cures a sentence each
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
