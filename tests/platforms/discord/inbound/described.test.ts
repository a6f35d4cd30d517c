import { expect, it } from 'vitest';
import { createDescribed, type Described } from '../../../../src/platforms/discord/inbound/described.ts';

const ME = '100000000000000001';
const [GUILD, OTHER] = ['200000000000000001', '200000000000000002'];
const thread = (id: string, parent: string, more: object = {}) => ({
  id,
  guild_id: GUILD,
  type: 11,
  parent_id: parent,
  name: `thread ${id}`,
  owner_id: '7',
  ...more,
});
const described = (): Described => {
  const world = createDescribed();
  world.take('READY', { user: { id: ME }, guilds: [{ id: GUILD }, { id: OTHER }] });
  world.take('GUILD_CREATE', {
    id: GUILD,
    name: 'One',
    roles: [{ id: '20' }, { id: '21', tags: { bot_id: ME } }],
    channels: [
      { id: '30', type: 0 },
      { id: '31', type: 15, available_tags: [{ id: '40', name: 'Solved', moderated: false }] },
    ],
    threads: [thread('50', '30'), thread('51', '31')],
  });
  return world;
};

it('knows names, the own role, threads with their parents, and tags of forums', () => {
  const world = described();
  expect([world.titleOf(GUILD), world.roleOf(GUILD), world.titleOf(OTHER)]).toEqual(['One', '21', undefined]);
  expect(world.servers()).toEqual([{ id: GUILD, title: 'One' }]);
  expect(world.threadOf('50')).toEqual({ parent: '30', name: 'thread 50', asker: undefined });
  expect(world.threadOf('51')).toEqual({ parent: '31', name: 'thread 51', asker: '7' });
  expect([world.threadOf('30'), world.tagsOf('30'), world.tagsOf('31')]).toEqual([
    undefined,
    undefined,
    [{ id: '40', name: 'Solved' }],
  ]);
});

it('follows what changes', () => {
  const world = described();
  world.take('GUILD_UPDATE', { id: GUILD, name: 'Uno', roles: [] });
  expect([world.titleOf(GUILD), world.roleOf(GUILD)]).toEqual(['Uno', undefined]);
  world.take('CHANNEL_CREATE', { id: '32', guild_id: GUILD, type: 15, available_tags: [] });
  world.take('THREAD_CREATE', thread('52', '32'));
  expect([world.tagsOf('32'), world.threadOf('52')?.asker]).toEqual([[], '7']);
  world.take('THREAD_UPDATE', thread('52', '32', { thread_metadata: { archived: true } }));
  expect(world.threadOf('52')).toBeUndefined();
  world.take('THREAD_UPDATE', thread('52', '32', { thread_metadata: { archived: false }, name: 'again' }));
  expect(world.threadOf('52')?.name).toBe('again');
  world.take('THREAD_LIST_SYNC', { guild_id: GUILD, channel_ids: ['30'], threads: [thread('53', '30')] });
  expect([world.threadOf('50'), world.threadOf('53')?.parent, world.threadOf('52')?.parent]).toEqual([
    undefined,
    '30',
    '32',
  ]);
  world.take('CHANNEL_DELETE', { id: '32', guild_id: GUILD, type: 15 });
  expect([world.tagsOf('32'), world.threadOf('52')]).toEqual([undefined, undefined]);
  world.take('THREAD_DELETE', { id: '53', guild_id: GUILD });
  expect(world.threadOf('53')).toBeUndefined();
});

it('forgets a server that is left, or is not there at the next session, with all in it; an outage is neither', () => {
  const world = described();
  world.take('GUILD_DELETE', { id: GUILD, unavailable: true });
  world.take('GUILD_CREATE', { id: GUILD, unavailable: true });
  expect([world.titleOf(GUILD), world.threadOf('51')?.parent]).toEqual(['One', '31']);
  world.take('READY', { user: { id: ME }, guilds: [], shard: [(Number((BigInt(GUILD) >> 22n) % 2n) + 1) % 2, 2] });
  expect(world.titleOf(GUILD)).toBe('One');
  world.take('READY', { user: { id: ME }, guilds: [{ id: OTHER }] });
  expect([world.titleOf(GUILD), world.threadOf('51'), world.tagsOf('31'), world.servers()]).toEqual([
    undefined,
    undefined,
    undefined,
    [],
  ]);
});

it.each([
  null,
  7,
  'x',
  [],
  {},
  { id: '1' },
  { id: GUILD, channels: 3, threads: [null, 4, {}], roles: 'x' },
  { guild_id: GUILD, id: [] },
])('takes %j as it comes', (data) => {
  const world = described();
  for (const event of [
    'READY',
    'GUILD_CREATE',
    'GUILD_UPDATE',
    'GUILD_DELETE',
    'CHANNEL_CREATE',
    'CHANNEL_DELETE',
    'THREAD_CREATE',
    'THREAD_DELETE',
    'THREAD_LIST_SYNC',
    'constructor',
    'toString',
  ])
    expect(() => world.take(event, data)).not.toThrow();
});
