import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { NOBODY } from '../../bot/community/erasure.ts';
import type { RecordKey } from '../../bot/ports/changes.ts';
import { inChunks } from '../base.ts';
import { dropMentionsOf, renameMentions } from './acts.ts';
import { forgetInKept } from './forget-kept.ts';
import { forgetSome } from './forget-some.ts';
import { dropWaiting, isWithin } from './platforms-in.ts';
import { dropUnasked } from './questions.ts';
import type { Schema } from './schema.ts';

/** Removes a person from the log and from records; see createLog. @returns communities whose records have changed */
export async function forget(db: Kysely<Schema>, person: string, home: string): Promise<string[]> {
  if (person === '') return [];
  const touched = new Set(await forgetHome(db, home));
  await inPages(async () => {
    const some = await forgetSome(db, person);
    for (const community of some.touched) touched.add(community);
    return some.isMore;
  });
  await forgetInKept(db, person, '');
  return [...touched];
}

/** Tables with few rows for each community. The log, drafts and temporary data are handled apart. */
const OF_COMMUNITY = ['records', 'tallies', 'votes', 'questions', 'invitations'] as const;

/** Columns with keys of places and ids of communities. */
const PLACES = [
  ...OF_COMMUNITY.map((table) => [table, 'community'] as const),
  ['answers', 'community'],
  ['invitations', 'place'],
] as const;

/** Records of a place that is alone in its community are deleted; shared ones are kept under an anonymous name. */
export async function forgetHome(db: Kysely<Schema>, home: string): Promise<string[]> {
  // Acts without a place belong to nobody.
  if (home === '') return [];
  await db.deleteFrom('answers').where('place', '=', home).execute();
  const asked = await db.deleteFrom('askers').where('place', '=', home).returning('item').execute();
  const helped = await db.deleteFrom('questions').where('place', '=', home).returning('id').execute();
  await dropUnasked(db, [...asked.map(({ item }) => item), ...helped.map(({ id }) => id)]);
  const own = await db.selectFrom('records').select('community').where('community', '=', home).limit(1).execute();
  const touched = new Set([...own.map(({ community }) => community), ...(await forgetAbout(db, home))]);
  // Messages that wait for the private chat tell of it; so do the notes that something was reported.
  await dropWaiting(db, 'outbox', home);
  await db
    .deleteFrom('inbox')
    .where('platform', '=', 'report')
    .where(isWithin('id', home, ' '))
    .execute();
  const shared = await isShared(db, home);
  if (!shared) await dropAll(db, home);
  const name = NOBODY + randomBytes(16).toString('hex');
  await rename(db, home, name);
  await forgetInKept(db, home, name, shared);
  const renamed = await db.selectFrom('records').select('community').where('community', '=', name).limit(1).execute();
  return [...touched, ...renamed.map(({ community }) => community)];
}

/**
 * Removes records that make the place a part of a community, and its settings, also copies in other communities.
 * @returns the communities that had any
 */
async function forgetAbout(db: Kysely<Schema>, home: string): Promise<string[]> {
  const touched: string[] = [];
  await eachMentioning(db, home, {
    ofRecords: async (records) => {
      const about = records.filter(({ kind }) => kind === 'place' || kind === 'setting');
      if (about.length === 0) return;
      const gone = await db.deleteFrom('records').where(isOneOf(about)).returning('community').execute();
      touched.push(...gone.map(({ community }) => community));
    },
  });
  return touched;
}

/** Rows in one step, which takes a few milliseconds; others get their turn in between. */
const PAGE = 500;

/** @param step says whether there may be more */
async function inPages(step: () => Promise<boolean>): Promise<void> {
  while (await step()) await setImmediate();
}

