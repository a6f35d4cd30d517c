import type { Kysely } from 'kysely';
import type { Answers, PostedAnswer } from '../../bot/ports/memory.ts';
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
