import type { Kysely } from 'kysely';
import type { Handed, HandedState } from '../../bot/ports/handover.ts';
import type { Schema } from './schema.ts';

/** States in which nobody has answered. */
const WAITING = ['open', 'stuck', 'taken'] as const satisfies readonly HandedState[];

export function createHanded(db: Kysely<Schema>): Handed {
  const questions = () => db.selectFrom('handed').selectAll('handed');
  return {
    add: async (question) =>
      (await db.insertInto('handed').values(question).returning('id').executeTakeFirstOrThrow()).id,
    find: (id) => questions().where('id', '=', id).executeTakeFirst(),
    unanswered: (community) =>
      questions()
        .where('community', '=', community)
        .where('state', 'in', [...WAITING, 'told'])
        .orderBy('id')
        .execute(),
    answered: (community) =>
      questions()
        .where('community', '=', community)
        .where('state', 'in', ['answered', 'solved'])
        .where('helper', '<>', '')
        .orderBy('id', 'desc')
        .execute(),
    solved: (community) =>
      questions().where('community', '=', community).where('state', '=', 'solved').orderBy('id').execute(),
    overdue: (at) => questions().where('state', 'in', WAITING).where('at', '<', at).orderBy('id').execute(),
    stuck: (place) => {
      const stuck = questions().where('state', '=', 'stuck').orderBy('id');
      // It was never posted, by which it is found.
      return (place === undefined ? stuck : stuck.where('place', '=', place).where('post', '=', '')).execute();
    },
    helpedBy: (person) => questions().where('helper', '=', person).orderBy('id').execute(),
    askedOnlyBy: (person) =>
      questions()
        .where('id', 'in', (own) => own.selectFrom('askers').select('item').where('person', '=', person))
        .where((question) =>
          question.not(
            question.exists(
              question
                .selectFrom('askers')
                .select('item')
                .whereRef('item', '=', 'handed.id')
                .where('person', '<>', person),
            ),
          ),
        )
        .orderBy('id')
        .execute(),
    shownIn: (place, post) => questions().where('place', '=', place).where('post', '=', post).executeTakeFirst(),
    answeredBy: (place, said) => questions().where('place', '=', place).where('said', '=', said).executeTakeFirst(),
    toldIn: (place, told) =>
      questions()
        .innerJoin('askers', 'askers.item', 'handed.id')
        .where('askers.place', '=', place)
        .where('told', '=', told)
        .executeTakeFirst(),
    change: async (id, parts) => void (await db.updateTable('handed').set(parts).where('id', '=', id).execute()),
    join: async (asker) => {
      const added = db.insertInto('askers').values(asker);
      const { numInsertedOrUpdatedRows = 0n } = await added
        .onConflict((conflict) => conflict.columns(['item', 'person']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows > 0n;
    },
    askers: (item) => db.selectFrom('askers').selectAll().where('item', '=', item).orderBy('person').execute(),
    noteTold: async (item, person, told) =>
      void (await db
        .updateTable('askers')
        .set({ told })
        .where('item', '=', item)
        .where('person', '=', person)
        .execute()),
    prune: async (before) => {
      await db.deleteFrom('handed').where('at', '<', before).execute();
      await dropUnasked(db);
    },
  };
}

/** A question is its askers': it goes with the last of them, and they go with it. */
export async function dropUnasked(db: Kysely<Schema>): Promise<void> {
  await db
    .deleteFrom('handed')
    .where('id', 'not in', (asked) => asked.selectFrom('askers').select('item'))
    .execute();
  await db
    .deleteFrom('askers')
    .where('item', 'not in', (known) => known.selectFrom('handed').select('id'))
    .execute();
}
