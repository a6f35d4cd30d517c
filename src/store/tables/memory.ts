import { type Kysely, sql } from 'kysely';
import type { Moment } from '../../bot/kinds.ts';
import type {
  ChangeDraft,
  FaqPost,
  Invitation,
  KeptItem,
  PostedAnswer,
  Reason,
  ReasonCount,
  StoredSignal,
  Vote,
  VoteCount,
} from '../../bot/ports/memory.ts';
import { inChunks } from '../base.ts';
import type { Schema } from './schema.ts';

export function createAnswers(db: Kysely<Schema>) {
  return {
    add: async (posted: PostedAnswer): Promise<void> => {
      const { place, message, channel, community, entry, language, pin, person, asked, at } = posted;
      const answer = { channel, community, entry, language, pin, person, asked, at };
      // A message that was edited has only its new answer.
      const insert = db.insertInto('answers').values({ place, message, ...answer });
      await insert.onConflict((conflict) => conflict.columns(['place', 'message']).doUpdateSet(answer)).execute();
    },
    find: (place: string, message: string): Promise<PostedAnswer | undefined> =>
      db.selectFrom('answers').selectAll().where('place', '=', place).where('message', '=', message).executeTakeFirst(),
    /** Posts in answer to a message, newest first. */
    to: (place: string, asked: string): Promise<PostedAnswer[]> =>
      db
        .selectFrom('answers')
        .selectAll()
        .where('place', '=', place)
        .where('asked', '=', asked)
        .where('asked', '<>', '')
        .orderBy('at', 'desc')
        .execute(),
    /** Answers that are among these messages, or that reply to one of them. */
    among: (place: string, messages: readonly string[]) => among(db, place, messages),
    /** Answers with one of these entries that were posted since then, newest first. @param community null for all. */
    with: (community: string | null, entries: readonly string[], since: string) =>
      withEntries(db, community, entries, since),
    remove: async (place: string, message: string): Promise<void> =>
      void (await db.deleteFrom('answers').where('place', '=', place).where('message', '=', message).execute()),
    /** Removes answers that were posted before then. */
    prune: async (before: string): Promise<void> =>
      void (await db.deleteFrom('answers').where('at', '<', before).execute()),
  };
}

async function among(db: Kysely<Schema>, place: string, messages: readonly string[]): Promise<PostedAnswer[]> {
  const found: PostedAnswer[] = [];
  await inChunks([...new Set(messages)], async (chunk) => {
    const here = db.selectFrom('answers').selectAll().where('place', '=', place);
    found.push(
      ...(await here
        .where((answer) =>
          answer.or([
            answer('message', 'in', chunk),
            answer.and([answer('asked', 'in', chunk), answer('asked', '<>', '')]),
          ]),
        )
        .execute()),
    );
  });
  return [...new Map(found.map((answer) => [answer.message, answer])).values()];
}

async function withEntries(
  db: Kysely<Schema>,
  community: string | null,
  entries: readonly string[],
  since: string,
): Promise<PostedAnswer[]> {
  const found: PostedAnswer[] = [];
  await inChunks([...new Set(entries)], async (chunk) => {
    const query = db.selectFrom('answers').selectAll().where('entry', 'in', chunk).where('at', '>=', since);
    found.push(...(await (community === null ? query : query.where('community', '=', community)).execute()));
  });
  return found.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

export function createVotes(db: Kysely<Schema>) {
  return {
    cast: async ({ helpful, ...vote }: Vote): Promise<void> => {
      const row = { ...vote, helpful: helpful ? 1 : 0 };
      const { entry, reason, at } = row;
      await db
        .insertInto('votes')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['community', 'answer', 'person']).doUpdateSet({ helpful: row.helpful, reason, entry, at }),
        )
        .execute();
    },
    find: async (vote: Pick<Vote, 'community' | 'person' | 'answer'>): Promise<Vote | undefined> => {
      const { community, answer, person } = vote;
      const row = await db
        .selectFrom('votes')
        .selectAll()
        .where('community', '=', community)
        .where('answer', '=', answer)
        .where('person', '=', person)
        .executeTakeFirst();
      return row && { ...row, helpful: row.helpful === 1 };
    },
    /** How often each reason was given for each entry since that day, most often first. */
    reasons: async (community: string, since: string): Promise<ReasonCount[]> => {
      const rows = await db
        .selectFrom('votes')
        .select(({ fn }) => ['entry', 'reason', fn.countAll().as('count')])
        .where('community', '=', community)
        .where('at', '>=', since)
        .where('reason', '!=', '')
        .groupBy(['entry', 'reason'])
        .execute();
      return rows
        .map(({ entry, reason, count }) => ({ entry, reason: reason as Reason, count: Number(count) }))
        .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason));
    },
    /** Votes since that day, by entry and day. */
    count: (community: string, since: string): Promise<VoteCount[]> => {
      const day = sql<string>`substr(at, 1, 10)`;
      return db
        .selectFrom('votes')
        .select(({ fn }) => [
          day.as('day'),
          'entry',
          fn.sum<number>('helpful').as('helpful'),
          fn.sum<number>(sql`1 - helpful`).as('unhelpful'),
        ])
        .where('community', '=', community)
        .where('at', '>=', since)
        .groupBy([day, 'entry'])
        .orderBy(day)
        .orderBy('entry')
        .execute();
    },
  };
}

