import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Change } from '../../bot/ports/changes.ts';
import { inChunks } from '../base.ts';
import type { Schema } from './schema.ts';

/** A person's keyed hash as a string of its own in JSON text; see secrets.ts. */
const HASH = /(?<!\\)"([0-9a-f]{32})"/g;

/**
 * Whom and what a change tells of, beside its community: people by their hashes, the place that it is about, and
 * reasons. An erasure finds it by these names, without reading the log.
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

/** The name of a reason, whose words are in no index. */
export const reasonOf = (key: string, value: string): string =>
  createHash('sha256')
    .update(JSON.stringify([key, value]))
    .digest('hex');

/** Notes what new changes mention. */
export async function noteMentions(db: Kysely<Schema>, changes: readonly Schema['changes'][]): Promise<void> {
  const rows = changes.flatMap((change) =>
    mentionsIn(change).map((name) => ({ act: change.act, position: change.position, name })),
  );
  await inChunks(rows, async (chunk) => {
    const insert = db.insertInto('mentions').values([...chunk]);
    await insert.execute();
  });
}

/** Gives what is mentioned another name. */
export const renameMentions = async (db: Kysely<Schema>, from: string, to: string): Promise<void> =>
  void (await db.updateTable('mentions').set({ name: to }).where('name', '=', from).execute());

/** Drops what some changes mention. */
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
