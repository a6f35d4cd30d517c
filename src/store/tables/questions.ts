import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Moment } from '../../bot/kinds.ts';
import { daysBefore } from '../../bot/moment.ts';
import type { Asker, NewQuestion, Question, QuestionState, StoredQuestion } from '../../bot/ports/questions.ts';
import { inChunks } from '../base.ts';
import type { Schema } from './schema.ts';

/** States in which helpers have it and nobody has answered. */
const WAITING = ['passed', 'stuck', 'taken'] as const satisfies readonly QuestionState[];
/** States in which no helper has it. */
const OWN = ['open', 'meant'] as const satisfies readonly QuestionState[];

export function createQuestions(db: Kysely<Schema>) {
  const all = () => db.selectFrom('questions').selectAll('questions');
  const read = (query: Rows): Promise<Question[]> => withAskers(db, query);
  const one = async (query: Rows): Promise<Question | undefined> => (await read(query))[0];
  return {
    /** It needs an asker, too: see `join`. @returns its id */
    add: async (question: NewQuestion): Promise<number> =>
      (await db.insertInto('questions').values(question).returning('id').executeTakeFirstOrThrow()).id,
    find: (id: number) => one(all().where('id', '=', id)),
    /** Those of a community, oldest first. @param states default: all */
    list: (community: string, states?: readonly QuestionState[]) => {
      const own = all().where('questions.community', '=', community);
      return read(states ? own.where('state', 'in', states) : own);
    },
    /** Communities in which somebody waits for the answer to a question. */
    awaited: async (): Promise<string[]> => {
      const waiting = db.selectFrom('askers').innerJoin('questions', 'questions.id', 'askers.item');
      const rows = await waiting.select('community').distinct().where('address', '<>', '').execute();
      return rows.map(({ community }) => community);
    },
    /** Questions that wait for helpers since before then, and whose askers were not told yet. */
    overdue: (at: Moment) => read(all().where('state', 'in', WAITING).where('questions.at', '<', at)),
    /** Those that could not be posted, oldest first. @param place key of the helpers' place. Default: all places */
    stuck: (place?: string) => {
      const stuck = all().where('state', '=', 'stuck');
      // It has no post yet; an index has both columns.
      return read(place === undefined ? stuck : stuck.where('questions.place', '=', place).where('post', '=', ''));
    },
    /** Those that somebody answered, as a helper. */
    helpedBy: (person: string) => read(all().where('helper', '=', person)),
    /** Those that this person alone asked. */
    askedOnlyBy: async (person: string): Promise<Question[]> => {
      const own = db.selectFrom('askers').select('item').where('person', '=', person);
      return (await read(all().where('id', 'in', own))).filter(({ askers }) => askers.length === 1);
    },
    /** The one that a message in the helpers' place shows. */
    shownIn: (place: string, post: string) => one(all().where('questions.place', '=', place).where('post', '=', post)),
    /** The one that a helper's message answers. */
    answeredBy: (place: string, said: string) =>
      one(all().where('questions.place', '=', place).where('said', '=', said)),
    /** The one whose answer a message tells. */
    toldIn: (place: string, told: string) => {
      const answered = db.selectFrom('askers').select('item').where('place', '=', place).where('told', '=', told);
      return one(all().where('id', 'in', answered));
    },
    change: async (id: number, parts: Partial<NewQuestion>): Promise<void> =>
      void (await db.updateTable('questions').set(parts).where('id', '=', id).execute()),
    /** Adds an asker, or their new words. Somebody who waits for the answer goes on waiting. */
    join: async (asker: Asker): Promise<void> => {
      const { address: _, told: __, ...words } = asker;
      const again = asker.address === '' ? words : { ...words, address: asker.address };
      const added = db.insertInto('askers').values(asker);
      await added.onConflict((conflict) => conflict.columns(['item', 'person']).doUpdateSet(again)).execute();
    },
    /** The questions of some messages. */
    askedIn: (place: string, messages: readonly string[]) => {
      const asked = db.selectFrom('askers').select('item').where('place', '=', place);
      return read(all().where('id', 'in', asked.where('message', 'in', messages)));
    },
    /**
     * Messages no longer ask their questions; a question that nobody asks any more is removed. @param except a question
     * that they do ask
     */
    unask: async (place: string, messages: readonly string[], except = 0): Promise<void> => {
      const own = db.deleteFrom('askers').where('place', '=', place).where('message', 'in', messages);
      const gone = await own.where('item', '<>', except).returning('item').execute();
      await dropUnasked(
        db,
        gone.map(({ item }) => item),
      );
    },
    /** A person no longer asks it. */
    leave: async (item: number, person: string): Promise<void> => {
      await db.deleteFrom('askers').where('item', '=', item).where('person', '=', person).execute();
      await dropUnasked(db, [item]);
    },
    noteTold: async (item: number, person: string, told: string): Promise<void> => {
      const own = db.updateTable('askers').set({ told }).where('item', '=', item);
      await own.where('person', '=', person).execute();
    },
    remove: async (id: number): Promise<void> => {
      await db.deleteFrom('questions').where('id', '=', id).execute();
      await dropUnasked(db, [id]);
    },
    /**
     * A community's words are removed so many days after they were asked, or earlier as before, unless helpers have the
     * question.
     */
    keepFor: async (community: string, days: number): Promise<void> => {
      const own = all().where('questions.community', '=', community).where('state', 'in', OWN);
      for (const { askers } of await read(own))
        for (const { item, person, at, until } of askers) {
          const [end] = [daysBefore(at, -days), until].sort();
          const mine = db.updateTable('askers').set({ until: end });
          await mine.where('item', '=', item).where('person', '=', person).execute();
        }
    },
    /** Removes expired askers, and questions that nobody asks any more. */
    prune: async (now: Moment): Promise<void> => {
      const gone = await db.deleteFrom('askers').where('until', '<=', now).returning('item').execute();
      await dropUnasked(
        db,
        gone.map(({ item }) => item),
      );
    },
  };
}

type Rows = SelectQueryBuilder<Schema, 'questions', StoredQuestion>;

/** Oldest first. */
async function withAskers(db: Kysely<Schema>, query: Rows): Promise<Question[]> {
  const rows = await query.orderBy('questions.id').execute();
  const askers = new Map<number, Asker[]>(rows.map(({ id }) => [id, []]));
  await inChunks(rows, async (some) => {
    const ids = some.map(({ id }) => id);
    const asked = db.selectFrom('askers').selectAll().where('item', 'in', ids).orderBy('at').orderBy('person');
    for (const asker of await asked.execute()) askers.get(asker.item)?.push(asker);
  });
  return rows.map((row) => {
    const own = askers.get(row.id) ?? [];
    return { ...row, askers: own, text: own[0]?.text ?? '' };
  });
}

/**
 * A question belongs to its askers: it is deleted with the last of them, together with the signals about it.
 * @param items questions that lost an asker, or are deleted themselves
 */
export const dropUnasked = (db: Kysely<Schema>, items: readonly number[]): Promise<void> =>
  inChunks([...new Set(items)], async (ids) => {
    const asked = db.selectFrom('askers').select('item').where('item', 'in', ids);
    await db.deleteFrom('questions').where('id', 'in', ids).where('id', 'not in', asked).execute();
    const known = db.selectFrom('questions').select('id').where('id', 'in', ids);
    for (const table of ['askers', 'signals'] as const)
      await db.deleteFrom(table).where('item', 'in', ids).where('item', 'not in', known).execute();
  });
