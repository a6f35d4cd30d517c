import { afterEach, expect, it } from 'vitest';
import type { Store } from '../../../src/bot/ports/store.ts';
import { openStore } from '../../../src/store/index.ts';
import { type DiscordWorld, discordWorld } from '../../helpers/discord-world.ts';
import { type FakeDiscord, fakeDiscord } from '../../helpers/fake-discord.ts';
import { describePostgres, freshDatabase } from '../../helpers/postgres.ts';

let worlds: DiscordWorld[] = [];
let stores: Store[] = [];
let discord: FakeDiscord;

afterEach(async () => {
  for (const world of worlds) await world.stop();
  await Promise.all(stores.map((store) => store.close()));
  [worlds, stores] = [[], []];
  await discord.close();
});

async function begin(url: string, isAwaited: boolean): Promise<DiscordWorld> {
  const store = await openStore(url);
  stores.push(store);
  const world = await discordWorld({ discord, services: { store }, isAwaited });
  worlds.push(world);
  return world;
}

describePostgres('several processes on one database', () => {
  it('let one be connected for the same shards, and another goes on where it ends', async () => {
    const url = await freshDatabase();
    discord = await fakeDiscord();
    const first = await begin(url, true);
    expect(discord.gateway.begun).toHaveLength(1);
    const connected = discord.gateway.connected();
    const second = await begin(url, false);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(discord.gateway.begun).toHaveLength(1);
    const before = discord.calls.length;
    await first.stop();
    worlds.shift();
    await connected;
    expect(discord.gateway.begun).toHaveLength(2);
    await second.called(({ method, path }) => method === 'GET' && path.endsWith('/commands'), before);
  });
});
