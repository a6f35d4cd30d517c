import { setImmediate } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { FaqPosts } from '../../bot/ports/faq-posts.ts';
import type {
  Answers,
  ChangeDrafts,
  Invitations,
  KeptItems,
  PostedAnswer,
  Reason,
  Signals,
  Tallies,
  Tally,
  Votes,
} from '../../bot/ports/memory.ts';
import { inChunks } from '../base.ts';
import type { Schema } from './schema.ts';

export function createAnswers(db: Kysely<Schema>): Answers {
  const remove: Answers['remove'] = async (place, message) =>
    void (await db.deleteFrom('answers').where('place', '=', place).where('message', '=', message).execute());
  return {
    add: async ({ place, message, channel, community, entry, language, pin, person, asked, at }) => {
      const answer = { channel, community, entry, language, pin, person, asked, at };
      // The former content of the message is replaced.
      const insert = db.insertInto('answers').values({ place, message, ...answer });
      await insert.onConflict((conflict) => conflict.columns(['place', 'message']).doUpdateSet(answer)).execute();
    },
    find: (place, message) =>
      db.selectFrom('answers').selectAll().where('place', '=', place).where('message', '=', message).executeTakeFirst(),
    to: (place, asked) =>
      db
        .selectFrom('answers')
        .selectAll()
        .where('place', '=', place)
        .where('asked', '=', asked)
        .where('asked', '<>', '')
        .orderBy('at', 'desc')
        .execute(),
    among: (place, messages) => among(db, place, messages),
    with: (community, entries, since) => withEntries(db, community, entries, since),
    remove,
    prune: async (before) => void (await db.deleteFrom('answers').where('at', '<', before).execute()),
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

export function createVotes(db: Kysely<Schema>): Votes {
  return {
    cast: async ({ helpful, ...vote }) => {
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
    find: async ({ community, answer, person }) => {
      const row = await db
        .selectFrom('votes')
        .selectAll()
        .where('community', '=', community)
        .where('answer', '=', answer)
        .where('person', '=', person)
        .executeTakeFirst();
      return row && { ...row, helpful: row.helpful === 1 };
    },
    reasons: async (community, since) => {
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
    count: (community, since) => {
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

const TALLY_KEY = ['community', 'day', 'what', 'language', 'platform', 'entry'] as const;

export function createTallies(db: Kysely<Schema>): Tallies {
  return {
    add: (tallies) =>
      inChunks(summed(tallies), async (chunk) => {
        const insert = db.insertInto('tallies').values([...chunk]);
        await insert
          .onConflict((conflict) =>
            conflict
              .columns(TALLY_KEY)
              .doUpdateSet((row) => ({ count: row('tallies.count', '+', row.ref('excluded.count')) })),
          )
          .execute();
      }),
    list: (community, since) => {
      let query = db.selectFrom('tallies').selectAll().where('community', '=', community).where('day', '>=', since);
      for (const column of TALLY_KEY) query = query.orderBy(column);
      return query.execute();
    },
    busiest: (since, most) => busiest(db, since, most),
  };
}

/** Communities that are summed up at once: it takes a few milliseconds, and others get their turn between. */
const PAGE = 1000;

async function busiest(
  db: Kysely<Schema>,
  since: string,
  most: number,
): Promise<{ community: string; count: number }[]> {
  let found: { community: string; count: number }[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const end: string | undefined = await endOfPage(db, after);
    const asked = db
      .selectFrom('tallies')
      .select(['community', (row) => row.fn.sum('count').as('count')])
      .where('what', '=', 'asked')
      .where('day', '>=', since)
      .where('community', '>', after);
    const sums = await (end === undefined ? asked : asked.where('community', '<=', end))
      .groupBy('community')
      .orderBy('count', 'desc')
      .orderBy('community')
      .limit(most)
      .execute();
    // Of equals, those of an earlier page come first, too.
    found = [...found, ...sums.map(({ community, count }) => ({ community, count: Number(count) }))]
      .sort((a, b) => b.count - a.count)
      .slice(0, most);
    if (end !== undefined) await setImmediate();
    after = end;
  }
  return found;
}

async function endOfPage(db: Kysely<Schema>, after: string): Promise<string | undefined> {
  const names = db
    .selectFrom('tallies')
    .select('community')
    .distinct()
    .where('community', '>', after)
    .orderBy('community')
    .limit(1)
    .offset(PAGE);
  return (await names.executeTakeFirst())?.community;
}

/** A statement may touch each row once only. */
function summed(tallies: readonly Tally[]): Tally[] {
  const sums = new Map<string, Tally>();
  for (const tally of tallies) {
    const name = JSON.stringify(TALLY_KEY.map((column) => tally[column]));
    sums.set(name, { ...tally, count: tally.count + (sums.get(name)?.count ?? 0) });
  }
  return [...sums.values()];
}

export const createDrafts = (db: Kysely<Schema>): ChangeDrafts => ({
  save: async (draft) => {
    await db.deleteFrom('drafts').where('id', '=', draft.id).execute();
    await db.insertInto('drafts').values(draft).execute();
  },
  find: (id, now) =>
    db.selectFrom('drafts').selectAll().where('id', '=', id).where('expires', '>', now).executeTakeFirst(),
  remove: async (id) => void (await db.deleteFrom('drafts').where('id', '=', id).execute()),
  prune: async (now) => void (await db.deleteFrom('drafts').where('expires', '<=', now).execute()),
});

export const createKept = (db: Kysely<Schema>): KeptItems => ({
  save: async (item) => {
    await db.deleteFrom('kept').where('key', '=', item.key).execute();
    await db.insertInto('kept').values(item).execute();
  },
  find: (key, now) =>
    db.selectFrom('kept').selectAll().where('key', '=', key).where('expires', '>', now).executeTakeFirst(),
  remove: async (key) => void (await db.deleteFrom('kept').where('key', '=', key).execute()),
  prune: async (now) => void (await db.deleteFrom('kept').where('expires', '<=', now).execute()),
});

export function createInvitations(db: Kysely<Schema>): Invitations {
  const prune: Invitations['prune'] = async (now) =>
    void (await db.deleteFrom('invitations').where('expires', '<=', now).execute());
  return {
    save: async (invitation) => void (await db.insertInto('invitations').values(invitation).execute()),
    find: (code, now) =>
      db.selectFrom('invitations').selectAll().where('code', '=', code).where('expires', '>', now).executeTakeFirst(),
    take: async (code, now) => {
      await prune(now);
      return db.deleteFrom('invitations').where('code', '=', code).returningAll().executeTakeFirst();
    },
    prune,
  };
}

export function createSignals(db: Kysely<Schema>): Signals {
  return {
    add: async (signal) => {
      const added = db.insertInto('signals').values(signal);
      await added.onConflict((conflict) => conflict.columns(['item', 'person']).doUpdateSet(signal)).execute();
    },
    list: async (community, most) => {
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
    drop: async ({ item, entry, dropped }) => {
      const own = db.updateTable('signals').set({ dropped }).where('item', '=', item);
      await own.where('entry', '=', entry).execute();
    },
  };
}

export const createFaqPosts = (db: Kysely<Schema>): FaqPosts => ({
  of: (place) => db.selectFrom('faq_posts').selectAll().where('place', '=', place).orderBy('slot').execute(),
  save: async ({ place, slot, ...post }) => {
    const insert = db.insertInto('faq_posts').values({ place, slot, ...post });
    await insert.onConflict((conflict) => conflict.columns(['place', 'slot']).doUpdateSet(post)).execute();
  },
  remove: async ({ place, slot }) =>
    void (await db.deleteFrom('faq_posts').where('place', '=', place).where('slot', '=', slot).execute()),
  forget: async (place) => void (await db.deleteFrom('faq_posts').where('place', '=', place).execute()),
});