export const createDrafts = (db: Kysely<Schema>) => ({
  save: async (draft: ChangeDraft): Promise<void> => {
    await db.deleteFrom('drafts').where('id', '=', draft.id).execute();
    await db.insertInto('drafts').values(draft).execute();
  },
  find: (id: string, now: Moment): Promise<ChangeDraft | undefined> =>
    db.selectFrom('drafts').selectAll().where('id', '=', id).where('expires', '>', now).executeTakeFirst(),
  remove: async (id: string): Promise<void> => void (await db.deleteFrom('drafts').where('id', '=', id).execute()),
  /** Removes what has expired. */
  prune: async (now: Moment): Promise<void> =>
    void (await db.deleteFrom('drafts').where('expires', '<=', now).execute()),
});

export const createKept = (db: Kysely<Schema>) => ({
  /** Replaces what has this key. */
  save: async (item: KeptItem): Promise<void> => {
    await db.deleteFrom('kept').where('key', '=', item.key).execute();
    await db.insertInto('kept').values(item).execute();
  },
  find: (key: string, now: Moment): Promise<KeptItem | undefined> =>
    db.selectFrom('kept').selectAll().where('key', '=', key).where('expires', '>', now).executeTakeFirst(),
  remove: async (key: string): Promise<void> => void (await db.deleteFrom('kept').where('key', '=', key).execute()),
  /** Removes what has expired. */
  prune: async (now: Moment): Promise<void> => void (await db.deleteFrom('kept').where('expires', '<=', now).execute()),
});

export function createInvitations(db: Kysely<Schema>) {
  /** Removes what has expired. */
  const prune = async (now: Moment): Promise<void> =>
    void (await db.deleteFrom('invitations').where('expires', '<=', now).execute());
  return {
    save: async (invitation: Invitation): Promise<void> =>
      void (await db.insertInto('invitations').values(invitation).execute()),
    find: (code: string, now: Moment): Promise<Invitation | undefined> =>
      db.selectFrom('invitations').selectAll().where('code', '=', code).where('expires', '>', now).executeTakeFirst(),
    /** Finds it and removes it: a code serves once. */
    take: async (code: string, now: Moment): Promise<Invitation | undefined> => {
      await prune(now);
      return db.deleteFrom('invitations').where('code', '=', code).returningAll().executeTakeFirst();
    },
    prune,
  };
}

/** Signals are removed together with their question. */
export function createSignals(db: Kysely<Schema>) {
  return {
    /** Replaces what the person said about that question before. */
    add: async (signal: StoredSignal): Promise<void> => {
      const added = db.insertInto('signals').values(signal);
      await added.onConflict((conflict) => conflict.columns(['item', 'person']).doUpdateSet(signal)).execute();
    },
    /** The newest signals, oldest first, with the languages of their questions. */
    list: async (community: string, most: number): Promise<(StoredSignal & { readonly language: string })[]> => {
      const newest = db
        .selectFrom('signals')
        .innerJoin('questions', 'questions.id', 'signals.item')
        .selectAll('signals')
        .select(['questions.language'])
        .where('community', '=', community)
        .orderBy('signals.at', 'desc')
        .orderBy('item', 'desc')
        .orderBy('person', 'desc')
        .limit(most);
      return (await newest.execute()).reverse();
    },
    /** Marks everybody's signals for an entry as dropped, or takes that back. */
    drop: async ({ item, entry, dropped }: Pick<StoredSignal, 'item' | 'entry' | 'dropped'>): Promise<void> => {
      const own = db.updateTable('signals').set({ dropped }).where('item', '=', item);
      await own.where('entry', '=', entry).execute();
    },
  };
}

/** The posts of FAQ channels. */
export const createFaqPosts = (db: Kysely<Schema>) => ({
  /** Sorted by slot. */
  of: (place: string): Promise<FaqPost[]> =>
    db.selectFrom('faq_posts').selectAll().where('place', '=', place).orderBy('slot').execute(),
  /** Replaces what has this slot. */
  save: async ({ place, slot, ...post }: FaqPost): Promise<void> => {
    const insert = db.insertInto('faq_posts').values({ place, slot, ...post });
    await insert.onConflict((conflict) => conflict.columns(['place', 'slot']).doUpdateSet(post)).execute();
  },
  remove: async ({ place, slot }: Pick<FaqPost, 'place' | 'slot'>): Promise<void> =>
    void (await db.deleteFrom('faq_posts').where('place', '=', place).where('slot', '=', slot).execute()),
  /** Removes all posts of a place. */
  forget: async (place: string): Promise<void> =>
    void (await db.deleteFrom('faq_posts').where('place', '=', place).execute()),
});
