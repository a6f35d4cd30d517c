import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoreError } from '../../../../src/bot/ports/store.ts';
import { discordHttp } from '../../../../src/platforms/discord/inbound/http.ts';
import { buttonsOf, PRIVATE, seen } from '../../../helpers/discord-message.ts';
import { type DiscordWorld, discordWorld, MEMBER, moderator, until } from '../../../helpers/discord-world.ts';
import type { Json } from '../../../helpers/fake-discord.ts';
import { APPLICATION, CHANNEL, GUILD } from '../../../helpers/fake-discord-rest.ts';
import { logTo } from '../../../helpers/log-to.ts';
import { reopened } from '../../../helpers/services.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const hex = publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('hex');
let world: DiscordWorld;
let address = '';
beforeAll(async () => {
  world = await discordWorld({ config: { publicKey: hex } });
  address = /http:\S+/.exec(world.announced.join(' '))?.[0] ?? '';
});
afterAll(async () => {
  await world.stop();
  expect(world.discord.problems).toEqual([]);
});

let ids = 0;
const interaction = (parts: Json): Json => {
  const user = { id: MEMBER, username: 'm' };
  const id = `81000000000000${String(++ids).padStart(4, '0')}`;
  return {
    id,
    application_id: APPLICATION,
    token: `http-${id}`,
    version: 1,
    locale: 'zh-CN',
    guild_id: GUILD,
    channel_id: CHANNEL,
    channel: { id: CHANNEL, type: 0 },
    member: { user, roles: [], permissions: '0' },
    ...parts,
  };
};
/** @param seconds from now on */
const signed = (body: string, seconds = 0) => {
  const timestamp = String(Math.round(Date.now() / 1000) + seconds);
  return {
    'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), privateKey).toString('hex'),
    'x-signature-timestamp': timestamp,
  };
};
const send = async (body: string, headers: Record<string, string> = {}): Promise<{ status: number; body: Json }> => {
  const response = await fetch(address, { method: 'POST', body, headers: { ...signed(body), ...headers } });
  const words = await response.text();
  return { status: response.status, body: words === '' ? undefined : JSON.parse(words) };
};

