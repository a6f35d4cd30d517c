import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DiscordWorld, discordWorld, MEMBER, moderator, until } from '../../../helpers/discord-world.ts';
import type { Json } from '../../../helpers/fake-discord.ts';
import { APPLICATION, CHANNEL, GUILD } from '../../../helpers/fake-discord-rest.ts';

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
const send = async (body: string, headers: Record<string, string> = {}): Promise<{ status: number; body: Json }> => {
  const timestamp = '1700000000';
  const signature = sign(null, Buffer.from(timestamp + body), privateKey).toString('hex');
  const response = await fetch(address, { method: 'POST', body, headers: { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp, ...headers } });
  const words = await response.text();
  return { status: response.status, body: words === '' ? undefined : JSON.parse(words) };
};

describe('interactions over HTTP', () => {
  it('a ping is answered', async () => expect(await send('{"type":1}')).toEqual({ status: 200, body: { type: 1 } }));

  it('what Discord did not sign is refused', async () => {
    const forged = '0'.repeat(128);
    for (const signature of [forged, '', 'xyz', forged.slice(2)]) expect((await send('{"type":1}', { 'x-signature-ed25519': signature })).status).toBe(401);
    expect((await send('{"type":1}', { 'x-signature-timestamp': '1700000001' })).status).toBe(401);
    expect((await fetch(address, { method: 'POST', body: '{"type":1}' })).status).toBe(401);
    expect((await fetch(address)).status).toBe(405);
    expect((await fetch(address.replace('/discord', '/other'), { method: 'POST' })).status).toBe(404);
    expect((await send(JSON.stringify({ type: 1, x: 'x'.repeat(1_100_000) }))).status).toBe(413);
  });

  it('a question is answered in the response, and the answer is remembered', async () => {
    const asked = interaction({ type: 2, data: { id: '1', type: 1, name: 'ask', options: [{ name: 'question', type: 3, value: '账号被封是什么原因' }] } });
    world.discord.state.originals.set(asked.token, { id: '820000000000000001' });
    const { status, body } = await send(JSON.stringify(asked));
    expect([status, body.type, body.data.embeds[0].title]).toEqual([200, 4, '为什么我的账号被封了？']);
    expect(body.data.allowed_mentions).toEqual({ parse: [], replied_user: false });
    await until(() => world.services.store.transact(({ answers }) => answers.find(`discord:${GUILD}`, '820000000000000001')).then((found) => (found ? true : undefined)));
    expect((await send(JSON.stringify(asked))).status).toBe(400);
  });

  it('a moderator is who the signed request says', async () => {
    const command = { type: 2, data: { id: '1', type: 1, name: 'pins' } };
    expect((await send(JSON.stringify(interaction(command)))).body.data.embeds[0].description).toMatch(/版主|管理/);
    const { permissions = '' } = moderator;
    const member = { user: { id: MEMBER }, roles: [], permissions };
    expect((await send(JSON.stringify(interaction({ ...command, member })))).body.data.embeds[0].description).not.toMatch(/只有/);
  });

  it('a file comes after the response', async () => {
    const { body } = await send(JSON.stringify(interaction({ type: 2, data: { id: '1', type: 1, name: 'privacy', options: [{ name: 'what', type: 3, value: 'export' }] } })));
    expect(body).toMatchObject({ type: 5, data: { flags: 64 } });
    expect((await world.called(({ method, path }) => method === 'PATCH' && path.endsWith('@original'))).body.files).toHaveLength(1);
  });

  it('nonsense is refused', async () => {
    for (const body of ['', 'null', '[]', '{}', '{"type":2}', '{"type":99,"id":"1"}', '"x"', '{']) expect((await send(body)).status).toBe(400);
  });
});
