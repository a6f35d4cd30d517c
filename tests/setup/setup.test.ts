import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Platform } from '../../src/bot/platform/platform.ts';
import { lateChats } from '../../src/setup/late-chats.ts';
import { createSetup, type SetupOptions } from '../../src/setup/setup.ts';
import { type FakeDiscord, fakeDiscord } from '../helpers/fake-discord.ts';
import { APPLICATION } from '../helpers/fake-discord-rest.ts';
import { type FakeTelegram, fakeTelegram, ME, TOKEN } from '../helpers/fake-telegram.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const DISCORD = `${'a'.repeat(24)}.abcdef.${'b'.repeat(27)}`;
const OTHER = `${'c'.repeat(24)}.abcdef.${'d'.repeat(27)}`;

describe('the first start', () => {
  let discord: FakeDiscord;
  let telegram: FakeTelegram;
  beforeAll(async () => {
    [discord, telegram] = await Promise.all([fakeDiscord({ token: DISCORD }), fakeTelegram()]);
  });
  afterAll(async () => void (await Promise.all([discord.close(), telegram.close()])));
  beforeEach(() => {
    discord.clear();
    telegram.answer('getMe', ME);
  });

  const setupIn = (folder: string, parts: Partial<SetupOptions> = {}) =>
    createSetup({
      file: join(folder, '.env'),
      set: { DISCORD_API_URL: discord.apiUrl, TELEGRAM_API_ROOT: telegram.root },
      hasKey: false,
      start: async () => undefined,
      ...parts,
    });
  const check = async (name: string, token: string, set?: SetupOptions['set']) =>
    setupIn('/none', set ? { set } : {})
      .platforms.find((one) => one.name === name)
      ?.check(token);

  it('tells a good token with the name, the switch, and the way in', async () => {
    const good = { kind: 'good', bot: 'Wenda', readsAll: true };
    expect(await check('discord', DISCORD)).toMatchObject(good);
    const invite = new URL(JSON.parse(JSON.stringify(await check('discord', DISCORD))).invite as string);
    expect(invite.searchParams.get('client_id')).toBe(APPLICATION);
    expect(invite.searchParams.get('permissions')).toMatch(/^[1-9]\d+$/);
    const bot = `@${ME.username}`;
    const privacy = { kind: 'good', bot, readsAll: false, invite: `https://t.me/${ME.username}?startgroup=true` };
    expect(await check('telegram', TOKEN)).toEqual(privacy);
    telegram.answer('getMe', { ...ME, can_read_all_group_messages: true });
    expect(await check('telegram', TOKEN)).toMatchObject({ readsAll: true });
  });

  it('tells an intent that is off, and sees once it is on', async () => {
    const matches = ({ path }: { path: string }) => path === '/applications/@me';
    discord.override({
      matches,
      status: 200,
      body: { id: APPLICATION, name: 'Wenda', flags: 0, bot: { username: 'W' } },
    });
    expect(await check('discord', DISCORD)).toMatchObject({ kind: 'good', bot: 'W', readsAll: false });
    expect(await check('discord', DISCORD)).toMatchObject({ kind: 'good', readsAll: true });
  });

  it.each([
    ['discord', 'no token', { kind: 'malformed' }],
    ['telegram', DISCORD, { kind: 'malformed' }],
    ['discord', OTHER, { kind: 'refused' }],
    ['discord', `${DISCORD}\nWEB_PORT=1`, { kind: 'malformed' }],
  ])('tells a wrong token for %s: %s', async (name, token, found) => expect(await check(name, token)).toEqual(found));

  it('tells a token that was revoked, and a network that is down', async () => {
    telegram.trouble('getMe', { code: 401, description: 'Unauthorized' });
    expect(await check('telegram', TOKEN)).toEqual({ kind: 'refused' });
    const nowhere = { DISCORD_API_URL: 'http://127.0.0.1:9/api', TELEGRAM_API_ROOT: 'http://127.0.0.1:9' };
    expect(await check('discord', DISCORD, nowhere)).toEqual({ kind: 'unreached', why: 'ECONNREFUSED' });
    expect(await check('telegram', TOKEN, nowhere)).toEqual({ kind: 'unreached', why: 'ECONNREFUSED' });
    discord.override({ matches: () => true, status: 503 });
    expect(await check('discord', DISCORD)).toEqual({ kind: 'unreached', why: '503' });
  });

  it('keeps good tokens with a key to the dashboard, starts, and takes nothing more', async () => {
    const folder = temporaryFolder({ '.env': '# mine\nLOG_LEVEL=info\n' });
    const started: object[] = [];
    const setup = setupIn(folder, { start: async (settings) => void started.push(settings) });
    expect(await setup.save({ discord: DISCORD, telegram: '12:wrong' })).toBeUndefined();
    expect(await setup.save({ discord: '', telegram: '' })).toBeUndefined();
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe('# mine\nLOG_LEVEL=info\n');
    const [done, second] = await Promise.all([
      setup.save({ discord: DISCORD, telegram: TOKEN }),
      setup.save({ telegram: TOKEN }),
    ]);
    expect(second).toBeUndefined();
    expect(done).toMatchObject({
      started: [{ platform: { name: 'discord' }, bot: 'Wenda' }, { platform: { name: 'telegram' } }],
      unwritten: undefined,
    });
    expect(done?.key).toMatch(/^[0-9a-f]{64}$/);
    const lines = `DISCORD_TOKEN=${DISCORD}\nTELEGRAM_TOKEN=${TOKEN}\nWEB_TOKEN=${done?.key}\n`;
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe(`# mine\nLOG_LEVEL=info\n${lines}`);
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
    expect(started).toEqual([{ DISCORD_TOKEN: DISCORD, TELEGRAM_TOKEN: TOKEN, WEB_TOKEN: done?.key }]);
    expect(await setup.save({ telegram: TOKEN })).toBeUndefined();
    expect(setup.done()).toBe(done);
  });

  it('shows the lines where it cannot write, and starts all the same', async () => {
    const start = vi.fn(async () => undefined);
    const done = await setupIn('/proc/none', { hasKey: true, start }).save({ telegram: TOKEN });
    expect(done?.unwritten).toEqual({ lines: [`TELEGRAM_TOKEN=${TOKEN}`], why: 'ENOENT' });
    expect([done?.key, start.mock.calls.length]).toEqual([undefined, 1]);
  });

  it('has another code each time, which nobody guesses', () =>
    expect(new Set(Array.from({ length: 50 }, () => setupIn('/none').code)).size).toBe(50));
});

describe('platforms that come later', () => {
  const respond = () => Promise.resolve(undefined);
  const platformOf = (run: Platform['run']): Platform => ({ name: 'x', tell: () => undefined, run });

  it('run beside the others until all are stopped, and one that ends is told', async () => {
    const failures: unknown[] = [];
    const { platform, add } = lateChats((error) => failures.push(error));
    const stop = new AbortController();
    const events: string[] = [];
    const waiting = platformOf(async (_, signal) => {
      events.push('began');
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      events.push('ended');
    });
    add([waiting]);
    const ended = platform.run(respond, stop.signal);
    add([waiting, platformOf(() => Promise.reject(new Error('mine')))]);
    await expect.poll(() => failures).toEqual([new Error('mine')]);
    expect(events).toEqual(['began', 'began']);
    stop.abort();
    await ended;
    expect(events).toEqual(['began', 'began', 'ended', 'ended']);
  });
});
