import { describe, expect, it } from 'vitest';
import type { Unit } from '../../src/bot/ports/store.ts';
import type { Open } from './contract.ts';
import {
  actOf,
  answerOf,
  append,
  draftOf,
  editOf,
  homeOf,
  keptOf,
  later,
  NOW,
  ONE,
  TWO,
  tallyOf,
  valuesOf,
} from './samples.ts';

/** An act by its id. */
const actWith = async (log: Unit['log'], id: number) => (await log.acts({ after: id - 1, before: id + 1 }))[0];

export function logContract(open: Open): void {
  describe('append', () => {
    it('writes down what was and became', async () => {
      const store = await open();
      const first = await append(store, [editOf('a', '1'), editOf('b', '2')]);
      const second = await append(store, [editOf('a', '3'), editOf('b', null)], {
        undoes: first.id,
        why: 'typo',
        forced: 'says so',
      });
      expect(first).toEqual({
        ...withoutEdits,
        id: first.id,
        changes: [changed('a', null, '1'), changed('b', null, '2')],
      });
      expect(second).toEqual({
        ...withoutEdits,
        id: second.id,
        undoes: first.id,
        why: 'typo',
        forced: 'says so',
        changes: [changed('a', '1', '3'), changed('b', '2', null)],
      });
      expect(second.id).toBeGreaterThan(first.id);
      expect(await store.transact(({ log }) => log.acts({}))).toEqual([first, second]);
      expect(await store.transact(({ log }) => log.records())).toEqual([
        { community: 'c', kind: 'pin', key: 'a', value: '3' },
      ]);
    });

    it('leaves out what changes nothing, but writes the act down', async () => {
      const store = await open();
      await append(store, [editOf('a', '1')]);
      const act = await append(store, [editOf('a', '1'), editOf('b', null), editOf('c', '2')]);
      expect(act.changes).toEqual([changed('c', null, '2')]);
      expect((await append(store, [editOf('a', '1')])).changes).toEqual([]);
      expect(await store.transact(({ log }) => log.last())).toBe(3);
    });

    it('takes the last of several edits of one record', async () => {
      const store = await open();
      const act = await append(store, [editOf('a', '1'), editOf('b', '2'), editOf('a', '3'), editOf('b', null)]);
      expect(act.changes).toEqual([changed('a', null, '3')]);
      expect(await valuesOf(store)).toEqual({ a: '3' });
    });

    it('tells communities and kinds apart', async () => {
      const store = await open();
      await append(store, [editOf('a', '1'), editOf('a', '2', 'd'), editOf('a', '3', 'c', 'setting')]);
      await append(store, [editOf('a', null)]);
      expect(
        (await store.transact(({ log }) => log.records())).map(({ community, kind, value }) => [
          community,
          kind,
          value,
        ]),
      ).toEqual([
        ['c', 'setting', '3'],
        ['d', 'pin', '2'],
      ]);
    });

    it('takes many edits and long values', async () => {
      const store = await open();
      const edits = Array.from({ length: 1000 }, (_, n) => editOf(`k${n}`));
      const act = await append(store, [...edits, editOf('long', JSON.stringify('长'.repeat(300_000)))]);
      expect(act.changes).toHaveLength(1001);
      expect((await store.transact(({ log }) => actWith(log, act.id)))?.changes).toEqual(act.changes);
      await append(
        store,
        edits.map((edit) => ({ ...edit, after: null })),
      );
      expect(Object.keys(await valuesOf(store))).toEqual(['long']);
    });

    it('lets others have their turn while it takes many edits', async () => {
      const store = await open();
      let turns = 0;
      let isDone = false;
      const count = () => {
        turns += 1;
        if (!isDone) setImmediate(count);
      };
      setImmediate(count);
      await append(
        store,
        Array.from({ length: 2000 }, (_, n) => editOf(`k${n}`)),
      );
      isDone = true;
      expect(turns).toBeGreaterThan(20);
    });

    it('gives back what it keeps, whatever the letters', async () => {
      const store = await open();
      const edits = [
        editOf('it\'s "q" %_\\ \u0000\ud800', '"\u0000\udfff"'),
        editOf('封号 😀', '"é\u2028"'),
        editOf('', '""'),
      ];
      const act = await append(store, edits, { why: 'a\u0000b', forced: '\ud800' });
      expect(await store.transact(({ log }) => actWith(log, act.id))).toEqual(act);
      expect(await valuesOf(store)).toEqual({ 'it\'s "q" %_\\ ��': '"��"', '封号 😀': '"é\u2028"', '': '""' });
      expect((await append(store, edits)).changes).toEqual([]);
    });
  });

  describe('records', () => {
    it('are those asked for, in the order of their bytes', async () => {
      const store = await open();
      const keys = ['b', 'B', 'a-c', 'ab', 'é', '中', 'Ä', '_', '1'];
      await append(store, [
        ...keys.map((key) => editOf(key)),
        editOf('x', '1', 'd'),
        editOf('x', '1', 'c', 'entry'),
        editOf('y', '1', 'c', 'entry'),
      ]);
      const read = async (filter?: { community?: string; kind?: 'pin' | 'entry'; key?: string; begin?: string }) =>
        (await store.transact(({ log }) => log.records(filter))).map(({ key }) => key);
      expect(await read()).toEqual(['x', 'y', '1', 'B', '_', 'a-c', 'ab', 'b', 'Ä', 'é', '中', 'x']);
      expect(await read({ community: 'd' })).toEqual(['x']);
      expect(await read({ kind: 'entry' })).toEqual(['x', 'y']);
      expect(await read({ community: 'c', kind: 'entry', key: 'y' })).toEqual(['y']);
      expect(await read({ key: 'x' })).toEqual(['x', 'x']);
      expect(await read({ community: 'e' })).toEqual([]);
      expect(await read({ kind: 'pin', begin: 'a' })).toEqual(['a-c', 'ab']);
    });
  });

  describe('acts', () => {
    const filled = async () => {
      const store = await open();
      await append(store, [editOf('a')]);
      await append(store, [editOf('b', '1', 'd')], { at: later(1), person: 'p2' });
      await append(store, [editOf('a', '1', 'd', 'setting')], { community: 'd', at: later(2) });
      await append(store, [editOf('a', '2')], { at: later(3) });
      await append(store, [], { community: 'e', at: later(4) });
      return store;
    };

    it('are those asked for, oldest first', async () => {
      const store = await filled();
      const ids = async (filter: Parameters<Parameters<Parameters<typeof store.transact>[0]>[0]['log']['acts']>[0]) =>
        (await store.transact(({ log }) => log.acts(filter))).map(({ id }) => id);
      expect(await ids({})).toEqual([1, 2, 3, 4, 5]);
      expect(await ids({ community: 'c' })).toEqual([1, 2, 4]);
      expect(await ids({ community: 'd' })).toEqual([2, 3]);
      expect(await ids({ community: 'e' })).toEqual([5]);
      expect(await ids({ kind: 'pin', key: 'a' })).toEqual([1, 4]);
      expect(await ids({ key: 'a' })).toEqual([1, 3, 4]);
      expect(await ids({ kind: 'setting' })).toEqual([3]);
      expect(await ids({ community: 'c', kind: 'pin', key: 'b' })).toEqual([]);
      expect(await ids({ community: 'd', kind: 'pin' })).toEqual([2]);
      expect(await ids({ person: 'p2' })).toEqual([2]);
      expect(await ids({ after: 3 })).toEqual([4, 5]);
      expect(await ids({ since: later(2) })).toEqual([3, 4, 5]);
      expect(await ids({ newest: 2 })).toEqual([4, 5]);
      expect(await ids({ community: 'c', newest: 2 })).toEqual([2, 4]);
      expect(await ids({ community: 'c', newest: 1, before: 4 })).toEqual([2]);
      expect(await ids({ community: 'd', newest: 1, before: 3 })).toEqual([2]);
      expect(await ids({ before: 3 })).toEqual([1, 2]);
      expect(await ids({ newest: 0 })).toEqual([]);
      expect(
        await ids({ community: undefined, kind: undefined, newest: undefined, person: 'p1', since: later(3) }),
      ).toEqual([4, 5]);
    });

    it('have an end, and numbers as ids', async () => {
      const store = await open();
      expect(await store.transact(({ log }) => log.last())).toBe(0);
      const { id } = await append(store);
      expect(id).toBe(1);
      expect(
        await store.transact(({ log }) => Promise.all([log.last(), actWith(log, 1), actWith(log, 2)])),
      ).toMatchObject([1, { id: 1, undoes: null }, undefined]);
    });
  });

  describe('communities and places', () => {
    it('are listed page by page, each once, whoever shares them', async () => {
      const store = await open();
      const names = ['a:3', 'a:1', 'a:2', 'b:1', '\u00e9:1'];
      for (const name of names)
        await append(store, [editOf('k', '1', name), editOf('l', '1', name)], { community: name });
      // One goes on under the name of a place that has left it.
      await append(store, [editOf('a:9', '{}', 'a:2', 'place'), editOf('b:8', '{}', 'a:2', 'place')], {
        community: 'a:2',
      });
      const all = async (page: number, read: (log: Unit['log'], after: string) => Promise<string[]>) => {
        const found: string[] = [];
        for (;;) {
          const more = await store.transact(({ log }) => read(log, found.at(-1) ?? ''));
          found.push(...more);
          if (more.length < page) return found;
        }
      };
      for (const page of [1, 2, 50]) {
        expect(await all(page, (log, after) => log.communities(after, page))).toEqual([
          'a:1',
          'a:2',
          'a:3',
          'b:1',
          '\u00e9:1',
        ]);
        expect(await all(page, (log, after) => log.places('a', after, page))).toEqual(['a:1', 'a:3', 'a:9']);
        expect(await all(page, (log, after) => log.places('b', after, page))).toEqual(['b:1', 'b:8']);
      }
    });
  });

  it('names the communities with the most records of a kind', async () => {
    const store = await open();
    for (const [community, count] of Object.entries({ 'a:1': 2, 'a:2': 1, 'a:3': 3 }))
      await append(
        store,
        Array.from({ length: count }, (_, at) => editOf(String(at), '1', community)),
        { community },
      );
    const largest = (least: number, most: number) => store.read(({ log }) => log.largest('pin', least, most));
    expect(await largest(2, 5)).toEqual(['a:3', 'a:1']);
    expect(await largest(1, 2)).toEqual(['a:3', 'a:1']);
    expect(await store.read(({ log }) => log.largest('place', 1, 5))).toEqual([]);
  });

  describe('forget', () => {
    it('takes a person out of acts and records, and nothing else', async () => {
      const store = await open();
      const words = `${ONE} and \\"${ONE}\\", \\"${ONE}`;
      await append(store, [editOf('a', `{"by":"${ONE}","text":"${words}"}`)], { person: ONE });
      await append(store, [editOf('a', `{"by":"${TWO}"}`)], { person: TWO });
      await append(store, [editOf('b', `{"by":"${ONE}"}`)], { person: TWO });
      await append(store, [], { person: ONE });
      expect(await store.transact(({ log }) => log.forget(ONE, homeOf(ONE)))).toEqual(['c']);
      const acts = await store.transact(({ log }) => log.acts({}));
      expect(acts.map(({ person }) => person)).toEqual(['', TWO, TWO, '']);
      expect(acts.flatMap(({ changes }) => changes).map(({ before, after }) => [before, after])).toEqual([
        [null, `{"by":"","text":"${words}"}`],
        [`{"by":"","text":"${words}"}`, `{"by":"${TWO}"}`],
        [null, '{"by":""}'],
      ]);
      expect(await valuesOf(store)).toEqual({ a: `{"by":"${TWO}"}`, b: '{"by":""}' });
      expect(await store.transact(({ log }) => log.forget(ONE, homeOf(ONE)))).toEqual([]);
    });

    it('forgets nobody where nobody is named', async () => {
      const store = await open();
      await append(store, [editOf('a', '""')], { person: '' });
      expect(await store.transact(({ log }) => log.forget('', homeOf('')))).toEqual([]);
    });

    it('leaves what was done nowhere in particular where nobody has such a home', async () => {
      const store = await open();
      await append(store, [], { person: '', community: '', place: '' });
      expect(await store.transact(({ log }) => log.forget('p1', ''))).toEqual([]);
      expect(await store.transact(({ log }) => log.acts({}))).toMatchObject([{ community: '', place: '' }]);
    });

    it('takes them out of what others are about to change, too', async () => {
      const store = await open();
      const content = JSON.stringify({ edits: [{ community: homeOf(ONE), kind: 'pin' }], found: [`{"by":"${ONE}"}`] });
      await store.transact(({ drafts }) => drafts.save(draftOf({ person: TWO, content })));
      await store.transact(({ kept }) => kept.save(keptOf({ person: TWO, place: homeOf(ONE), content: ONE })));
      await append(store, [editOf('x:1', '{}', homeOf(ONE), 'place')], { community: homeOf(ONE) });
      await store.transact(({ log }) => log.forget(ONE, homeOf(ONE)));
      const [record] = await store.transact(({ log }) => log.records());
      const draft = await store.transact(({ drafts }) => drafts.find('d1', NOW));
      expect(JSON.parse(draft?.content ?? '')).toEqual({
        edits: [{ community: record?.community, kind: 'pin' }],
        found: ['{"by":""}'],
      });
      const home = record?.community;
      expect(await store.transact(({ kept }) => kept.find('k1', NOW))).toMatchObject({ place: home, content: '' });
    });

    it('takes their reasons along, also where a record holds one, and leaves those of others', async () => {
      const store = await open();
      const retired = (key: string, why: string | null) =>
        editOf(key, why === null ? null : JSON.stringify({ why }), 'c', 'retired');
      await append(store, [retired('a', 'secret'), retired('b', 'secret')], { person: ONE, why: 'secret' });
      await append(store, [retired('b', null)], { person: TWO, why: 'theirs' });
      await append(store, [retired('d', 'theirs')], { person: TWO });
      await store.transact(({ log }) => log.forget(ONE, homeOf(ONE)));
      const acts = await store.transact(({ log }) => log.acts({}));
      expect(JSON.stringify(acts)).not.toContain('secret');
      expect(acts.map(({ why }) => why)).toEqual(['', 'theirs', '']);
      expect(await valuesOf(store)).toEqual({ a: '{"why":""}', d: '{"why":"theirs"}' });
      // What stands there is still what the log says, so that it can be taken back.
      expect(acts[1]?.changes).toMatchObject([{ key: 'b', before: acts[0]?.changes[1]?.after, after: null }]);
    });

    it('removes what was decided where they are alone, and leaves what others share without their name', async () => {
      const store = await open();
      const [alone, shared] = [homeOf(ONE), homeOf(TWO)];
      for (const [person, home] of [
        [ONE, alone],
        [TWO, shared],
      ] as const) {
        await append(store, [editOf(`pin of ${person}`, JSON.stringify({ by: person }), home)], {
          person,
          community: home,
          place: home,
        });
        await append(
          store,
          [editOf(home, '{}', home, 'place'), ...(home === shared ? [editOf('x:1', '{}', home, 'place')] : [])],
          { person, community: home, place: home },
        );
        await store.transact((unit) =>
          Promise.all([
            unit.tallies.add([tallyOf({ community: home })]),
            unit.answers.add(answerOf({ place: home, community: home, message: person })),
          ]),
        );
      }
      for (const [person, home] of [
        [ONE, alone],
        [TWO, shared],
      ] as const)
        expect(await store.transact(({ people }) => people.erase(person, home))).toEqual(
          home === shared ? [home, expect.stringMatching(/^nobody:/)] : [home],
        );
      const kept = await store.transact(async ({ log, tallies, answers }) => ({
        acts: await log.acts({}),
        records: await log.records(),
        rest: [
          await tallies.list(alone, ''),
          await tallies.list(shared, ''),
          await answers.find(alone, ONE),
          await answers.find(shared, TWO),
        ],
      }));
      expect(kept.rest).toEqual([[], [], undefined, undefined]);
      for (const words of [alone, shared, `pin of ${ONE}`, `"${TWO}"`])
        expect(JSON.stringify(kept)).not.toContain(words);
      expect(kept.records.map(({ kind, key }) => `${kind} ${key}`)).toEqual([`pin pin of ${TWO}`, 'place x:1']);
      const [community] = kept.records.map((record) => record.community);
      expect(
        [...kept.records, ...kept.acts, ...kept.acts.flatMap(({ changes }) => changes)].every(
          (one) => one.community === community,
        ),
      ).toBe(true);
    });
  });
}

const { edits: _, ...withoutEdits } = actOf([], { at: NOW });
const changed = (key: string, before: string | null, after: string | null) => ({
  community: 'c',
  kind: 'pin',
  key,
  before,
  after,
});
