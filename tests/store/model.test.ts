import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Act, NewAct } from '../../src/bot/ports/changes.ts';
import type { ActFilter, Store } from '../../src/bot/ports/store.ts';
import { openStore } from '../../src/store/index.ts';
import { describePostgres, freshDatabase } from '../helpers/postgres.ts';
import { postgresBinaries } from '../helpers/postgres-binaries.ts';
import { runOn } from '../helpers/postgres-server.ts';
import { replay } from '../helpers/replay.ts';
import { runs } from '../helpers/runs.ts';
import { actOf, later } from './samples.ts';

/** What a log does, without a database. */
function modelLog(): { readonly append: (act: NewAct) => void; readonly acts: Act[] } {
  const acts: Act[] = [];
  const append = ({ edits, ...act }: NewAct) => {
    const present = new Map(
      replay(acts).map(({ community, kind, key, value }) => [`${community} ${kind} ${key}`, value]),
    );
    const last = new Map(edits.map((edit) => [`${edit.community} ${edit.kind} ${edit.key}`, edit]));
    const changes = [...last].map(([name, edit]) => ({ ...edit, before: present.get(name) ?? null }));
    acts.push({ ...act, id: acts.length + 1, changes: changes.filter(({ before, after }) => before !== after) });
  };
  return { append, acts };
}

const community = fc.constantFrom('a', 'B', 'ä');
const edit = fc.record({
  community,
  kind: fc.constantFrom('pin' as const, 'entry' as const),
  key: fc.constantFrom('x', 'X', 'é/1', '中'),
  after: fc.option(fc.constantFrom('1', '"\\u0000"', '{"a":"😀"}'), { nil: null }),
});
const act = fc
  .record({
    community,
    person: fc.constantFrom('p1', 'p2'),
    minute: fc.nat(5),
    why: fc.string({ maxLength: 5 }),
    undoes: fc.option(fc.nat(3), { nil: null }),
    edits: fc.array(edit, { maxLength: 6 }),
  })
  .map(
    ({ minute, edits, why, ...parts }): NewAct =>
      actOf(edits, { ...parts, why: why.replaceAll('\0', ''), at: later(minute) }),
  );
const acts = fc.array(act, { maxLength: 8 });
const filter = fc.record({
  community: fc.option(community, { nil: undefined }),
  after: fc.option(fc.nat(8), { nil: undefined }),
  before: fc.option(fc.nat(8), { nil: undefined }),
  newest: fc.option(fc.nat(4), { nil: undefined }),
  person: fc.option(fc.constant('p1'), { nil: undefined }),
});

const stateOf = (store: Store) => store.transact(({ log }) => Promise.all([log.acts({}), log.records()]));

async function fill(store: Store, given: readonly NewAct[]): Promise<void> {
  for (const one of given) await store.transact(({ log }) => log.append(one));
}

function expectedOf(given: readonly NewAct[]): [Act[], ReturnType<typeof replay>] {
  const model = modelLog();
  for (const one of given) model.append(one);
  return [model.acts, replay(model.acts)];
}

it('a log in SQLite is the log that one would write by hand', async () => {
  const property = fc.asyncProperty(acts, filter, async (given, wanted) => {
    const store = await openStore('sqlite::memory:');
    await fill(store, given);
    const expected = expectedOf(given);
    expect(await stateOf(store)).toEqual(expected);
    expect(await store.transact(({ log }) => log.acts(wanted))).toEqual(actsLike(expected[0], wanted));
    await store.close();
  });
  await fc.assert(property, runs(60));
});

/** What the filter asks for, found by looking at each act. */
function actsLike(all: readonly Act[], { community: wanted, after, before, newest, person }: ActFilter): Act[] {
  const found = all.filter(
    (one) =>
      (wanted === undefined || one.community === wanted || one.changes.some((change) => change.community === wanted)) &&
      (after === undefined || one.id > after) &&
      (before === undefined || one.id < before) &&
      (person === undefined || one.person === person),
  );
  return newest === undefined ? found : found.slice(Math.max(0, found.length - newest));
}

describePostgres('with PostgreSQL', () => {
  let url = '';
  let store: Store;
  beforeAll(async () => {
    if (!postgresBinaries()) return;
    url = await freshDatabase();
    store = await openStore(url);
  });
  afterAll(() => store?.close());

  it('a log in PostgreSQL is the log that one would write by hand', async () => {
    const property = fc.asyncProperty(acts, filter, async (given, wanted) => {
      await runOn(url, 'truncate acts, changes, records restart identity');
      await fill(store, given);
      const expected = expectedOf(given);
      expect(await stateOf(store)).toEqual(expected);
      expect(await store.transact(({ log }) => log.acts(wanted))).toEqual(actsLike(expected[0], wanted));
    });
    await fc.assert(property, runs(20));
  });
});
