import type { Kysely } from 'kysely';
import type { Change, RecordKey } from '../../bot/ports/changes.ts';
import type { Credit } from '../../bot/ports/questions.ts';
import { dropMentionsOf } from './acts.ts';
import { ERASED, OPEN } from './delivery.ts';
import { dropSome } from './forget.ts';
import { tellsOf } from './forget-kept.ts';
import { forgetSome, type Part } from './forget-some.ts';
import type { createLog } from './log.ts';
import { platformsIn } from './platforms-in.ts';
import { dropUnasked } from './questions.ts';
import type { Schema } from './schema.ts';

type ActLog = ReturnType<typeof createLog>;

/** An erasure that was interrupted. */
interface Begun {
  readonly person: string;
  readonly home: string;
  /** Whether an update of theirs is still to be handled. */
  readonly isWaiting: boolean;
}

/**
 * Everything that is kept about people, by keyed hash. `home` is the key of a person's private chat with the bot.
 * @param onErase called for each person or record that is removed
 */
export function createPeople(db: Kysely<Schema>, log: ActLog, onErase: () => void) {
  return {
    /** A BCP 47 tag. */
    languageOf: async (person: string): Promise<string | undefined> =>
      (await db.selectFrom('choices').select('language').where('person', '=', person).executeTakeFirst())?.language,
    /** @param language undefined forgets the choice */
    setLanguage: async (person: string, language: string | undefined): Promise<void> => {
      await db.deleteFrom('choices').where('person', '=', person).execute();
      if (language !== undefined) await db.insertInto('choices').values({ person, language }).execute();
    },
    /** Whether they want answers only when they address the bot. */
    isQuiet: async (person: string): Promise<boolean> =>
      (await db.selectFrom('quiet').select('person').where('person', '=', person).executeTakeFirst()) !== undefined,
    setQuiet: async (person: string, isQuiet: boolean): Promise<void> => {
      await db.deleteFrom('quiet').where('person', '=', person).execute();
      if (isQuiet) await db.insertInto('quiet').values({ person }).execute();
    },
    /**
     * Everything that is kept about a person, as plain objects by table, with what they gave as reasons and what they
     * taught.
     */
    export: (person: string, home: string) => exportPerson(db, log, person, home),
    /** Removes a part of what the log tells of a person, in a few milliseconds; `erase` removes the rest. */
    eraseSome: async (person: string, home: string): Promise<Part> => {
      if (person === '') return { touched: [], isMore: false };
      const isMore = await dropSome(db, home);
      const part = isMore ? { touched: [], isMore } : await forgetSome(db, person);
      const begun = { name: BEGUN + person, value: home };
      if (part.isMore)
        await db
          .insertInto('meta')
          .values(begun)
          .onConflict((conflict) => conflict.column('name').doNothing())
          .execute();
      return part;
    },
    /**
     * Removes a personal record from the log: its old and new values, and what follows the colon in its key. That
     * something was changed stays.
     */
    forgetRecord: async ({ community, kind, key }: RecordKey): Promise<void> => {
      onErase();
      const about = await db
        .selectFrom('changes')
        .selectAll()
        .where('community', '=', community)
        .where('kind', '=', kind)
        .where('key', '=', key)
        .execute();
      await dropMentionsOf(db, about);
      await db
        .updateTable('changes')
        .set({ key: key.slice(0, key.indexOf(':') + 1), before: null, after: null })
        .where('community', '=', community)
        .where('kind', '=', kind)
        .where('key', '=', key)
        .execute();
    },
    /** Erasures that were interrupted. */
    begun: async (): Promise<Begun[]> => {
      const rows = await db
        .selectFrom('meta')
        .selectAll()
        .where('name', '>', BEGUN)
        .where('name', '<', BEYOND)
        .execute();
      const begun: Begun[] = [];
      for (const { name, value: home } of rows) {
        const person = name.slice(BEGUN.length);
        begun.push({ person, home, isWaiting: (await updatesOf(db, person)).length > 0 });
      }
      return begun;
    },
    /**
     * Removes everything about a person: choices, drafts, votes, their name beside answers, rows of inbox and outbox,
     * their hash and reasons in the log, and their home with the decisions that no other place shares.
     * @returns communities whose records have changed
     */
    erase: async (person: string, home: string): Promise<string[]> => {
      // The empty name is no person; rows without a person stay.
      if (person === '') return [];
      onErase();
      const touched = await log.forget(person, home);
      await erase(db, person);
      await db
        .deleteFrom('meta')
        .where('name', '=', BEGUN + person)
        .execute();
      return touched;
    },
  };
}

/**
 * Prefix in `meta` for persons whose erasure has begun, so that the next start continues it; and the end of this range.
 */
const [BEGUN, BEYOND] = ['erasing:', 'erasing;'];