const isShared = async (db: Kysely<Schema>, home: string): Promise<boolean> =>
  (await db
    .selectFrom('records')
    .select('key')
    .where('kind', '=', 'place')
    .where('community', '=', home)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** Drops a page of the log of a home that will go as a whole. @returns whether there may be more */
export const dropSome = async (db: Kysely<Schema>, home: string): Promise<boolean> =>
  home !== '' && !(await isShared(db, home)) && dropPage(db, home);

/** The last act on the first page of a community's changes; undefined if there are none. */
async function endOfPage(db: Kysely<Schema>, community: string): Promise<number | undefined> {
  const page = db.selectFrom('changes').select('act').where('community', '=', community).orderBy('act').limit(PAGE);
  const { last } = await db
    .selectFrom(page.as('page'))
    .select(({ fn }) => fn.max('page.act').as('last'))
    .executeTakeFirstOrThrow();
  return last ?? undefined;
}

async function dropAll(db: Kysely<Schema>, home: string): Promise<void> {
  const questions = await db.deleteFrom('questions').where('community', '=', home).returning('id').execute();
  await dropUnasked(
    db,
    questions.map(({ id }) => id),
  );
  for (const table of OF_COMMUNITY) await db.deleteFrom(table).where('community', '=', home).execute();
  await inPages(() => dropPage(db, home));
}

async function dropPage(db: Kysely<Schema>, home: string): Promise<boolean> {
  const last = await endOfPage(db, home);
  if (last !== undefined) {
    await dropMentionsOf(
      db,
      await db.selectFrom('changes').selectAll().where('community', '=', home).where('act', '<=', last).execute(),
    );
    await db.deleteFrom('changes').where('community', '=', home).where('act', '<=', last).execute();
    return true;
  }
  const own = db.selectFrom('acts').select('id').where('community', '=', home);
  const empty = own
    .where((act) =>
      act.not(act.exists(act.selectFrom('changes').select('act').whereRef('changes.act', '=', 'acts.id'))),
    )
    .limit(PAGE);
  return (await db.deleteFrom('acts').where('id', 'in', empty).executeTakeFirstOrThrow()).numDeletedRows > 0n;
}

async function rename(db: Kysely<Schema>, home: string, name: string): Promise<void> {
  for (const [table, column] of PLACES)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${name} where ${sql.ref(column)} = ${home}`.execute(
      db,
    );
  await inPages(async () => {
    const last = await endOfPage(db, home);
    if (last !== undefined)
      await db
        .updateTable('changes')
        .set({ community: name })
        .where('community', '=', home)
        .where('act', '<=', last)
        .execute();
    return last !== undefined;
  });
  for (const column of ['community', 'place'] as const) {
    await inPages(async () => {
      const page = db.selectFrom('acts').select('id').where(column, '=', home).limit(PAGE);
      const acts = db.updateTable('acts').set({ [column]: name });
      return (await acts.where('id', 'in', page).executeTakeFirstOrThrow()).numUpdatedRows > 0n;
    });
  }
  await eachMentioning(db, home, {
    inActs: async (acts) => {
      const changes = db.updateTable('changes').where('act', 'in', acts);
      await changes.set({ key: name }).where('kind', '=', 'place').where('key', '=', home).execute();
      await changes
        .set({ key: sql`replace(key, ${`:${home}`}, ${`:${name}`})` })
        .where('kind', '=', 'setting')
        .execute();
    },
  });
  await renameMentions(db, home, name);
}

interface Mentioning {
  /** Called with acts that have such changes. */
  readonly inActs?: (acts: readonly number[]) => Promise<void>;
  /** Called with records that such changes were about. */
  readonly ofRecords?: (records: readonly RecordKey[]) => Promise<void>;
}

/** Works through the changes that mention a name, some at a time. */
async function eachMentioning(db: Kysely<Schema>, name: string, { inActs, ofRecords }: Mentioning): Promise<void> {
  const found = new Map<string, RecordKey>();
  const mentions = await db.selectFrom('mentions').select(['act', 'position']).where('name', '=', name).execute();
  const wanted = new Set(mentions.map(({ act, position }) => `${act} ${position}`));
  await inChunks([...new Set(mentions.map(({ act }) => act))], async (acts) => {
    const changes = await db
      .selectFrom('changes')
      .select(['act', 'position', 'community', 'kind', 'key'])
      .where('act', 'in', acts)
      .execute();
    for (const { act, position, community, kind, key } of changes)
      if (wanted.has(`${act} ${position}`)) found.set(JSON.stringify([community, kind, key]), { community, kind, key });
    await inActs?.(acts);
  });
  if (ofRecords) await inChunks([...found.values()], ofRecords);
}

/** One statement for many changes, as those of one person may be in many communities. */
function isOneOf(records: readonly RecordKey[]): RawBuilder<boolean> {
  const keys = records.map(({ community, kind, key }) => sql`(${community}, ${kind}, ${key})`);
  return sql`(community, kind, key) in (values ${sql.join(keys)})`;
}
