import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { App } from '../../src/app.ts';
import { discordPlatform } from '../../src/platforms/discord/index.ts';
import { telegramPlatform } from '../../src/platforms/telegram/index.ts';
import { quantiles, type Row, titlesOf, withApp } from './measuring.ts';

const ROUNDS = 5;
const COUNT = 500;
const NO_WAIT = { chatMs: 0, groupPerMinute: Number.POSITIVE_INFINITY, perSecond: Number.POSITIVE_INFINITY };
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

type Running = (app: App, port: number, stop: AbortSignal) => Promise<void>;

const telegram: Running = ({ services, respond }, port, stop) =>
  telegramPlatform(
    { token: '1:bench', apiRoot: `http://127.0.0.1:${port}`, courtesy: NO_WAIT },
    { services, log: SILENT },
  ).run(respond, stop);

const discord: Running = ({ services, respond }, port, stop) =>
  discordPlatform(
    { token: 'bench.bench.bench', apiUrl: `http://127.0.0.1:${port}/api`, announce: () => undefined },
    { services, log: SILENT },
  ).run(respond, stop);

/** Milliseconds of this process's CPU for an answered update: private questions of new people. */
export async function benchUpdates(): Promise<Row[]> {
  const row = async (name: string, server: string, run: Running): Promise<Row> => ({
    what: `CPU of an answered update on ${name}`,
    unit: 'ms',
    bound: 2,
    measured: await withApp({}, (app) => cpuOf(app, server, run)),
  });
  return [
    await row('Telegram', 'telegram-server.js', telegram),
    // This server reports that the bot is connected before it takes a task.
    await row('Discord', 'discord-server.js', discord),
  ];
}

async function cpuOf(app: App, file: string, run: Running): Promise<number> {
  const server = fork(fileURLToPath(new URL(file, import.meta.url)));
  const [port] = (await once(server, 'message')) as [number];
  const stop = new AbortController();
  const connected = file.startsWith('discord') ? once(server, 'message') : undefined;
  const ended = run(app, port, stop.signal);
  await connected;
  const costs: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) costs.push(await cpuOfRound(server, titlesOf(app)));
  stop.abort();
  await ended;
  server.kill();
  // The first round only warms up.
  return quantiles(costs.slice(1)).p50;
}

async function cpuOfRound(server: ChildProcess, texts: readonly string[]): Promise<number> {
  const before = process.cpuUsage();
  server.send({ count: COUNT, texts });
  await once(server, 'message');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / COUNT;
}
