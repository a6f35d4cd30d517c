import { expect, it } from 'vitest';
import { networkCode, tellOutages } from '../../../src/bot/platform/outage.ts';
import { outageIn as outageInDiscord, safely } from '../../../src/platforms/discord/trouble.ts';
import { ApiError, createApi, outageIn } from '../../../src/platforms/telegram/api.ts';
import { freePort } from '../../helpers/free-port.ts';
import { logTo } from '../../helpers/log-to.ts';

it('an outage is one line a minute in words, and everything else is told as it is', () => {
  const lines: string[] = [];
  let now = 0;
  const log = tellOutages(logTo(lines), 'Telegram', outageIn, () => now);
  for (; now < 120_000; now += 10_000) log.warn({ err: new ApiError('getUpdates', 0, 'ECONNREFUSED') }, 'x');
  log.error({ err: new Error('a bug') }, 'an update could not be handled');
  expect(lines).toEqual([
    'warn Telegram is not reached (ECONNREFUSED); I keep trying {} ',
    'warn Telegram is not reached (ECONNREFUSED); I keep trying {} ',
    expect.stringContaining('error an update could not be handled {"err":{}} Error: a bug'),
  ]);
});

it('both platforms say why they are not reached', async () => {
  const telegram = await createApi({ token: '1:x', apiRoot: 'http://127.0.0.1:1' })
    .getMe()
    .catch((error: unknown) => error);
  expect(outageIn({ err: telegram })).toBe('ECONNREFUSED');
  const discord = await fetch(`http://127.0.0.1:${await freePort()}`).catch((error: unknown) => error);
  expect(outageInDiscord(safely(discord))).toBe('ECONNREFUSED');
  expect(outageInDiscord(safely(new Error('Unexpected server response: 502')))).toBe('Unexpected server response: 502');
  expect([outageIn({ err: new ApiError('x', 400, 'Bad Request') }), outageInDiscord(safely(new Error('x')))]).toEqual([
    undefined,
    undefined,
  ]);
  expect(networkCode(new AggregateError([Object.assign(new Error('a'), { code: 'ENETUNREACH' })]))).toBe('ENETUNREACH');
});
