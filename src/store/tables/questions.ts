import type { Kysely, SelectQueryBuilder } from 'kysely';
import { daysBefore } from '../../bot/moment.ts';
import type { Asker, Question, QuestionState, Questions, StoredQuestion } from '../../bot/ports/questions.ts';
import { inChunks } from '../base.ts';
import type { Schema } from './schema.ts';

/** States in which helpers have it and nobody has answered. */
const WAITING = ['passed', 'stuck', 'taken'] as const satisfies readonly QuestionState[];
/** States in which no helper has it. */
const OWN = ['open', 'meant'] as const satisfies readonly QuestionState[];

export function createQuestions(db: Kysely<Schema>): Questions {
  const all = () => db.selectFrom('questions').selectAll('questions');
  const read = (query: Rows): Promise<Question[]> => withAskers(db, query);
  const one = async (query: Rows): Promise<Question | undefined> => (await read(query))[0];
  return {
    add: async (question) =>
      (await db.insertInto('questions').values(question).returning('id').executeTakeFirstOrThrow()).id,
    find: (id) => one(all().where('id', '=', id)),
    list: (community, states) => {
      const own = all().where('questions.community', '=', community);
      return read(states ? own.where('state', 'in', states) : own);
    },
    awaited: async () => {
      const waiting = db.selectFrom('askers').innerJoin('questions', 'questions.id', 'askers.item');
      const rows = await waiting.select('community').distinct().where('address', '<>', '').execute();
      return rows.map(({ community }) => community);
    },
    overdue: (at) => read(all().where('state', 'in', WAITING).where('questions.at', '<', at)),
    stuck: (place) => {
      const stuck = all().where('state', '=', 'stuck');
      // It was never posted, by which it is found.
      return read(place === undefined ? stuck : stuck.where('questions.place', '=', place).where('post', '=', ''));
    },
    helpedBy: (person) => read(all().where('helper', '=', person)),
    askedOnlyBy: async (person) => {
      const own = db.selectFrom('askers').select('item').where('person', '=', person);
      return (await read(all().where('id', 'in', own))).filter(({ askers }) => askers.length === 1);
    },
    shownIn: (place, post) => one(all().where('questions.place', '=', place).where('post', '=', post)),
    answeredBy: (place, said) => one(all().where('questions.place', '=', place).where('said', '=', said)),
    toldIn: (place, told) => {
      const answered = db.selectFrom('askers').select('item').where('place', '=', place).where('told', '=', told);
      return one(all().where('id', 'in', answered));
    },
    change: async (id, parts) => void (await db.updateTable('questions').set(parts).where('id', '=', id).execute()),
    join: async (asker) => {
      const { address: _, told: __, ...words } = asker;
      const again = asker.address === '' ? words : { ...words, address: asker.address };
      const added = db.insertInto('askers').values(asker);
      await added.onConflict((conflict) => conflict.columns(['item', 'person']).doUpdateSet(again)).execute();
    },
    askedIn: (place, messages) => {
      const asked = db.selectFrom('askers').select('item').where('place', '=', place);
      return read(all().where('id', 'in', asked.where('message', 'in', messages)));
    },
    unask: async (place, messages, except = 0) => {
      const own = db.deleteFrom('askers').where('place', '=', place).where('message', 'in', messages);
      const gone = await own.where('item', '<>', except).returning('item').execute();
      await dropUnasked(
        db,
        gone.map(({ item }) => item),
      );
    },
    leave: async (item, person) => {
      await db.deleteFrom('askers').where('item', '=', item).where('person', '=', person).execute();
      await dropUnasked(db, [item]);
    },
    noteTold: async (item, person, told) => {
      const own = db.updateTable('askers').set({ told }).where('item', '=', item);
      await own.where('person', '=', person).execute();
    },
    remove: async (id) => {
      await db.deleteFrom('questions').where('id', '=', id).execute();
      await dropUnasked(db, [id]);
    },
    keepFor: async (community, days) => {
      const own = all().where('questions.community', '=', community).where('state', 'in', OWN);
      for (const { askers } of await read(own))
        for (const { item, person, at, until } of askers) {
          const [end] = [daysBefore(at, -days), until].sort();
          const mine = db.updateTable('askers').set({ until: end });
          await mine.where('item', '=', item).where('person', '=', person).execute();
        }
    },
    prune: async (now) => {
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
 * A question is its askers': it goes with the last of them, and they go with it, as does what was said of it.
 * @param items of which somebody, or the question, is gone
 */
export const dropUnasked = (db: Kysely<Schema>, items: readonly number[]): Promise<void> =>
  inChunks([...new Set(items)], async (ids) => {
    const asked = db.selectFrom('askers').select('item').where('item', 'in', ids);
    await db.deleteFrom('questions').where('id', 'in', ids).where('id', 'not in', asked).execute();
    const known = db.selectFrom('questions').select('id').where('id', 'in', ids);
    for (const table of ['askers', 'signals'] as const)
      await db.deleteFrom(table).where('item', 'in', ids).where('item', 'not in', known).execute();
  });
