import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { NOBODY } from '../../bot/community/erasure.ts';
import type { Schema } from './schema.ts';

/** Takes a person out of the log, and out of what follows from it; see Log. @returns the communities whose records are others now */
export async function forget(db: Kysely<Schema>, person: string, home: string): Promise<string[]> {
  if (person === '') return [];
  const touched = [...(await forgetHome(db, home)), ...(await forgetReasons(db, person)), ...(await forgetHash(db, person))];
  await db.updateTable('acts').set({ person: '', why: '' }).where('person', '=', person).execute();
  return [...new Set(touched)];
}

/** Tables whose rows are a community's. */
const OF_COMMUNITY = ['records', 'changes', 'tallies', 'votes', 'unanswered', 'invitations', 'drafts'] as const;

/** Where keys of places and names of communities stand. */
const PLACES = [...OF_COMMUNITY.map((table) => [table, 'community'] as const), ['acts', 'community'], ['acts', 'place'], ['answers', 'community'], ['invitations', 'place']] as const;

/** What was decided where nobody else is goes; what others share goes on under a name that tells nothing. */
export async function forgetHome(db: Kysely<Schema>, home: string): Promise<string[]> {
  // What was done nowhere in particular is nobody's.
  if (home === '') return [];
  await db.deleteFrom('answers').where('place', '=', home).execute();
  const touched = new Set<string>();
  const own = await db.selectFrom('records').select('community').where('community', '=', home).limit(1).execute();
  const place = await db.deleteFrom('records').where('kind', '=', 'place').where('key', '=', home).returning('community').execute();
  const settings = await db
    .deleteFrom('records')
    .where('kind', '=', 'setting')
    .where((row) => row.or(settingsOf(home).map((like) => row('key', 'like', like))))
    .returning('community')
    .execute();
  for (const { community } of [...own, ...place, ...settings]) touched.add(community);
  // What waits for their private chat tells of it; so does the note that something was told once.
  await db
    .deleteFrom('outbox')
    .where((row) => row.or([row('lane', '=', home), row('lane', 'like', `${home}/%`)]))
    .execute();
  await db.deleteFrom('inbox').where('platform', '=', 'report').where('id', 'like', `${home} %`).execute();
  if (!(await isShared(db, home))) {
    for (const table of OF_COMMUNITY) await db.deleteFrom(table).where('community', '=', home).execute();
    const empty = db.deleteFrom('acts').where('community', '=', home);
    await empty.where((act) => act.not(act.exists(act.selectFrom('changes').select('act').whereRef('changes.act', '=', 'acts.id')))).execute();
  }
  const name = NOBODY + randomBytes(16).toString('hex');
  await rename(db, home, name);
  const renamed = await db.selectFrom('records').select('community').where('community', '=', name).limit(1).execute();
  return [...touched, ...renamed.map(({ community }) => community)];
}

/** What a place is set to stands under its key, also for each of its channels. */
const settingsOf = (home: string): string[] => [`%:${home}`, `%:${home}/%`];

const isShared = async (db: Kysely<Schema>, home: string): Promise<boolean> =>
  (await db.selectFrom('records').select('key').where('kind', '=', 'place').where('community', '=', home).limit(1).executeTakeFirst()) !== undefined;

async function rename(db: Kysely<Schema>, home: string, name: string): Promise<void> {
  for (const [table, column] of PLACES) await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${name} where ${sql.ref(column)} = ${home}`.execute(db);
  await db.updateTable('changes').set({ key: name }).where('kind', '=', 'place').where('key', '=', home).execute();
  for (const like of settingsOf(home)) await sql`update changes set key = replace(key, ${home}, ${name}) where kind = 'setting' and key like ${like}`.execute(db);
  await replace(db, 'drafts', 'content', home, name);
}

/** What a retirement gives as its reason stands in its record, and in whatever was made from it. */
async function forgetReasons(db: Kysely<Schema>, person: string): Promise<string[]> {
  const touched: string[] = [];
  const theirs = db.selectFrom('changes').innerJoin('acts', 'acts.id', 'changes.act').select(['key', 'after']).distinct();
  for (const { key, after } of await theirs.where('acts.person', '=', person).where('kind', '=', 'retired').where('after', 'is not', null).execute()) {
    const none = JSON.stringify({ why: '' });
    for (const column of ['before', 'after'] as const) {
      const update = db.updateTable('changes').set({ [column]: none });
      await update.where('kind', '=', 'retired').where('key', '=', key).where(column, '=', after).execute();
    }
    const update = db.updateTable('records').set({ value: none }).where('kind', '=', 'retired').where('key', '=', key);
    touched.push(
      ...(
        await update
          .where('value', '=', after ?? '')
          .returning('community')
          .execute()
      ).map(({ community }) => community),
    );
  }
  return touched;
}

/** In records and changes a person's hash stands as a JSON string, e.g. that of the moderator who set a pin; in drafts of others, too. */
async function forgetHash(db: Kysely<Schema>, person: string): Promise<string[]> {
  const [quoted, nobody] = [JSON.stringify(person), '""'];
  const holding = await db.selectFrom('records').select('community').distinct().where('value', 'like', `%${quoted}%`).execute();
  await replace(db, 'changes', 'before', quoted, nobody);
  await replace(db, 'changes', 'after', quoted, nobody);
  await replace(db, 'records', 'value', quoted, nobody);
  await replace(db, 'drafts', 'content', person, '');
  return holding.map(({ community }) => community);
}

async function replace(db: Kysely<Schema>, table: 'changes' | 'records' | 'drafts', column: 'before' | 'after' | 'value' | 'content', text: string, other: string): Promise<void> {
  const [name, without] = [sql.ref(column), sql`replace(${sql.ref(column)}, ${text}, ${other})`];
  await sql`update ${sql.table(table)} set ${name} = ${without} where ${name} <> ${without}`.execute(db);
}
