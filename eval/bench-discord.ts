import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { type App, createApp } from '../src/app.ts';
import type { Respond } from '../src/bot/bot.ts';
import { suggest } from '../src/bot/conversation/suggest.ts';
import { readConfig } from '../src/config.ts';
import { textIn } from '../src/core/entry/display.ts';
import { discordPlatform } from '../src/platforms/discord/index.ts';
import { remembered } from './remembered.ts';

/** Milliseconds of CPU of this process for an answered interaction. */
export interface Round {
  readonly bare: number;
  readonly wenda: number;
  /** The same, where what to answer is known already: the platform without the search. */
  readonly platform: number;
}

const TOKEN = 'bench.bench.bench';
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Answers the same questions with a bare discord.js bot that sends every question back, and with this bot on the
 * included pack and a SQLite file, in turns. Each has a server in another process.
 */
export async function benchDiscord(
  rounds: number,
  count: number,
  onProgress: (done: number) => void,
): Promise<readonly Round[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
  const app = await createApp({
    cacheDir: readConfig().cacheDir,
    knowledgeDir: './knowledge',
    defaultLanguage: 'en',
    databaseUrl: `sqlite:${folder}/wenda.db`,
  });
  const texts = questionsOf(app);
  const bots = {
    bare: await bareBot(),
    wenda: await ownBot(app, app.respond),
    platform: await ownBot(app, remembered(app.respond)),
  };
  const found: Round[] = [];
  // The first round warms all up and does not count.
  for (let round = 0; round <= rounds; round++) {
    const one = {
      bare: await cpuOf(bots.bare.server, count, texts),
      wenda: await cpuOf(bots.wenda.server, count, texts),
      platform: await cpuOf(bots.platform.server, count, texts),
    };
    if (round > 0) found.push(one);
    onProgress(round);
  }
  for (const { stop } of Object.values(bots)) await stop();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
  return found;
}

/** The 50th and 99th percentile of milliseconds in which what is typed is completed. */
export async function benchCompletion(count: number): Promise<readonly [p50: number, p99: number]> {
  const app = await createApp({
    cacheDir: readConfig().cacheDir,
    knowledgeDir: './knowledge',
    defaultLanguage: 'en',
    databaseUrl: 'sqlite::memory:',
  });
  const { services } = app;
  const community = await services.communities.of({ platform: 'discord', id: '1' });
  const texts = questionsOf(app).flatMap((text) => [text, text.slice(0, 5), text.slice(0, 15), '']);
  const times = Array.from({ length: count }, (_, at) => {
    const start = performance.now();
    suggest(
      community,
      services.languages,
      texts[at % texts.length] ?? '',
      ['en', 'zh-Hans', 'zh-Hant'][at % 3] ?? 'en',
      25,
    );
    return performance.now() - start;
  }).sort((a, b) => a - b);
  await app.close();
  return [times[Math.floor(count / 2)] ?? 0, times[Math.floor(count * 0.99)] ?? 0];
}

interface Running {
  readonly server: ChildProcess;
  readonly stop: () => Promise<void>;
}

async function cpuOf(server: ChildProcess, count: number, texts: readonly string[]): Promise<number> {
  const before = process.cpuUsage();
  server.send({ count, texts });
  await once(server, 'message');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / count;
}

async function bareBot(): Promise<Running> {
  const { server, api } = await startServer();
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand())
      void interaction.reply({ content: interaction.options.getString('question', true) });
  });
  const ready = once(server, 'message');
  await client.login(TOKEN);
  await ready;
  return {
    server,
    stop: async () => {
      await client.destroy();
      server.kill();
    },
  };
}

async function ownBot({ services }: App, respond: Respond): Promise<Running> {
  const { server, api } = await startServer();
  const stop = new AbortController();
  const ready = once(server, 'message');
  const ended = discordPlatform(
    { token: TOKEN, apiUrl: api, announce: () => undefined },
    { services, log: SILENT },
  ).run(respond, stop.signal);
  await ready;
  return {
    server,
    stop: async () => {
      stop.abort();
      await ended;
      server.kill();
    },
  };
}

async function startServer(): Promise<{ server: ChildProcess; api: string }> {
  const server = fork(fileURLToPath(new URL('bench-discord-server.js', import.meta.url)));
  const [port] = (await once(server, 'message')) as [number];
  return { server, api: `http://127.0.0.1:${port}/api` };
}

/** As members ask them: the titles of the pack. */
function questionsOf({ services }: App): string[] {
  const titles = [...services.knowledge.current().entries.values()].map(
    (entry) => textIn(entry, 'en', services.languages)?.text.title,
  );
  return titles.filter((title) => title !== undefined);
}
