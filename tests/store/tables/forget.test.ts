import { expect, it } from 'vitest';
import { keyedHash } from '../../../src/secrets.ts';
import { createStore } from '../../../src/store/create-store.ts';
import { openConnection } from '../../../src/store/sqlite/connection.ts';
import { sqliteBase } from '../../../src/store/sqlite/index.ts';
import { mentionsIn } from '../../../src/store/tables/acts.ts';
import { append, draftOf, editOf, homeOf, keptOf, NOW, ONE, TWO, updateOf, voteOf } from '../samples.ts';

/** Small for as long as nothing waits, or by what they hold. */
const SMALL = [...['inbox', 'outbox', 'drafts', 'kept', 'invitations', 'places', 'sends', 'page', 'meta', 'CONSTANT']];

it('no erasure and no export reads a table that grows with what others do', async () => {
  const sqlite = openConnection(':memory:', 0);
  const asked = new Map<string, readonly unknown[]>();
  const watched = {
    ...sqlite,
    run: (sql: string, values: readonly unknown[] = []) => {
      asked.set(sql, values);
      return sqlite.run(sql, values);
    },
  };
  const store = createStore(await sqliteBase(watched, 'a database', { onError: () => undefined }), () => undefined);
  await append(store, [editOf('a', JSON.stringify({ by: ONE }))], { person: ONE });
  await append(store, [editOf('b', JSON.stringify({ why: 'words' }), 'c', 'retired')], { person: ONE });
  await append(store, [editOf('own', '1', homeOf(ONE)), editOf(`moderators:${homeOf(ONE)}`, '[]', 'c', 'setting')], {
    person: ONE,
    community: homeOf(ONE),
    place: homeOf(ONE),
  });
  await store.transact((unit) =>
    Promise.all([
      unit.votes.cast(voteOf({ person: ONE })),
      unit.drafts.save(draftOf({ person: TWO })),
      unit.kept.save(keptOf({ person: TWO })),
      unit.inbox.accept([updateOf('u')]),
    ]),
  );
  asked.clear();
  await store.transact(({ people }) => people.export(ONE, homeOf(ONE)));
  await store.transact(({ people }) => people.erase(ONE, homeOf(ONE)));
  await store.transact(({ places }) => places.erase('x:1'));
  await store.transact(({ places }) => places.leave('x:1', NOW));
  const scans = [...asked].flatMap(([sql, values]) =>
    /^(select|update|delete)/i.test(sql)
      ? sqlite
          .run(`explain query plan ${sql}`, values)
          .rows.map(({ detail }) => String(detail))
          .filter((detail) => /^SCAN /.test(detail) && !SMALL.includes(/^SCAN (\w+)/.exec(detail)?.[1] ?? ''))
          .map((detail) => `${detail}: ${sql}`)
      : [],
  );
  expect(asked.size).toBeGreaterThan(40);
  expect(scans).toEqual([]);
  await store.close();
});

it('what a change mentions is a person as they are hashed, a place, or a reason', () => {
  const hash = keyedHash('secret')('telegram:1');
  const named = (kind: 'pin' | 'place' | 'setting' | 'retired', key: string, after: string) =>
    mentionsIn({ kind, key, before: null, after });
  expect(named('pin', 'k', JSON.stringify({ by: hash, language: 'en' }))).toEqual([hash]);
  expect(named('pin', 'k', JSON.stringify({ by: '', text: `"${hash}"` }))).toEqual([]);
  expect(named('place', 'x:1', '{}')).toEqual(['x:1']);
  expect(named('setting', 'packs:x:1/77', '[]')).toEqual(['x:1']);
  expect(named('setting', 'mode', '"questions"')).toEqual([]);
  expect(named('retired', 'e', '{"why":""}')).toEqual([]);
  expect(named('retired', 'e', '{"why":"words"}')).toHaveLength(1);
});
