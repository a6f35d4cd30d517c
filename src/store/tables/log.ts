import { type Kysely, sql } from 'kysely';
import type { Act, Change, Edit, Kind, NewAct, RecordKey, StoredRecord } from '../../bot/ports/changes.ts';
import type { ActFilter } from '../../bot/ports/store.ts';
import { inChunks, plainText } from '../base.ts';
import { noteMentions, readActs } from './acts.ts';
import { forget } from './forget.ts';
import type { Schema } from './schema.ts';

/**
 * The append-only log of acts, and the records that follow from it.
 * @param onAppend called for each act
 */
export function createLog(db: Kysely<Schema>, onAppend: () => void) {
  return {
    /**
     * Adds an act and applies its edits. Edits that change nothing are left out; of two edits of one record the last
     * counts.
     */
    append: async (act: NewAct): Promise<Act> => {
      onAppend();
      return append(db, act);
    },
    /** Oldest first. */
    acts: (filter: ActFilter): Promise<Act[]> => readActs(db, filter),
    /** The highest id, 0 for an empty log. */
    last: async (): Promise<number> =>
      (
        await db
          .selectFrom('acts')
          .select(({ fn }) => fn.max('id').as('last'))
          .executeTakeFirst()
      )?.last ?? 0,
    /** @param filter `begin`: first letters of the key. Default: all records */
    records: async (filter: Partial<RecordKey> & { readonly begin?: string } = {}): Promise<StoredRecord[]> => {
      let query = db.selectFrom('records').selectAll().orderBy('community').orderBy('kind').orderBy('key');
      for (const column of ['community', 'kind', 'key'] as const)
        if (filter[column] !== undefined) query = query.where(column, '=', filter[column]);
      if (filter.begin !== undefined)
        query = query.where('key', '>=', filter.begin).where('key', '<', `${filter.begin}\u{10ffff}`);
      return query.execute();
    },
    /** A page of all records. @param after the last record of the page before; undefined for the first page */
    recordsAfter: (after: RecordKey | undefined, most: number): Promise<StoredRecord[]> => {
      const page = db.selectFrom('records').selectAll().orderBy('community').orderBy('kind').orderBy('key').limit(most);
      return (
        after
          ? page.where(sql<boolean>`(community, kind, key) > (${after.community}, ${after.kind}, ${after.key})`)
          : page
      ).execute();
    },
    /**
     * A page of the communities that have records, sorted by bytes. @param after the last name of the page before, or
     * empty
     */
    communities: (after: string, most: number) => readCommunities(db, after, most),
    /** Communities with at least so many records of a kind, those with the most first; `most` communities. */
    largest: (kind: Kind, least: number, most: number) => readLargest(db, kind, least, most),
    /**
     * A page of a platform's places that have records: those linked to a community, and those that are one by
     * themselves. Sorted by bytes. @param after the last key of the page before, or empty
     */
    places: (platform: string, after: string, most: number) => readPlaces(db, platform, after, most),
    /**
     * Removes a person from the log, which is never changed otherwise: their hash, also in records; their reasons; and
     * their home, with its decisions if no other place shares them.
     * @param home key of their private chat with the bot @returns communities whose records have changed
     */
    forget: (person: string, home: string) => forget(db, person, home),
  };
}

async function readCommunities(db: Kysely<Schema>, after: string, most: number): Promise<string[]> {
  const names = db
    .selectFrom('records')
    .select('community')
    .distinct()
    .where('community', '>', after)
    .orderBy('community')
    .limit(most);
  return (await names.execute()).map(({ community }) => community);
}

async function readLargest(db: Kysely<Schema>, kind: Kind, least: number, most: number): Promise<string[]> {
  const largest = db
    .selectFrom('records')
    .select('community')
    .where('kind', '=', kind)
    .groupBy('community')
    .having((record) => record.fn.countAll(), '>=', least)
    .orderBy((record) => record.fn.countAll(), 'desc')
    .orderBy('community')
    .limit(most);
  return (await largest.execute()).map(({ community }) => community);
}

