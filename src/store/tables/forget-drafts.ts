import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Drafts that are looked through at once. */
const PAGE = 2000;

/**
 * Writes another name over one in drafts, page by page: they are few beside the log, and go soon.
 * @param isShared false where drafts of the community with that name go. Default: true
 */
export async function forgetInDrafts(db: Kysely<Schema>, name: string, other: string, isShared = true): Promise<void> {
  for (let first: string | undefined = ''; first !== undefined; ) {
    const next: string | undefined = await startOfNext(db, first);
    const end = next === undefined ? sql<boolean>`true` : sql<boolean>`id < ${next}`;
    if (!isShared)
      await db.deleteFrom('drafts').where('id', '>=', first).where(end).where('community', '=', name).execute();
    await db
      .updateTable('drafts')
      .set({ community: sql`replace(community, ${name}, ${other})`, content: sql`replace(content, ${name}, ${other})` })
      .where('id', '>=', first)
      .where(end)
      .where((draft) => draft.or([draft('community', '=', name), draft('content', 'like', `%${name}%`)]))
      .execute();
    first = next;
    if (first !== undefined) await new Promise((resolve) => setImmediate(resolve));
  }
}

const startOfNext = async (db: Kysely<Schema>, first: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('drafts')
      .select('id')
      .where('id', '>=', first)
      .orderBy('id')
      .offset(PAGE)
      .limit(1)
      .executeTakeFirst()
  )?.id;
