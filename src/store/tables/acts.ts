import { createHash } from 'node:crypto';
import {
  type ExpressionBuilder,
  type ExpressionWrapper,
  type Kysely,
  type Selectable,
  type SqlBool,
  sql,
} from 'kysely';
import type { Act, Change } from '../../bot/ports/changes.ts';
import type { ActFilter } from '../../bot/ports/store.ts';
import { inChunks } from '../base.ts';
import type { Schema } from './schema.ts';

interface ActsWanted extends ActFilter {
  readonly ids?: readonly number[];
}

type Acts = ExpressionBuilder<Schema, 'acts'>;
type Condition = ExpressionWrapper<Schema, 'acts', SqlBool>;

/** Reads acts with their changes, oldest first. */
export async function readActs(db: Kysely<Schema>, wanted: ActsWanted): Promise<Act[]> {
  let query = db
    .selectFrom('acts')
    .selectAll()
    .where((acts) => acts.and(conditions(acts, wanted)))
    .orderBy('id', 'desc');
  if (wanted.newest !== undefined) query = query.limit(wanted.newest);
  const rows = (await query.execute()).reverse();
  const changes = await changesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => actOf(row, changes.get(row.id) ?? []));
}

function conditions(
  acts: Acts,
  { ids, community, kind, key, person, after, before, since, newest }: ActsWanted,
): Condition[] {
  const isPlain = kind === undefined && key === undefined && person === undefined && since === undefined;
  const ofCommunity = (id: string) =>
    newest !== undefined && isPlain
      ? newestOf(acts, id, newest, { after, before })
      : acts.or([acts('community', '=', id), changed(acts, { community: id })]);
  return [
    ...(ids === undefined ? [] : [acts('id', 'in', ids)]),
    ...(kind !== undefined || key !== undefined ? [changed(acts, { community, kind, key })] : []),
    ...(community !== undefined ? [ofCommunity(community)] : []),
    ...(person === undefined ? [] : [acts('person', '=', person)]),
    ...(after === undefined ? [] : [acts('id', '>', after)]),
    ...(before === undefined ? [] : [acts('id', '<', before)]),
    ...(since === undefined ? [] : [acts('at', '>=', since)]),
  ];
}

/**
 * The newest acts of a community are among the newest that were done in it and the newest that changed something in it:
 * two short index lookups.
 */
function newestOf(
  acts: Acts,
  community: string,
  newest: number,
  { after = -1, before = Number.MAX_SAFE_INTEGER }: Pick<ActFilter, 'after' | 'before'>,
): Condition {
  const done = acts
    .selectFrom('acts as own')
    .select('own.id as act')
    .where('own.community', '=', community)
    .where('own.id', '>', after)
    .where('own.id', '<', before)
    .orderBy('own.id', 'desc')
    .limit(newest);
  const changes = acts
    .selectFrom('changes')
    .select('act')
    .distinct()
    .where('community', '=', community)
    .where('act', '>', after)
    .where('act', '<', before)
    .orderBy('act', 'desc')
    .limit(newest);
  return acts(
    'id',
    'in',
    acts
      .selectFrom(done.as('done'))
      .select('done.act')
      .union(acts.selectFrom(changes.as('changing')).select('changing.act')),
  );
}

/** Condition that one of the act's changes is of such a record. */
function changed(acts: Acts, record: Pick<ActFilter, 'community' | 'kind' | 'key'>): Condition {
  let changes = acts.selectFrom('changes').select('act');
  for (const column of ['community', 'kind', 'key'] as const)
    if (record[column] !== undefined) changes = changes.where(column, '=', record[column]);
  return acts('id', 'in', changes);
}

async function changesOf(db: Kysely<Schema>, ids: readonly number[]): Promise<Map<number, Change[]>> {
  const found = new Map<number, Change[]>(ids.map((id) => [id, []]));
  await inChunks(ids, async (chunk) => {
    const rows = await db
      .selectFrom('changes')
      .selectAll()
      .where('act', 'in', chunk)
      .orderBy('act')
      .orderBy('position')
      .execute();
    for (const { act, position: _, ...change } of rows) found.get(act)?.push(change);
  });
  return found;
}

const actOf = (row: Selectable<Schema['acts']>, changes: readonly Change[]): Act => ({ ...row, changes });

/** A person's keyed hash as a string of its own in JSON text; see secrets.ts. */
const HASH = /(?<!\\)"([0-9a-f]{32})"/g;

/**
 * People (by hash), place and reasons mentioned in a change, besides its community. An erasure finds changes by these
 * names, without reading the whole log.
 */
export function mentionsIn({ kind, key, before, after }: Pick<Change, 'kind' | 'key' | 'before' | 'after'>): string[] {
  const values = [before, after].filter((value) => value !== null);
  const people = values.flatMap((value) => [...value.matchAll(HASH)].map(([, hash = '']) => hash));
  const place = kind === 'place' ? [key] : kind === 'setting' && key.includes(':') ? [placeOfSetting(key)] : [];
  const reasons =
    kind === 'retired' ? values.filter((value) => value !== NO_REASON).map((value) => reasonOf(key, value)) : [];
  return [...new Set([...people, ...place, ...reasons])];
}

/**
 * Settings of a place are under its key, also for each of its channels: `<setting>:<place>`,
 * `<setting>:<place>/<channel>`.
 */
const placeOfSetting = (key: string): string => key.slice(key.indexOf(':') + 1).split('/', 1)[0] ?? '';

/** A retired entry's record without its reason. */
export const NO_REASON = JSON.stringify({ why: '' });

/** A reason's name in `mentions`: a hash, so that no index holds its words. */
export const reasonOf = (key: string, value: string): string =>
  createHash('sha256')
    .update(JSON.stringify([key, value]))
    .digest('hex');

/** Records the names that new changes mention. */
export async function noteMentions(db: Kysely<Schema>, changes: readonly Schema['changes'][]): Promise<void> {
  const rows = changes.flatMap((change) =>
    mentionsIn(change).map((name) => ({ act: change.act, position: change.position, name })),
  );
  await inChunks(rows, async (chunk) => {
    const insert = db.insertInto('mentions').values([...chunk]);
    await insert.execute();
  });
}

/** Renames a mentioned name. */
export const renameMentions = async (db: Kysely<Schema>, from: string, to: string): Promise<void> =>
  void (await db.updateTable('mentions').set({ name: to }).where('name', '=', from).execute());

/** Deletes the mentions of some changes. */
export async function dropMentionsOf(db: Kysely<Schema>, changes: readonly Schema['changes'][]): Promise<void> {
  const rows = changes.flatMap((change) =>
    mentionsIn(change).map((name) => sql`(${name}, cast(${change.act} as bigint), cast(${change.position} as bigint))`),
  );
  await inChunks(
    rows,
    async (chunk) =>
      void (await db
        .deleteFrom('mentions')
        .where(sql<boolean>`(name, act, position) in (values ${sql.join(chunk)})`)
        .execute()),
  );
}
