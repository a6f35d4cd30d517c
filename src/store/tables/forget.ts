import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Takes a person out of the log, and out of what follows from it; see Log. @returns whether anything was theirs */
export async function forget(db: Kysely<Schema>, person: string, home: string): Promise<boolean> {
  if (person === '') return false;
  const atHome = await forgetHome(db, home);
  await forgetReasons(db, person);
  await forgetHash(db, person);
  const { numUpdatedRows } = await db.updateTable('acts').set({ person: '', why: '' }).where('person', '=', person).executeTakeFirstOrThrow();
  return atHome || numUpdatedRows > 0n;
}

/** Tables whose rows are a community's. */
const OF_COMMUNITY = ['records', 'changes', 'tallies', 'votes', 'unanswered', 'invitations', 'drafts'] as const;

/** Where keys of places and names of communities stand. */
const PLACES = [...OF_COMMUNITY.map((table) => [table, 'community'] as const), ['acts', 'community'], ['acts', 'place'], ['answers', 'community'], ['invitations', 'place']] as const;

/** What was decided where nobody else is goes; what others share goes on under a name that tells nothing. */
export async function forgetHome(db: Kysely<Schema>, home: string): Promise<boolean> {
  // What was done nowhere in particular is nobody's.
  if (home === '') return false;
  await db.deleteFrom('answers').where('place', '=', home).execute();
  const left = await db.deleteFrom('records').where('kind', '=', 'place').where('key', '=', home).executeTakeFirstOrThrow();
  const settings = await db
    .deleteFrom('records')
    .where('kind', '=', 'setting')
    .where(({ or, eb }) => or(settingsOf(home).map((like) => eb('key', 'like', like))))
    .executeTakeFirstOrThrow();
  let changed = left.numDeletedRows + settings.numDeletedRows;
  // What waits for their private chat tells of it; so does the note that something was told once.
  await db
    .deleteFrom('outbox')
    .where((row) => row.or([row('lane', '=', home), row('lane', 'like', `${home}/%`)]))
    .execute();
  await db.deleteFrom('inbox').where('platform', '=', 'report').where('id', 'like', `${home} %`).execute();
  if (!(await isShared(db, home))) {
    for (const table of OF_COMMUNITY) {
      const { numDeletedRows } = await db.deleteFrom(table).where('community', '=', home).executeTakeFirstOrThrow();
      if (table === 'records') changed += numDeletedRows;
    }
    const empty = db.deleteFrom('acts').where('community', '=', home);
    await empty.where((act) => act.not(act.exists(act.selectFrom('changes').select('act').whereRef('changes.act', '=', 'acts.id')))).execute();
  }
  return (await rename(db, home, `nobody:${randomBytes(16).toString('hex')}`)) || changed > 0n;
}

/** What a place is set to stands under its key, also for each of its channels. */
const settingsOf = (home: string): string[] => [`%:${home}`, `%:${home}/%`];

const isShared = async (db: Kysely<Schema>, home: string): Promise<boolean> =>
  (await db.selectFrom('records').select('key').where('kind', '=', 'place').where('community', '=', home).limit(1).executeTakeFirst()) !== undefined;

async function rename(db: Kysely<Schema>, home: string, name: string): Promise<boolean> {
  let changed = 0n;
  for (const [table, column] of PLACES) {
    const { numAffectedRows = 0n } = await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${name} where ${sql.ref(column)} = ${home}`.execute(db);
    changed += numAffectedRows;
  }
  await db.updateTable('changes').set({ key: name }).where('kind', '=', 'place').where('key', '=', home).execute();
  for (const like of settingsOf(home)) await sql`update changes set key = replace(key, ${home}, ${name}) where kind = 'setting' and key like ${like}`.execute(db);
  await replace(db, 'drafts', 'content', home, name);
  return changed > 0n;
}

/** What a retirement gives as its reason stands in its record, and in whatever was made from it. */
async function forgetReasons(db: Kysely<Schema>, person: string): Promise<void> {
  const theirs = db.selectFrom('changes').innerJoin('acts', 'acts.id', 'changes.act').select(['key', 'after']).distinct();
  for (const { key, after } of await theirs.where('acts.person', '=', person).where('kind', '=', 'retired').where('after', 'is not', null).execute()) {
    const none = JSON.stringify({ why: '' });
    for (const column of ['before', 'after'] as const) {
      const update = db.updateTable('changes').set({ [column]: none });
      await update.where('kind', '=', 'retired').where('key', '=', key).where(column, '=', after).execute();
    }
    const update = db.updateTable('records').set({ value: none }).where('kind', '=', 'retired').where('key', '=', key);
    await update.where('value', '=', after ?? '').execute();
  }
}

/** In records and changes a person's hash stands as a JSON string, e.g. that of the moderator who set a pin; in drafts of others, too. */
async function forgetHash(db: Kysely<Schema>, person: string): Promise<void> {
  const [quoted, nobody] = [JSON.stringify(person), '""'];
  await replace(db, 'changes', 'before', quoted, nobody);
  await replace(db, 'changes', 'after', quoted, nobody);
  await replace(db, 'records', 'value', quoted, nobody);
  await replace(db, 'drafts', 'content', person, '');
}

async function replace(db: Kysely<Schema>, table: 'changes' | 'records' | 'drafts', column: 'before' | 'after' | 'value' | 'content', text: string, other: string): Promise<void> {
  const [name, without] = [sql.ref(column), sql`replace(${sql.ref(column)}, ${text}, ${other})`];
  await sql`update ${sql.table(table)} set ${name} = ${without} where ${name} <> ${without}`.execute(db);
}
