import type { ExpressionBuilder, ExpressionWrapper, Kysely, Selectable, SqlBool } from 'kysely';
import type { Act, Change } from '../bot/ports/changes.ts';
import type { ActFilter } from '../bot/ports/store.ts';
import { inChunks } from './in-chunks.ts';
import type { Schema } from './schema.ts';

export interface ActsWanted extends ActFilter {
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

function conditions(acts: Acts, { ids, community, kind, key, person, after, since }: ActsWanted): Condition[] {
  return [
    ...(ids === undefined ? [] : [acts('id', 'in', ids)]),
    ...(kind !== undefined || key !== undefined ? [changed(acts, { community, kind, key })] : []),
    ...(community !== undefined ? [acts.or([acts('community', '=', community), changed(acts, { community })])] : []),
    ...(person === undefined ? [] : [acts('person', '=', person)]),
    ...(after === undefined ? [] : [acts('id', '>', after)]),
    ...(since === undefined ? [] : [acts('at', '>=', since)]),
  ];
}

/** That one of the act's changes is of a record like this. */
function changed(acts: Acts, record: Pick<ActFilter, 'community' | 'kind' | 'key'>): Condition {
  let changes = acts.selectFrom('changes').select('act');
  for (const column of ['community', 'kind', 'key'] as const) if (record[column] !== undefined) changes = changes.where(column, '=', record[column]);
  return acts('id', 'in', changes);
}

async function changesOf(db: Kysely<Schema>, ids: readonly number[]): Promise<Map<number, Change[]>> {
  const found = new Map<number, Change[]>(ids.map((id) => [id, []]));
  await inChunks(ids, async (chunk) => {
    const rows = await db.selectFrom('changes').selectAll().where('act', 'in', chunk).orderBy('act').orderBy('position').execute();
    for (const { act, position: _, ...change } of rows) found.get(act)?.push(change);
  });
  return found;
}

const actOf = ({ held, ...row }: Selectable<Schema['acts']>, changes: readonly Change[]): Act => ({ ...row, held: held === 1, changes });
