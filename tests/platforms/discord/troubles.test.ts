import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Store, StoreError, type Unit } from '../../../src/bot/ports/store.ts';
import { openStore } from '../../../src/store/index.ts';
import { buttonsOf, PRIVATE, seen } from '../../helpers/discord-message.ts';
import { type DiscordWorld, discordWorld, MEMBER, mention, moderator, until } from '../../helpers/discord-world.ts';
import { CHANNEL } from '../../helpers/fake-discord-rest.ts';
import { unitWith } from '../../helpers/unit-with.ts';

const QUESTION = 'can I get a refund for my subscription';
let world: DiscordWorld;
beforeEach(async () => {
  world = await discordWorld();
});
afterEach(async () => {
  await world.stop();
  expect(world.discord.problems).toEqual([]);
  const log = world.logged.join('\n');
  expect(log).not.toMatch(/secret-|token\.of\.tests|refund/);
});

const isPost = ({ method, path }: { method: string; path: string }): boolean =>
  method === 'POST' && path === `/channels/${CHANNEL}/messages`;
const said = () => [...world.discord.state.messages.values()].filter(({ message_reference: reference }) => reference);
const oneReply = async (): Promise<void> => {
  await until(() => said().length > 0);
  await world.quiet();
  expect(said()).toHaveLength(1);
};

describe('a message is posted once', () => {
  it.each([
    [
      '429',
      {
        status: 429,
        times: 3,
        body: { message: 'slow', retry_after: 0.2, global: false },
        headers: { 'retry-after': '0.2' },
      },
    ],
    [
      'a long 429',
      {
        status: 429,
        times: 1,
        body: { message: 'slow', retry_after: 2.2, global: false },
        headers: { 'retry-after': '2.2' },
      },
    ],
    ['500', { status: 500, times: 2 }],
    ['502 for longer than the library tries', { status: 502, times: 5 }],
    ['a response that is lost', { status: 500, times: 1, afterwards: true }],
    ['a connection that is lost after the work was done', { status: 500, times: 1, afterwards: true, drop: true }],
  ])('with %s', async (_, override) => {
    world.discord.override({ ...override, matches: isPost });
    world.write(`${mention} ${QUESTION}`);
    await oneReply();
  });

  it('an event that comes five times is answered once', async () => {
    const message = world.write(`${mention} ${QUESTION}`);
    for (let at = 0; at < 4; at++) world.discord.gateway.dispatch('MESSAGE_CREATE', message);
    await oneReply();
  });
});

describe('where the bot may not write', () => {
  it.each([50001, 50013])('%i is not asked again, and the next moderator is told once', async (code) => {
    world.discord.override({ matches: isPost, status: 403, times: 100, body: { code, message: 'Missing' } });
    world.write(`${mention} ${QUESTION}`);
    await until(() => world.discord.calls.some(isPost));
    world.write(`${mention} how do I delete my conversation history`);
    await world.quiet();
    expect(world.discord.calls.filter(isPost)).toHaveLength(1);
    expect(world.logged.filter((line) => line.startsWith('a message could not be sent'))).toHaveLength(1);
    await world.slash('help', {}, { user: MEMBER });
    await world.slash('help', {}, moderator);
    const note = await world.called(({ method, path }) => method === 'POST' && path.startsWith('/webhooks/'));
    expect([note.body.flags, seen(note.body).text]).toEqual([PRIVATE, expect.stringContaining(CHANNEL)]);
    await world.slash('help', {}, moderator);
    await world.quiet();
    expect(
      world.discord.calls.filter(({ method, path }) => method === 'POST' && path.startsWith('/webhooks/')),
    ).toHaveLength(1);
  });

  it.each([10003, 10008, 50083])('%i is passed over in silence', async (code) => {
    world.discord.override({
      matches: isPost,
      status: code === 50083 ? 400 : 404,
      times: 1,
      body: { code, message: 'Gone' },
    });
    world.write(`${mention} ${QUESTION}`);
    await until(() => world.discord.calls.some(isPost));
    await world.quiet();
    expect(said()).toEqual([]);
  });
});

describe('an interaction', () => {
  const isCallback = ({ path }: { path: string }): boolean => path.endsWith('/callback');
  it.each([
    [10062, 404],
    [40060, 400],
    [50027, 401],
  ])('that is over (%i) leaves no trace', async (code, status) => {
    world.discord.override({ matches: isCallback, status, times: 1, body: { code, message: 'Over' } });
    world.slash('ask', { question: QUESTION }).catch(() => undefined);
    await until(() => world.discord.calls.some(isCallback));
    await world.quiet();
    expect(world.discord.calls.filter(isCallback)).toHaveLength(1);
    expect((await world.slash('help')).type).toBe(4);
  });

  it('that comes twice is answered once', async () => {
    const done = await world.slash('ask', { question: QUESTION });
    expect(done.type).toBe(4);
    const [call] = world.discord.calls.filter(isCallback);
    const [, id = ''] = /interactions\/(\d+)/.exec(call?.path ?? '') ?? [];
    await world.interact({ id, type: 2, data: { id: '1', type: 1, name: 'help' } });
    await world.quiet();
    expect(world.discord.calls.filter(isCallback)).toHaveLength(1);
  });

  it('of a command that takes long is acknowledged, and answered later', async () => {
    await world.stop();
    let finish: (() => void) | undefined;
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { servicesOf } = await import('../../helpers/services.ts');
    const base = await servicesOf([]);
    const knowledge = { ...base.knowledge, reload: () => slow.then(() => ({ kind: 'unchanged' as const })) };
    world = await discordWorld({ services: { knowledge }, config: { patience: { acknowledge: 50 } } });
    expect(await world.slash('reload', {}, moderator)).toMatchObject({ type: 5, data: { flags: 64 } });
    finish?.();
    const { body } = await world.called(
      ({ method, path }) => method === 'PATCH' && path.endsWith('/messages/@original'),
    );
    expect(seen(body).text).toMatch(/has not changed/);
  });

  it('of a moderator is acknowledged while the disk is busy', async () => {
    await world.stop();
    world = await discordWorld({ config: { patience: { acknowledge: 50 } } });
    const { store } = world.services;
    let free: (() => void) | undefined;
    const busy = store.transact(() => new Promise<void>((resolve) => (free = resolve)));
    expect(
      await world.slash('pin', { question: 'where do lanterns sleep', entry: 'questions/refund' }, moderator),
    ).toMatchObject({ type: 5, data: { flags: 64 } });
    free?.();
    await busy;
    const { body } = await world.called(
      ({ method, path }) => method === 'PATCH' && path.endsWith('/messages/@original'),
    );
    expect(seen(body).text).toContain('Pinned');
  });

  it.each([
    ['something fails', new Error('the disk is full of refund'), 'Something went wrong'],
    ['nothing can be kept', new StoreError('No space is left'), "I can't save anything right now"],
  ])('says so where %s', async (_, error, words) => {
    const { store } = world.services;
    const { transact, read, session } = store;
    const fail = () => Promise.reject(error);
    Object.assign(store, { transact: fail, read: fail, session: fail });
    const { data } = await world.slash('ask', { question: QUESTION });
    expect([data.flags, seen(data).text]).toEqual([PRIVATE, expect.stringContaining(words)]);
    Object.assign(store, { transact, read, session });
  });
});

