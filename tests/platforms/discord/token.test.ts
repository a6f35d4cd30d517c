import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { holdToken } from '../../../src/platforms/discord/token.ts';
import { until } from '../../helpers/discord-world.ts';
import { type FakeDiscord, fakeDiscord } from '../../helpers/fake-discord.ts';

let discord: FakeDiscord;
beforeEach(async () => {
  discord = await fakeDiscord();
});
afterEach(() => discord.close());

const hold = (onLost: () => void) => holdToken('token.of.tests', { version: '10', api: discord.apiUrl }, onLost);
const REFUSED = { status: 401, body: { code: 0, message: '401: Unauthorized' } };

it('a token is doubted after a 401 until Discord says that it is good, and is used all the while', async () => {
  const onLost = vi.fn();
  const { rest, isDoubted } = hold(onLost);
  discord.override({ ...REFUSED, matches: ({ path }) => path === '/gateway/bot' });
  await expect(rest.get('/gateway/bot')).rejects.toThrow('401');
  expect(isDoubted()).toBe(true);
  await until(() => !isDoubted());
  expect(await rest.get('/gateway/bot')).toMatchObject({ shards: 1 });
  expect(onLost).not.toHaveBeenCalled();
});

it('it is lost where Discord refuses that, too; while Discord is away nothing is known', async () => {
  const onLost = vi.fn();
  const { rest, isDoubted, isGood } = hold(onLost);
  discord.override({ matches: ({ path }) => path === '/users/@me', status: 503, times: 4 });
  expect(await isGood()).toBe(true);
  discord.override({ ...REFUSED, matches: () => true, times: 100 });
  await expect(rest.get('/gateway/bot')).rejects.toThrow('401');
  await until(() => onLost.mock.calls.length > 0);
  await expect(rest.get('/gateway/bot')).rejects.toThrow('401');
  expect(onLost).toHaveBeenCalledTimes(1);
  expect(isDoubted()).toBe(true);
});
