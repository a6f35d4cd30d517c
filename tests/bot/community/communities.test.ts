import { LRUCache } from 'lru-cache';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inUnit } from '../../../src/bot/attempt.ts';
import { openHeard } from '../../../src/bot/community/communities.ts';
import { erasureOf } from '../../../src/bot/community/erasure.ts';
import type { Ledger } from '../../../src/bot/community/records.ts';
import type { Store } from '../../../src/bot/ports/store.ts';
import { openStore } from '../../../src/store/index.ts';
import { unitWith } from '../../helpers/unit-with.ts';
import { append, editOf, NOW } from '../../store/samples.ts';

let store: Store;
/** Communities whose records were read. */
let read: string[];

beforeEach(async () => {
  store = await openStore('sqlite::memory:');
  read = [];
  for (let at = 0; at < 20; at++) await append(store, [editOf('k', '"1"', `x:${at}`)], { community: `x:${at}` });
});

/** @param room in communities */
async function open(room = 100) {
  const records = new LRUCache<string, Ledger>({ maxSize: room });
  const set = records.set.bind(records);
  vi.spyOn(records, 'set').mockImplementation((key, own) => set(key, own, { size: 1 }));
  const reading: Store['read'] = (work) =>
    store.read((unit) => {
      const records: typeof unit.log.records = async (filter) => {
        if (filter?.community !== undefined) read.push(filter.community);
        return unit.log.records(filter);
      };
      return work(unitWith(unit, 'log', { records }));
    });
  const heard = await openHeard({ read: reading }, records);
  const valueIn = async (community: string) => (await heard.ledgerOf(community)).raw('pin', 'k');
  return { heard, records, valueIn };
}

const change = (community: string, after: string | null) =>
  append(store, [editOf('k', after, community)], { community });

describe('what a community decided', () => {
  it('is read when it is first heard of, and once', async () => {
    const { valueIn } = await open();
    expect(read).toEqual([]);
    expect([
      await valueIn('x:3'),
      await valueIn('x:3'),
      await valueIn('x:nothing'),
      await valueIn('x:nothing'),
    ]).toEqual(['"1"', '"1"', null, null]);
    expect(read).toEqual(['x:3', 'x:nothing']);
  });

  it('is let go where it was not asked for longest, and read again', async () => {
    const { valueIn } = await open(2);
    for (const community of ['x:1', 'x:2', 'x:1', 'x:3', 'x:1']) await valueIn(community);
    expect(read).toEqual(['x:1', 'x:2', 'x:3']);
    expect([await valueIn('x:1'), read.length]).toEqual(['"1"', 3]);
  });

  it('changes with what others decide, of communities that were heard of and of others', async () => {
    const { heard, valueIn } = await open();
    await valueIn('x:1');
    for (const community of ['x:1', 'x:2', 'x:new']) await change(community, '"2"');
    await heard.takeIn();
    expect([await valueIn('x:1'), await valueIn('x:2'), await valueIn('x:new')]).toEqual(['"2"', '"2"', '"2"']);
    expect(read).toEqual(['x:1', 'x:2', 'x:new']);
  });

  it('changes also for whoever holds it after it was let go', async () => {
    const { heard, records } = await open(1);
    const own = await heard.ledgerOf('x:1');
    const before = own.version;
    await heard.ledgerOf('x:2');
    expect(records.get('x:1')).toBeUndefined();
    await change('x:1', '"2"');
    await heard.takeIn();
    expect([own.raw('pin', 'k'), own.version === before]).toEqual(['"2"', false]);
    // Nobody has another one meanwhile.
    expect(await heard.ledgerOf('x:1')).toBe(own);
    expect(read.filter((community) => community === 'x:1')).toHaveLength(1);
  });

  it('is not changed a second time by what it was read with', async () => {
    const { heard, valueIn } = await open();
    await change('x:1', '"2"');
    await change('x:1', '"3"');
    const own = await heard.ledgerOf('x:1');
    const { version } = own;
    await heard.takeIn();
    expect([await valueIn('x:1'), own.version]).toEqual(['"3"', version]);
  });

  it('is not remembered as it stood in a transaction that failed', async () => {
    const { heard, valueIn } = await open();
    const failing = store.transact(async (unit) => {
      await unit.log.append({
        community: 'x:1',
        person: 'p',
        place: 'x:1',
        at: NOW,
        command: 'pin',
        why: '',
        forced: null,
        undoes: null,
        edits: [editOf('k', '"2"', 'x:1')],
      });
      expect((await heard.ledgerOf('x:1', inUnit(unit))).raw('pin', 'k')).toBe('"2"');
      throw new Error('failed');
    });
    await expect(failing).rejects.toThrow('failed');
    expect(await valueIn('x:1')).toBe('"1"');
  });

  it('is another after an erasure, for whoever holds it, and of others nothing is read', async () => {
    const { heard } = await open();
    const [own, other] = [await heard.ledgerOf('x:1'), await heard.ledgerOf('x:2')];
    await append(store, [editOf('own', JSON.stringify({ by: '1'.repeat(32) }), 'x:1')], {
      community: 'x:1',
      person: '1'.repeat(32),
    });
    await heard.takeIn();
    await store.transact(async ({ people, log }) => {
      expect(await people.erase('1'.repeat(32), 'x:dm-1')).toEqual(['x:1']);
      await log.append(erasureOf(['x:1'], NOW));
    });
    read.length = 0;
    await heard.takeIn();
    expect(own.raw('pin', 'own')).toBe('{"by":""}');
    expect(other.raw('pin', 'k')).toBe('"1"');
    expect(read).toEqual(['x:1']);
  });
});

describe('the community of a place', () => {
  it('is found when it is first heard of, and anew when it is linked, moved or parted', async () => {
    const { heard } = await open();
    expect([(await heard.at('x:1'))[0], (await heard.at('x:2'))[0]]).toEqual(['x:1', 'x:2']);
    await append(store, [editOf('x:1', '{}', 'x:2', 'place'), editOf('x:2', '{}', 'x:2', 'place')]);
    expect((await heard.at('x:1'))[0]).toBe('x:1');
    await heard.takeIn();
    expect([(await heard.at('x:1'))[0], (await heard.at('x:2'))[0]]).toEqual(['x:2', 'x:2']);
    await append(store, [editOf('x:1', null, 'x:2', 'place')]);
    await heard.takeIn();
    expect((await heard.at('x:1'))[0]).toBe('x:1');
  });

  it('has a name that tells nothing once the place of that name was erased', async () => {
    const { heard } = await open();
    const home = `x:dm-${'1'.repeat(32)}`;
    await append(
      store,
      [editOf(home, '{}', home, 'place'), editOf('x:9', '{}', home, 'place'), editOf('k', '1', home)],
      { community: home, place: home },
    );
    await heard.takeIn();
    expect((await heard.at('x:9'))[0]).toBe(home);
    await store.transact(
      async ({ people, log }) => void (await log.append(erasureOf(await people.erase('1'.repeat(32), home), NOW))),
    );
    await heard.takeIn();
    expect((await heard.at('x:9'))[0]).toMatch(/^nobody:/);
    expect((await heard.ledgerOf((await heard.at('x:9'))[0])).raw('pin', 'k')).toBe('1');
  });
});
