import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Bot } from 'grammy';
import { type App, createApp } from '../src/app.ts';
import type { Respond } from '../src/bot/bot.ts';
import { readConfig } from '../src/config.ts';
import { textIn } from '../src/core/entry/display.ts';
import { telegramPlatform } from '../src/platforms/telegram/index.ts';
import { openConnection } from '../src/store/sqlite/connection.ts';
import { remembered } from './remembered.ts';

/** Milliseconds of CPU of this process for an answered update. */
export interface Round {
  /** A bare grammY bot that sends every text back. */
  readonly bare: number;
  /**
   * The same, which also notes each message in a SQLite file before it takes the next: what it takes to say none twice.
   */
  readonly noting: number;
  /** This bot, where what to answer is known already: all but the search. */
  readonly platform: number;
  /** This bot on the included pack. */
  readonly wenda: number;
}

const TOKEN = '1:bench';
const NO_WAIT = { chatMs: 0, groupPerMinute: Number.POSITIVE_INFINITY, perSecond: Number.POSITIVE_INFINITY };
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Answers the same updates in each of these ways, in turns. Each has a server in another process, and this bot a SQLite
 * file.
 */
export async function benchTelegram(
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
  const notes = notesIn(join(folder, 'notes.db'));
  const bots = {
    bare: await bareBot(() => undefined),
    noting: await bareBot(notes.add),
    platform: await ownBot(app, remembered(app.respond)),
    wenda: await ownBot(app, app.respond),
  };
  const found: Round[] = [];
  // The first round warms all up and does not count.
  for (let round = 0; round <= rounds; round++) {
    const cpu = (bot: keyof Round): Promise<number> => cpuOf(bots[bot].server, count, texts);
    const one: Round = {
      bare: await cpu('bare'),
      noting: await cpu('noting'),
      platform: await cpu('platform'),
      wenda: await cpu('wenda'),
    };
    if (round > 0) found.push(one);
    onProgress(round);
  }
  for (const { stop } of Object.values(bots)) await stop();
  notes.close();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
  return found;
}

/** A file with a row for each message, each on disk before the next. */
function notesIn(path: string) {
  const file = openConnection(path, 0);
  file.run('pragma journal_mode = WAL');
  file.run('pragma synchronous = FULL');
  file.run('create table notes (id integer primary key, at text)');
  return {
    add: (id: number) => void file.run('insert or ignore into notes values (?, ?)', [id, new Date().toISOString()]),
    close: file.close,
  };
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

async function bareBot(note: (update: number) => void): Promise<Running> {
  const { server, apiRoot } = await startServer();
  const bot = new Bot(TOKEN, { client: { apiRoot } });
  bot.on('message:text', async (context) => {
    await context.reply(context.message.text);
    note(context.update.update_id);
  });
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

async function ownBot({ services }: App, respond: Respond): Promise<Running> {
  const { server, apiRoot } = await startServer();
  const stop = new AbortController();
  const ended = telegramPlatform({ token: TOKEN, apiRoot, courtesy: NO_WAIT }, { services, log: SILENT }).run(
    respond,
    stop.signal,
  );
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
  const titles = [...services.knowledge.current().entries.values()].map(
    (entry) => textIn(entry, 'en', services.languages)?.text.title,
  );
  return titles.filter((title) => title !== undefined);
}
