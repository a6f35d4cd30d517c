import { afterAll, beforeAll, expect, it } from 'vitest';
import { finishErasures } from '../../../src/bot/community/personal-data.ts';
import type { Services } from '../../../src/bot/services.ts';
import { type DiscordWorld, discordWorld, MEMBER, until } from '../../helpers/discord-world.ts';
import { type FakeDiscord, fakeDiscord } from '../../helpers/fake-discord.ts';
import { actOf, editOf } from '../../store/samples.ts';

const ERASE = ['privacy', { what: 'erase confirmed' }] as const;
let discord: FakeDiscord;
let services: Services;
let world: DiscordWorld;
let minutes = 0;
beforeAll(async () => {
  discord = await fakeDiscord();
  const now = (): string => new Date(Date.now() + minutes * 60_000).toISOString();
  world = await discordWorld({ discord, services: { now } });
  ({ services } = world);
  await world.quiet();
});
afterAll(async () => {
  await world.stop();
  expect(discord.problems).toEqual([]);
  await discord.close();
});

const person = (): string => services.hash(`discord:${MEMBER}`);
const kept = () => services.store.read(({ people }) => people.export(person(), ''));
const waiting = () => services.store.read(({ outbox }) => outbox.due('discord', '9999'));
const isCallback = ({ path }: { readonly path: string }): boolean => path.endsWith('/callback');

it('a person who is erased while a command of theirs is answered leaves nothing', async () => {
  discord.override({ matches: isCallback, status: 429, headers: { 'retry-after': '1' }, body: { retry_after: 1 } });
  const answered = world.slash('ask', { question: 'why was my account banned' });
  await until(() => discord.calls.find(isCallback));
  expect(JSON.stringify(await world.slash(...ERASE))).toContain(services.speak('en')('privacy-erased'));
  expect(JSON.stringify(await answered)).toContain('account banned');
  await world.quiet();
  expect((await kept()).answers).toEqual([]);
  expect(await waiting()).toEqual([]);
});

it('a person whose erasure by a command was cut off by the end of the process is told in private', async () => {
  await services.store.transact(async ({ log }) => {
    for (let at = 0; at < 450; at += 1)
      await log.append(actOf([editOf(`k${at}`, JSON.stringify({ by: person() }))], { person: person() }));
  });
  const { session } = services.store;
  const store: Services['store'] = {
    ...services.store,
    session: () => ({
      ...session(),
      inSteps: async (step) => {
        await services.store.transact(step);
        throw new Error('the process ends');
      },
    }),
  };
  await world.stop();
  const ended = await discordWorld({ discord, services: { ...services, store } });
  expect(JSON.stringify(await ended.slash(...ERASE))).toContain(services.speak('en')('went-wrong'));
  await ended.stop();
  expect(await waiting()).toHaveLength(1);
  expect(await services.store.read(({ people }) => people.begun())).toMatchObject([{ isWaiting: false }]);
  await finishErasures(services, true);
  expect((await kept()).acts).toEqual([]);
  minutes += 15;
  const since = discord.calls.length;
  world = await discordWorld({ discord, services });
  const told = await world.called(({ method, path }) => method === 'POST' && path.endsWith('/messages'), since);
  expect(JSON.stringify(told.body)).toContain(services.speak('en')('privacy-erased'));
  await world.quiet();
  expect(await waiting()).toEqual([]);
});
