import type { ExpressionBuilder, ExpressionWrapper, Kysely, Selectable, SqlBool } from 'kysely';
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
 * two short looks into indexes.
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

/** That one of the act's changes is of a record like this. */
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
