import { type Kysely, sql } from 'kysely';
import type { Act, Edit, NewAct } from '../bot/ports/changes.ts';
import type { Log } from '../bot/ports/store.ts';
import { readActs } from './acts.ts';
import { inChunks } from './in-chunks.ts';
import { plainText } from './plain-text.ts';
import { applyChanges, nameOf, presentValues } from './records.ts';
import type { Schema } from './schema.ts';

/** @param onAppend is called for each act that is written down */
export function createLog(db: Kysely<Schema>, onAppend: () => void): Log {
  return {
    append: async (act) => {
      onAppend();
      return append(db, act);
    },
    act: async (id) => (await readActs(db, { ids: [id] }))[0],
    acts: (filter) => readActs(db, filter),
    last: () => lastId(db),
    records: (filter = {}) => {
      let query = db.selectFrom('records').selectAll().orderBy('community').orderBy('kind').orderBy('key');
      for (const column of ['community', 'kind', 'key'] as const) if (filter[column] !== undefined) query = query.where(column, '=', filter[column]);
      return query.execute();
    },
    forget: (person) => forget(db, person),
  };
}

async function lastId(db: Kysely<Schema>): Promise<number> {
  const query = db.selectFrom('acts').select(({ fn }) => fn.max('id').as('last'));
  return (await query.executeTakeFirst())?.last ?? 0;
}

async function append(db: Kysely<Schema>, { edits, ...rest }: NewAct): Promise<Act> {
  const act = { ...rest, why: plainText(rest.why), forced: rest.forced === null ? null : plainText(rest.forced) };
  const plain = plainEdits(edits);
  const present = await presentValues(db, plain);
  const changes = plain.map((edit) => ({ ...edit, before: present(edit) ?? null })).filter(({ before, after }) => before !== after);
  const { id } = await db
    .insertInto('acts')
    .values({ ...act, held: act.held ? 1 : 0 })
    .returning('id')
    .executeTakeFirstOrThrow();
  const rows = changes.map((change, position) => ({ act: id, position, ...change }));
  await inChunks(rows, async (chunk) => insertChanges(db, chunk));
  if (!act.held) await applyChanges(db, changes);
  return { ...act, id, changes };
}

async function insertChanges(db: Kysely<Schema>, rows: readonly Schema['changes'][]): Promise<void> {
  const insert = db.insertInto('changes').values([...rows]);
  await insert.execute();
}

/** One edit per record, the last one that was given, with the bytes that will stand in the database. */
function plainEdits(edits: readonly Edit[]): Edit[] {
  const plain = edits.map(({ community, kind, key, after }) => ({ community: plainText(community), kind, key: plainText(key), after: after === null ? null : plainText(after) }));
  return [...new Map(plain.map((edit) => [nameOf(edit), edit])).values()];
}

/** In records and changes a person's hash stands as a JSON string, e.g. that of the moderator who set a pin. */
async function forget(db: Kysely<Schema>, person: string): Promise<number> {
  if (person === '') return 0;
  const quoted = JSON.stringify(person);
  const without = (column: 'before' | 'after' | 'value') => sql<string>`replace(${sql.ref(column)}, ${quoted}, '""')`;
  for (const column of ['before', 'after'] as const) {
    const update = db.updateTable('changes').set({ [column]: without(column) });
    await update.where(column, '<>', without(column)).execute();
  }
  const update = db.updateTable('records').set({ value: without('value') });
  await update.where('value', '<>', without('value')).execute();
  const { numUpdatedRows } = await db.updateTable('acts').set({ person: '' }).where('person', '=', person).executeTakeFirst();
  return Number(numUpdatedRows);
}
