import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Bot } from 'grammy';
import { type App, createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { textIn } from '../src/core/entry/display.ts';
import { telegramPlatform } from '../src/platforms/telegram/index.ts';

/** CPU of one way of answering. */
export interface Round {
  /** Milliseconds of this process for an answered update. */
  readonly bare: number;
  readonly wenda: number;
}

const TOKEN = '1:bench';
const NO_WAIT = { chatMs: 0, groupPerMinute: Number.POSITIVE_INFINITY, perSecond: Number.POSITIVE_INFINITY };
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Answers the same updates with a bare grammY bot that sends every text back, and with this bot on the included pack and a SQLite
 * file, in turns. Each has a server in another process.
 */
export async function benchTelegram(rounds: number, count: number, onProgress: (done: number) => void): Promise<readonly Round[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
  const app = await createApp({ cacheDir: readConfig().cacheDir, knowledgeDir: './knowledge', defaultLanguage: 'en', databaseUrl: `sqlite:${folder}/wenda.db` });
  const texts = questionsOf(app);
  const bare = await bareBot();
  const wenda = await ownBot(app);
  const found: Round[] = [];
  // The first round warms both up and does not count.
  for (let round = 0; round <= rounds; round++) {
    const one = { bare: await cpuOf(bare.server, count, texts), wenda: await cpuOf(wenda.server, count, texts) };
    if (round > 0) found.push(one);
    onProgress(round);
  }
  await bare.stop();
  await wenda.stop();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
  return found;
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
  const { server, apiRoot } = await startServer();
  const bot = new Bot(TOKEN, { client: { apiRoot } });
  bot.on('message:text', (context) => context.reply(context.message.text));
  const ended = bot.start();
  return {
    server,
    stop: async () => {
      server.kill();
      await bot.stop().catch(() => undefined);
      await ended.catch(() => undefined);
    },
  };
}

async function ownBot({ services, respond }: App): Promise<Running> {
  const { server, apiRoot } = await startServer();
  const stop = new AbortController();
  const ended = telegramPlatform({ token: TOKEN, apiRoot, courtesy: NO_WAIT }, { services, log: SILENT }).run(respond, stop.signal);
  return {
    server,
    stop: async () => {
      stop.abort();
      await ended;
      server.kill();
    },
  };
}

async function startServer(): Promise<{ server: ChildProcess; apiRoot: string }> {
  const server = fork(fileURLToPath(new URL('bench-telegram-server.js', import.meta.url)));
  const [port] = (await once(server, 'message')) as [number];
  return { server, apiRoot: `http://127.0.0.1:${port}` };
}

/** As members ask them: the titles of the pack. */
function questionsOf({ services }: App): string[] {
  const titles = [...services.knowledge.current().entries.values()].map((entry) => textIn(entry, 'en', services.languages)?.text.title);
  return titles.filter((title) => title !== undefined);
}