describe('a full disk', () => {
  it('is told to whoever speaks to the bot, once, and what was said is done when there is room again', async () => {
    await world.stop();
    const store = await openStore('sqlite::memory:');
    let isFull = false;
    const full: Store = {
      ...store,
      transact: (work) => (isFull ? Promise.reject(new StoreError('No space is left')) : store.transact(work)),
    };
    world = await discordWorld({ services: { store: full } });
    isFull = true;
    world.write('nobody in particular is asked');
    const asked = world.write(`${mention} ${QUESTION}`);
    world.write(`${mention} and again`);
    const told = await world.replyTo(asked);
    expect(seen(told).text).toBe(
      "I can't save anything right now, so this has to wait. Please tell whoever runs me: my log says what to fix.",
    );
    expect(said()).toHaveLength(1);
    isFull = false;
    await until(() => said().length > 2);
  });

  it('does not keep a moderator from asking the doctor', async () => {
    await world.stop();
    const store = await openStore('sqlite::memory:');
    let isFull = false;
    const refuse = () => Promise.reject(new StoreError('No space is left'));
    const readOnly = <T>(work: (unit: Unit) => Promise<T>) =>
      store.transact((unit) => work(isFull ? unitWith(unit, 'inbox', { accept: refuse }) : unit));
    world = await discordWorld({ services: { store: { ...store, transact: readOnly } } });
    isFull = true;
    expect(JSON.stringify((await world.slash('doctor', {}, moderator)).data)).toContain('Setup check');
    expect(seen((await world.slash('pin', { question: QUESTION }, moderator)).data).text).toContain(
      "I can't save anything right now",
    );
  });
});

it('a person who is too fast is told once, and privately', async () => {
  await world.stop();
  world = await discordWorld({
    config: { pace: { person: { burst: 2, every: 600_000 }, channel: { burst: 100, every: 1 } } },
  });
  for (const question of [
    QUESTION,
    'why was my account banned',
    'how do I delete my conversation history',
    'refund policy',
  ])
    world.write(`${mention} ${question}`);
  await until(() => world.discord.calls.some(({ path }) => path === '/users/@me/channels'));
  await world.quiet();
  expect(said()).toHaveLength(2);
  const notices = world.discord.calls.filter(({ method, path }) => method === 'POST' && path.startsWith('/channels/9'));
  expect(notices.map(({ body }) => seen(body).text)).toEqual([expect.stringContaining('a lot at once')]);
  const { data } = await world.slash('ask', { question: QUESTION });
  expect([data.flags, seen(data).text]).toEqual([PRIVATE, expect.stringContaining('a lot at once')]);
  const answered = await world.slash(
    'ask',
    { question: 'why was my account banned', private: true },
    { ...moderator, channel: { id: '370000000000000001', type: 0 } },
  );
  expect(Object.keys(buttonsOf(answered.data))).toContain('👍 Helped');
});

it('a message that cannot be pinned is said so', async () => {
  const { data } = await world.slash('ask', { question: QUESTION });
  const message = await until(() =>
    [...world.discord.state.messages.values()].find(
      ({ components }) => JSON.stringify(components) === JSON.stringify(data.components),
    ),
  );
  world.discord.override({
    matches: ({ path }) => path.includes('/messages/pins/'),
    status: 403,
    body: { code: 50013, message: 'Missing Permissions' },
  });
  await until(() =>
    world.services.store
      .transact(({ answers }) => answers.find('discord:200000000000000001', message.id))
      .then((found) => (found ? true : undefined)),
  );
  const reply = world.write(`${mention} /pin --message`, {
    type: 19,
    referenced_message: message,
    author: { id: '600000000000000002' },
  });
  world.discord.state.members.set('200000000000000001 600000000000000002', {
    user: { id: '600000000000000002' },
    roles: ['500000000000000001'],
  });
  await world.replyTo(reply);
  await world.called(({ path }) => path.includes(`/messages/pins/${message.id}`));
  await world.quiet();
  await world.slash('help', {}, moderator);
  expect(
    seen((await world.called(({ method, path }) => method === 'POST' && path.startsWith('/webhooks/'))).body).text,
  ).toMatch(/may not pin/);
});
