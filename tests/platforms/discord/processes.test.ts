import { afterEach, expect, it } from 'vitest';
import { plainReply } from '../../../src/bot/answers/reply.ts';
import { tellAt } from '../../../src/bot/delivery/report.ts';
import { tellHelpers } from '../../../src/bot/handover/note.ts';
import type { Store } from '../../../src/bot/ports/store.ts';
import type { DiscordConfig } from '../../../src/platforms/discord/config.ts';
import { openStore } from '../../../src/store/index.ts';
import { type DiscordWorld, discordWorld, until } from '../../helpers/discord-world.ts';
import { type FakeDiscord, fakeDiscord } from '../../helpers/fake-discord.ts';
import { CHANNEL, GUILD } from '../../helpers/fake-discord-rest.ts';
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

async function begin(url: string, isAwaited: boolean, config: Partial<DiscordConfig> = {}): Promise<DiscordWorld> {
  const store = await openStore(url);
  stores.push(store);
  const world = await discordWorld({ discord, services: { store }, isAwaited, config });
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

  it('with other shards each say once what any of them puts into the outbox', async () => {
    const url = await freshDatabase();
    discord = await fakeDiscord();
    const [first] = [
      await begin(url, false, { shards: [0], shardCount: 2 }),
      await begin(url, false, { shards: [1], shardCount: 2 }),
    ];
    await until(() => discord.gateway.begun.length === 2);
    const { store, now } = first.services;
    const spot = { place: `discord:${GUILD}`, channel: CHANNEL };
    for (let n = 0; n < 5; n++)
      await store.transact(async (unit) => {
        await tellAt(unit, [spot], plainReply('en', `report ${n}`), { person: '', now: now() });
        const reply = plainReply('en', `question ${n}`);
        await tellHelpers(unit, spot, { item: n, says: 'proposal', reply }, { person: '', now: now() });
      });
    await until(() => store.read(({ outbox }) => outbox.due('discord', '9999')).then(({ length }) => length === 0));
    await Promise.all(worlds.map((world) => world.quiet()));
    const said = [...discord.state.messages.values()].map(
      (message) => /(?:report|question) \d/.exec(JSON.stringify(message))?.[0],
    );
    expect(said.filter((words) => words !== undefined).sort()).toEqual(
      ['question', 'report'].flatMap((what) => [0, 1, 2, 3, 4].map((n) => `${what} ${n}`)),
    );
  });
});
