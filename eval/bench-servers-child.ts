/**
 * A process of `npm run bench -- servers` whose memory is measured: a bare discord.js client, or this bot on the
 * included pack. Tells its memory in megabytes once it knows all servers.
 */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { createApp, IN_MEMORY } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { discordPlatform } from '../src/platforms/discord/index.ts';

// Whoever started it may be stopped at any time.
process.once('disconnect', () => process.exit(1));

const [which, api = ''] = process.argv.slice(2);
const TOKEN = 'bench.bench.bench';
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
/** Milliseconds for what follows a start. */
const SETTLED_MS = 3000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

if (which === 'bare') {
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      GatewayIntentBits.MessageContent,
    ],
    rest: { api },
  });
  const ready = once(client, Events.ClientReady);
  await client.login(TOKEN);
  await ready;
} else {
  const app = await createApp({
    cacheDir: readConfig().cacheDir,
    knowledgeDir: './knowledge',
    defaultLanguage: 'en',
    databaseUrl: IN_MEMORY,
  });
  const platform = discordPlatform(
    { token: TOKEN, apiUrl: api, announce: () => undefined },
    { services: app.services, log: SILENT },
  );
  void platform.run(app.respond, new AbortController().signal);
  while (!platform.isConnected?.()) await sleep(50);
}
await sleep(SETTLED_MS);
collect();
collect();
await sleep(500);
const { rss, heapUsed } = process.memoryUsage();
process.send?.({ rss: rss / 2 ** 20, heap: heapUsed / 2 ** 20 });