/** A linked community keeps its name when the place of that name is gone. */
async function readPlaces(db: Kysely<Schema>, platform: string, after: string, most: number): Promise<string[]> {
  const [first, end] = [after === '' ? `${platform}:` : after, `${platform};`];
  const linked = db
    .selectFrom('records')
    .select('key')
    .distinct()
    .where('kind', '=', 'place')
    .where('key', '>', first)
    .where('key', '<', end)
    .orderBy('key')
    .limit(most);
  const alone = db
    .selectFrom('records')
    .select('community')
    .distinct()
    .where('community', '>', first)
    .where('community', '<', end)
    .where((record) =>
      record.not(
        record.exists(
          record
            .selectFrom('records as place')
            .select('place.key')
            .where('place.kind', '=', 'place')
            .whereRef('place.community', '=', 'records.community'),
        ),
      ),
    )
    .orderBy('community')
    .limit(most);
  const found = new Set([
    ...(await linked.execute()).map(({ key }) => key),
    ...(await alone.execute()).map(({ community }) => community),
  ]);
  return [...found].sort(byBytes).slice(0, most);
}

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

async function append(db: Kysely<Schema>, { edits, ...rest }: NewAct): Promise<Act> {
  const act = { ...rest, why: plainText(rest.why), forced: rest.forced === null ? null : plainText(rest.forced) };
  const plain = plainEdits(edits);
  const present = await presentValues(db, plain);
  const changes = plain
    .map((edit) => ({ ...edit, before: present(edit) ?? null }))
    .filter(({ before, after }) => before !== after);
  const { id } = await db.insertInto('acts').values(act).returning('id').executeTakeFirstOrThrow();
  const rows = changes.map((change, position) => ({ act: id, position, ...change }));
  await inChunks(rows, async (chunk) => insertChanges(db, chunk));
  await applyChanges(db, changes);
  return { ...act, id, changes };
}

async function insertChanges(db: Kysely<Schema>, rows: readonly Schema['changes'][]): Promise<void> {
  const insert = db.insertInto('changes').values([...rows]);
  await insert.execute();
  await noteMentions(db, rows);
}

/** The last edit of each record, with the text that the database will store. */
function plainEdits(edits: readonly Edit[]): Edit[] {
  const plain = edits.map(({ community, kind, key, after }) => ({
    community: plainText(community),
    kind,
    key: plainText(key),
    after: after === null ? null : plainText(after),
  }));
  return [...new Map(plain.map((edit) => [nameOf(edit), edit])).values()];
}

/** A record's name as one string. */
const nameOf = ({ community, kind, key }: RecordKey): string => JSON.stringify([community, kind, key]);

/** Present values of the records that the edits are about. */
async function presentValues(
  db: Kysely<Schema>,
  edits: readonly Edit[],
): Promise<(record: RecordKey) => string | undefined> {
  const values = new Map<string, string>();
  for (const { community, kind, keys } of groups(edits)) {
    await inChunks(keys, async (chunk) => {
      const found = await db
        .selectFrom('records')
        .selectAll()
        .where('community', '=', community)
        .where('kind', '=', kind)
        .where('key', 'in', chunk)
        .execute();
      for (const record of found) values.set(nameOf(record), record.value);
    });
  }
  return (record) => values.get(nameOf(record));
}

/** Applies changes to the records. */
async function applyChanges(db: Kysely<Schema>, changes: readonly Change[]): Promise<void> {
  const kept = changes.flatMap(({ community, kind, key, after }) =>
    after === null ? [] : [{ community, kind, key, value: after }],
  );
  await inChunks(kept, async (chunk) => {
    const insert = db.insertInto('records').values([...chunk]);
    await insert
      .onConflict((conflict) =>
        conflict.columns(['community', 'kind', 'key']).doUpdateSet((row) => ({ value: row.ref('excluded.value') })),
      )
      .execute();
  });
  for (const { community, kind, keys } of groups(changes.filter(({ after }) => after === null))) {
    await inChunks(
      keys,
      async (chunk) =>
        void (await db
          .deleteFrom('records')
          .where('community', '=', community)
          .where('kind', '=', kind)
          .where('key', 'in', chunk)
          .execute()),
    );
  }
}

/** Records by community and kind. */
function groups(records: readonly RecordKey[]): { community: string; kind: RecordKey['kind']; keys: string[] }[] {
  const found = new Map<string, { community: string; kind: RecordKey['kind']; keys: string[] }>();
  for (const { community, kind, key } of records) {
    const name = JSON.stringify([community, kind]);
    const group = found.get(name) ?? { community, kind, keys: [] };
    group.keys.push(key);
    found.set(name, group);
  }
  return [...found.values()];
}