describe('interactions over HTTP', () => {
  it('a ping is answered', async () => expect(await send('{"type":1}')).toEqual({ status: 200, body: { type: 1 } }));

  it('what Discord did not sign is refused', async () => {
    const forged = '0'.repeat(128);
    for (const signature of [forged, '', 'xyz', forged.slice(2)])
      expect((await send('{"type":1}', { 'x-signature-ed25519': signature })).status).toBe(401);
    expect((await send('{"type":1}', { 'x-signature-timestamp': '1700000001' })).status).toBe(401);
    expect((await fetch(address, { method: 'POST', body: '{"type":1}' })).status).toBe(401);
    expect((await fetch(address)).status).toBe(405);
    expect((await fetch(address.replace('/discord', '/other'), { method: 'POST' })).status).toBe(404);
    expect((await send(JSON.stringify({ type: 1, x: 'x'.repeat(1_100_000) }))).status).toBe(413);
  });

  it('a question is answered in the response, and the answer is remembered', async () => {
    const asked = interaction({
      type: 2,
      data: { id: '1', type: 1, name: 'ask', options: [{ name: 'question', type: 3, value: '账号被封是什么原因' }] },
    });
    world.discord.state.originals.set(asked.token, { id: '820000000000000001' });
    const { status, body } = await send(JSON.stringify(asked));
    expect([status, body.type, seen(body.data).title]).toEqual([200, 4, '为什么我的账号被封了？']);
    expect(body.data.allowed_mentions).toEqual({ parse: [], replied_user: false });
    await until(() =>
      world.services.store
        .transact(({ answers }) => answers.find(`discord:${GUILD}`, '820000000000000001'))
        .then((found) => (found ? true : undefined)),
    );
    // Signed anew it is still the same interaction.
    expect((await send(JSON.stringify(asked), signed(JSON.stringify(asked), 5))).status).toBe(400);
  });

  it.each([
    [-290, 200],
    [290, 200],
    [-310, 401],
    [310, 401],
  ])('what was signed %d seconds from now gets %d', async (seconds, status) => {
    expect((await send('{"type":1}', signed('{"type":1}', seconds))).status).toBe(status);
  });

  it('a request is taken once, by whatever process', async () => {
    const body = JSON.stringify(interaction({ type: 2, data: { id: '1', type: 1, name: 'help' } }));
    const headers = signed(body);
    expect((await send(body, headers)).status).toBe(200);
    expect((await send(body, headers)).status).toBe(401);
    const elsewhere = discordHttp(
      { token: 't', apiUrl: world.discord.apiUrl, publicKey: hex, announce: () => undefined },
      { services: await reopened(world.services), log: logTo([]) },
    );
    expect(
      (await elsewhere(body, { ...headers, 'x-signature-ed25519': headers['x-signature-ed25519'].toUpperCase() }))
        .status,
    ).toBe(401);
  });

  it('a request is answered where it cannot be remembered', async () => {
    const body = JSON.stringify(
      interaction({
        type: 4,
        data: { id: '1', type: 1, name: 'ask', options: [{ name: 'question', type: 3, value: '', focused: true }] },
      }),
    );
    const { store } = world.services;
    let isFull = true;
    const transact: typeof store.transact = (work) => {
      const refused = isFull;
      isFull = false;
      return refused ? Promise.reject(new StoreError('No space is left')) : store.transact(work);
    };
    const services = { ...(await reopened(world.services)), store: { ...store, transact } };
    const lines: string[] = [];
    const take = discordHttp(
      { token: 't', apiUrl: world.discord.apiUrl, publicKey: hex, announce: () => undefined },
      { services, log: logTo(lines) },
    );
    expect((await take(body, signed(body))).status).toBe(200);
    expect(lines.join()).toContain('could not be remembered');
  });

  it('a moderator is who the signed request says', async () => {
    const command = { type: 2, data: { id: '1', type: 1, name: 'pins' } };
    expect(seen((await send(JSON.stringify(interaction(command)))).body.data).text).toMatch(/版主|管理/);
    const { permissions = '' } = moderator;
    const member = { user: { id: MEMBER }, roles: [], permissions };
    expect(seen((await send(JSON.stringify(interaction({ ...command, member })))).body.data).text).not.toMatch(/只有/);
  });

  it('what may be done with an answer comes after the response', async () => {
    const asked = interaction({
      type: 2,
      data: {
        id: '1',
        type: 1,
        name: 'ask',
        options: [{ name: 'question', type: 3, value: 'can I get a refund for my subscription' }],
      },
    });
    world.discord.state.originals.set(asked.token, { id: '820000000000000002' });
    const { body } = await send(JSON.stringify(asked));
    await until(() =>
      world.services.store
        .transact(({ answers }) => answers.find(`discord:${GUILD}`, '820000000000000002'))
        .then((found) => (found ? true : undefined)),
    );
    const since = world.discord.calls.length;
    const pressed = await send(
      JSON.stringify(
        interaction({
          type: 3,
          data: { custom_id: buttonsOf(body.data)['⋯ More'], component_type: 2 },
          message: { ...body.data, id: '820000000000000002' },
        }),
      ),
    );
    expect(pressed.body).toEqual({ type: 6 });
    const { body: more } = await world.called(
      ({ method, path }) => method === 'POST' && path.startsWith('/webhooks/'),
      since,
    );
    expect([more.flags, Object.keys(buttonsOf(more))]).toEqual([PRIVATE, ['🗑️ 删除']]);
  });

  it('a file comes after the response', async () => {
    const { body } = await send(
      JSON.stringify(
        interaction({
          type: 2,
          data: { id: '1', type: 1, name: 'privacy', options: [{ name: 'what', type: 3, value: 'export' }] },
        }),
      ),
    );
    expect(body).toMatchObject({ type: 5, data: { flags: 64 } });
    expect(
      (await world.called(({ method, path }) => method === 'PATCH' && path.endsWith('@original'))).body.files,
    ).toHaveLength(1);
  });

  it('nonsense is refused', async () => {
    for (const body of ['', 'null', '[]', '{}', '{"type":2}', '{"type":99,"id":"1"}', '"x"', '{'])
      expect((await send(body)).status).toBe(400);
  });
});
