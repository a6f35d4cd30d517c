import { type Expression, type Kysely, type RawBuilder, sql } from 'kysely';
import { encode, type SourceRecord } from '../../bot/community/records.ts';
import { inChunks } from '../base.ts';
import { NO_REASON, reasonOf } from './acts.ts';
import type { Schema } from './schema.ts';

/** A part of an erasure. */
export interface Part {
  /** Communities whose records have changed. */
  readonly touched: readonly string[];
  /** Whether there may be more. */
  readonly isMore: boolean;
}

/** Changes or acts in one step, which takes some ten milliseconds. */
const MOST = 200;

/**
 * Removes a part of a person's traces from the log: their hash and their reasons. A later call finds the rest, so that
 * an erasure can continue at any time.
 */
export async function forgetSome(db: Kysely<Schema>, person: string): Promise<Part> {
  const hashes = await forgetHash(db, person);
  if (hashes.isMore) return hashes;
  const { touched, isMore } = await forgetActs(db, person);
  return { touched: [...hashes.touched, ...touched], isMore };
}

/** In records and changes a person's hash is a JSON string, e.g. that of the moderator who set a pin. */
async function forgetHash(db: Kysely<Schema>, person: string): Promise<Part> {
  const page = db
    .selectFrom('mentions')
    .select(['act', 'position'])
    .where('name', '=', person)
    .orderBy('act')
    .orderBy('position')
    .limit(MOST);
  const mentioning = db.selectFrom('changes').where(sql<boolean>`(act, position) in ${page}`);
  const named = await forgetHelper(db, person, page);
  const changed = await db
    .updateTable('records')
    .set({ value: without('value', person) })
    .where(sql<boolean>`(community, kind, key) in ${mentioning.select(['community', 'kind', 'key'])}`)
    .where('value', 'like', `%"${person}"%`)
    .returning('community')
    .execute();
  await db
    .updateTable('changes')
    .set({ before: without('before', person), after: without('after', person) })
    .where(sql<boolean>`(act, position) in ${page}`)
    .execute();
  const { numDeletedRows } = await db
    .deleteFrom('mentions')
    .where('name', '=', person)
    .where(sql<boolean>`(act, position) in ${page}`)
    .executeTakeFirstOrThrow();
  return { touched: [...named, ...changed.map(({ community }) => community)], isMore: numDeletedRows >= MOST };
}

/** Reduces a source that was made of a helper's answer to a title without name and address. */
async function forgetHelper(db: Kysely<Schema>, person: string, page: Expression<unknown>): Promise<string[]> {
  const changes = await db
    .selectFrom('changes')
    .selectAll()
    .where('kind', '=', 'source')
    .where(sql<boolean>`(act, position) in ${page}`)
    .execute();
  const touched: string[] = [];
  for (const { act, position, community, key, before, after } of changes) {
    const change = db.updateTable('changes').where('act', '=', act).where('position', '=', position);
    await change.set({ before: withoutHelper(before, person), after: withoutHelper(after, person) }).execute();
    const own = db.selectFrom('records').select('value').where('community', '=', community);
    const record = await own.where('kind', '=', 'source').where('key', '=', key).executeTakeFirst();
    const value = withoutHelper(record?.value ?? null, person);
    if (value === null || value === record?.value) continue;
    const records = db.updateTable('records').set({ value }).where('community', '=', community);
    await records.where('kind', '=', 'source').where('key', '=', key).execute();
    touched.push(community);
  }
  return touched;
}

function withoutHelper(value: string | null, person: string): string | null {
  const { helper } = value === null ? {} : (JSON.parse(value) as SourceRecord);
  return helper?.person === person ? encode('source', { title: helper.title }) : value;
}

/** A character that occurs in no JSON text. */
const MARK = '\u0001';

/** Replaces the hash by an empty string. After an escaped quotation mark the same letters are words, and stay. */
function without(column: string, person: string): RawBuilder<string> {
  const [quoted, words] = [`"${person}"`, `\\"${person}"`];
  return sql`replace(replace(replace(${sql.ref(column)}, ${words}, ${MARK}), ${quoted}, '""'), ${MARK}, ${words})`;
}

/** Removes the person from acts, and their reasons from every copy. */
async function forgetActs(db: Kysely<Schema>, person: string): Promise<Part> {
  const acts = (await db.selectFrom('acts').select('id').where('person', '=', person).limit(MOST).execute()).map(
    ({ id }) => id,
  );
  if (acts.length === 0) return { touched: [], isMore: false };
  const retired = db
    .selectFrom('changes')
    .select(['key', 'after'])
    .distinct()
    .where('act', 'in', acts)
    .where('kind', '=', 'retired');
  const touched: string[] = [];
  await inChunks(
    await retired.where('after', 'is not', null).where('after', '<>', NO_REASON).execute(),
    async (reasons) => void touched.push(...(await forgetReasons(db, reasons))),
  );
  await db.updateTable('acts').set({ person: '', why: '' }).where('id', 'in', acts).execute();
  return { touched, isMore: acts.length === MOST };
}

type Reason = Pick<Schema['changes'], 'key' | 'after'>;

/** A retirement's reason is in its record and in all changes of it. */
async function forgetReasons(db: Kysely<Schema>, reasons: readonly Reason[]): Promise<string[]> {
  const names = reasons.map(({ key, after }) => reasonOf(key, after ?? ''));
  const mentions = db.selectFrom('mentions').select(['act', 'position']).where('name', 'in', names);
  const given = sql.join(reasons.map(({ key, after }) => sql`(${key}, ${after})`));
  const isGiven = (column: string) => sql<boolean>`(key, ${sql.ref(column)}) in (values ${given})`;
  const mentioning = db.selectFrom('changes').where(sql<boolean>`(act, position) in ${mentions}`);
  const changed = await db
    .updateTable('records')
    .set({ value: NO_REASON })
    .where(sql<boolean>`(community, kind, key) in ${mentioning.select(['community', 'kind', 'key'])}`)
    .where(isGiven('value'))
    .returning('community')
    .execute();
  for (const column of ['before', 'after'] as const) {
    await db
      .updateTable('changes')
      .set({ [column]: NO_REASON })
      .where(sql<boolean>`(act, position) in ${mentions}`)
      .where(isGiven(column))
      .execute();
  }
  await db.deleteFrom('mentions').where('name', 'in', names).execute();
  return changed.map(({ community }) => community);
}