async function exportPerson(
  db: Kysely<Schema>,
  log: ActLog,
  person: string,
  home: string,
): Promise<Readonly<Record<string, readonly object[]>>> {
  return {
    choices: await db.selectFrom('choices').select('language').where('person', '=', person).execute(),
    quiet: await db.selectFrom('quiet').selectAll().where('person', '=', person).execute(),
    drafts: await db
      .selectFrom('drafts')
      .select(['id', 'community', 'content', 'expires'])
      .where('person', '=', person)
      .orderBy('id')
      .execute(),
    kept: await db
      .selectFrom('kept')
      .select(['key', 'place', 'content', 'expires'])
      .where((row) => row.or([row('person', '=', person), tellsOf('content', person)]))
      .orderBy('key')
      .execute(),
    answers: await db
      .selectFrom('answers')
      .select(['place', 'message', 'channel', 'community', 'entry', 'language', 'pin', 'asked', 'at'])
      .where('person', '=', person)
      .orderBy('at')
      .execute(),
    votes: await db
      .selectFrom('votes')
      .select(['community', 'answer', 'entry', 'helpful', 'reason', 'at'])
      .where('person', '=', person)
      .orderBy('at')
      .execute(),
    asked: await db
      .selectFrom('askers')
      .innerJoin('questions', 'questions.id', 'item')
      .select(['community', 'language', 'state', 'text', 'askers.place', 'askers.channel', 'message', 'askers.link'])
      .select(['offered', 'meant', 'askers.at', 'until', 'address', 'told'])
      .where('person', '=', person)
      .orderBy('item')
      .execute(),
    signals: await db
      .selectFrom('signals')
      .select(['item', 'entry', 'kind', 'at', 'dropped'])
      .where((row) => row.or([row('person', '=', person), row('asker', '=', person)]))
      .orderBy('at')
      .execute(),
    helped: await db
      .selectFrom('questions')
      .select(['community', 'state', 'place', 'channel', 'words', 'said', 'link'])
      .where('helper', '=', person)
      .orderBy('id')
      .execute(),
    credits: await db.selectFrom('credits').select('name').where('person', '=', person).execute(),
    inbox: await updatesOf(db, person),
    outbox: await db
      .selectFrom('outbox')
      .select(['platform', 'queue', 'payload', 'due'])
      .where((row) => row.or([row('person', '=', person), tellsOf('payload', person)]))
      .orderBy('id')
      .execute(),
    tallies: await db.selectFrom('tallies').selectAll().where('community', '=', home).orderBy('day').execute(),
    acts: (await log.acts({ person })).map(({ id, at, community, place, command, why, changes }) => ({
      id,
      at,
      community,
      place,
      command,
      why,
      changes: changes.map(written),
    })),
  };
}

/** Open updates only: handled ones name nobody. */
async function updatesOf(db: Kysely<Schema>, person: string): Promise<object[]> {
  const found: object[] = [];
  for (const platform of await platformsIn(db, 'inbox')) {
    const waiting = db
      .selectFrom('inbox')
      .select(['platform', 'id', 'queue', 'payload', 'at'])
      .where('platform', '=', platform)
      .where('handled', '=', OPEN);
    found.push(...(await waiting.where('person', '=', person).orderBy('position').execute()));
  }
  return found;
}

/** Without the value before, which may be somebody else's. */
const written = ({ kind, key, after }: Change): object => ({ kind, key, after });

/**
 * Answers and updates stay without the person: answers so that they can be corrected, updates so that they are not
 * handled again.
 */
async function erase(db: Kysely<Schema>, person: string): Promise<void> {
  await dropLinksTo(db, person);
  for (const table of ['choices', 'quiet', 'drafts', 'kept', 'votes', 'signals', 'outbox', 'credits'] as const)
    await db.deleteFrom(table).where('person', '=', person).execute();
  await db.deleteFrom('outbox').where(tellsOf('payload', person)).execute();
  await db.deleteFrom('signals').where('asker', '=', person).execute();
  const asked = await db.deleteFrom('askers').where('person', '=', person).returning('item').execute();
  const helped = await db.deleteFrom('questions').where('helper', '=', person).returning('id').execute();
  await dropUnasked(db, [...asked.map(({ item }) => item), ...helped.map(({ id }) => id)]);
  await db.updateTable('answers').set({ person: '', asked: '' }).where('person', '=', person).execute();
  for (const platform of await platformsIn(db, 'inbox')) {
    const waiting = db
      .updateTable('inbox')
      .set({ person: '', payload: '', queue: '', handled: ERASED })
      .where('platform', '=', platform)
      .where('handled', '=', OPEN);
    await waiting.where('person', '=', person).execute();
  }
}

/** Removes previews and forms with what a person answered as a helper: the address of their message identifies them. */
async function dropLinksTo(db: Kysely<Schema>, person: string): Promise<void> {
  const own = db.selectFrom('questions').select('link').distinct().where('helper', '=', person).where('link', '<>', '');
  for (const { link } of await own.execute())
    for (const table of ['drafts', 'kept'] as const)
      await db.deleteFrom(table).where('content', 'like', `%${link}%`).execute();
}

export const createCredits = (db: Kysely<Schema>) => ({
  /** The name, empty if none may be shown; undefined if they were not asked yet. */
  of: async (person: string): Promise<string | undefined> =>
    (await db.selectFrom('credits').select('name').where('person', '=', person).executeTakeFirst())?.name,
  set: async (credit: Credit): Promise<void> => {
    await db.deleteFrom('credits').where('person', '=', credit.person).execute();
    await db.insertInto('credits').values(credit).execute();
  },
});
