import type { CreateTableBuilder, Expression, Kysely, Migration } from 'kysely';
import type { Types } from '../migrations.ts';

type Column = 'id' | 'text' | 'text?' | 'whole' | 'whole?';

interface Table {
  readonly name: string;
  readonly columns: Readonly<Record<string, Column>>;
  readonly primary?: readonly string[];
  readonly unique?: readonly string[];
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
      lane: 'text',
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
      lane: 'text',
      person: 'text',
      payload: 'text',
      due: 'text',
      attempts: 'whole',
    },
  },
];

const INDEXES: readonly (readonly [table: string, ...columns: string[]])[] = [
  ['acts', 'community'],
  ['changes', 'community', 'kind', 'key'],
  ['answers', 'community', 'entry', 'at'],
  ['answers', 'at'],
  ['answers', 'place', 'asked'],
  ['votes', 'community', 'at'],
  ['unanswered', 'community'],
  ['inbox', 'platform', 'handled', 'position'],
  ['outbox', 'platform', 'lane'],
];

export const first = (types: Types): Migration => ({
  up: async (db) => {
    for (const table of TABLES) await createTable(db, table, types);
    for (const [table, ...columns] of INDEXES)
      await db.schema
        .createIndex([table, 'by', ...columns].join('_'))
        .on(table)
        .columns(columns)
        .execute();
  },
});

async function createTable(
  db: Kysely<unknown>,
  { name, columns, primary, unique }: Table,
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
  await table.execute();
}

const typeOf = (type: Column, types: Types): Expression<unknown> =>
  type === 'id' ? types.id : type.startsWith('text') ? types.text : types.whole;
