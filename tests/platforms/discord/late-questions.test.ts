import { afterEach, expect, it } from 'vitest';
import { StoreError } from '../../../src/bot/ports/store.ts';
import { warm } from '../../../src/core/search/library.ts';
import { PATIENCE } from '../../../src/platforms/discord/config.ts';
import { PRIVATE, seen } from '../../helpers/discord-message.ts';
import { type DiscordWorld, discordWorld } from '../../helpers/discord-world.ts';
import { CHANNEL } from '../../helpers/fake-discord-rest.ts';
import { libraryOf } from '../../helpers/library.ts';
import { PACK } from '../../helpers/pack.ts';
import { servicesOf, shippedLocales } from '../../helpers/services.ts';

let world: DiscordWorld;
afterEach(async () => {
  await world.stop();
  expect(world.discord.problems).toEqual([]);
});

/** What is called after a question that was acknowledged before its answer was found. */
async function asked(question: string, options: object = {}, failure?: Error, defer = 1) {
  let go = (): void => undefined;
  const acknowledged = new Promise<void>((resolve) => {
    go = resolve;
  });
  const library = libraryOf(PACK, await shippedLocales());
  // Built in steps between which it would look as if nothing were left to be done.
  warm(library);
  const services = await servicesOf(PACK, { library });
  const commands = services.commands.map((command) => {
    if (command.gives !== 'answer') return command;
    const run: typeof command.run = async (call) => {
      await acknowledged;
      if (failure) throw failure;
      return command.run(call);
    };
    return { ...command, run };
  });
  world = await discordWorld({ services: { ...services, commands }, config: { patience: { defer } } });
  const began = performance.now();
  const { type, data } = await world.slash('ask', { question, ...options });
  const after = performance.now() - began;
  const since = world.discord.calls.length;
  const toldSince = () => world.discord.calls.slice(since).filter(({ path }) => path.startsWith('/webhooks/'));
  go();
  // On a busy machine it may look for a while as if nothing were left to be done.
  await expect.poll(toldSince).not.toEqual([]);
  await world.quiet();
  const calls = toldSince();
  return {
    acknowledged: [type, data.flags],
    after,
    calls: calls.map(({ method, path }) => `${method} ${path.endsWith('@original') ? 'original' : 'further'}`),
    last: calls.at(-1)?.body ?? {},
  };
}

it('a late answer takes the place of its acknowledgement', async () => {
  const { acknowledged, calls, last } = await asked('Why was my account banned?');
  expect([acknowledged, calls]).toEqual([[5, undefined], ['PATCH original']]);
  expect(seen(last).title).toBe('Why was my account banned?');
  expect(world.discord.state.messages.size).toBe(1);
  expect([...world.discord.state.messages.keys()][0]).toMatch(new RegExp(`^${CHANNEL} `));
});

it('that nothing is known is said in private, however late, and the acknowledgement is taken back', async () => {
  const { acknowledged, calls, last } = await asked('what is the capital of France?');
  expect([acknowledged, calls]).toEqual([
    [5, undefined],
    ['DELETE original', 'POST further'],
  ]);
  expect([last.flags, seen(last).text]).toEqual([PRIVATE, expect.stringContaining("I don't know")]);
});

it('what was asked in private is acknowledged and answered in private', async () => {
  const { acknowledged, calls } = await asked('Why was my account banned?', { private: true });
  expect([acknowledged, calls]).toEqual([[5, 64], ['PATCH original']]);
});

it('a late failure is told in private', async () => {
  const { calls, last } = await asked('Why was my account banned?', {}, new StoreError('no disk'));
  expect([calls, last.flags]).toEqual([['DELETE original', 'POST further'], PRIVATE]);
});

it('is acknowledged long before Discord gives up, if nobody says when', async () => {
  const { acknowledged, after } = await asked('Why was my account banned?', {}, undefined, PATIENCE.defer);
  expect(acknowledged).toEqual([5, undefined]);
  // Of the 3 s that Discord waits, a busy processor takes most; the rest of this second is for the tests' own.
  expect(after).toBeLessThan(PATIENCE.defer + 1000);
  expect(PATIENCE.defer).toBeLessThanOrEqual(300);
});
