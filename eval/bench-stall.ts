import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type App, createApp, ROOT } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { textIn } from '../src/core/entry/display.ts';
import { discordPlatform } from '../src/platforms/discord/index.ts';
import { telegramPlatform } from '../src/platforms/telegram/index.ts';
import type { Report, Task } from './bench-stall-server.ts';

/** What private questions waited while something went on, in milliseconds. */
export interface Stall {
  readonly what: string;
  readonly asked: number;
  readonly unanswered: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** Seconds that it went on for. */
  readonly took: number;
}

/** Milliseconds between two questions, and those for which nothing else goes on. */
const EVERY = 50;
const IDLE = 10_000;
/** Nothing goes on for longer than this, and no answer is waited for longer. */
const LONGEST = 120_000;
const GROUPS = 8;
const PINS = 32;
const RELOADS = 12;
const DELETIONS = 5000;
const IMPORTED = 500;
const TOKEN = 'bench.bench.bench';
const NO_WAIT = { chatMs: 0, groupPerMinute: Number.POSITIVE_INFINITY, perSecond: Number.POSITIVE_INFINITY };
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Asks private questions on Telegram while other communities are busy, with a SQLite file and a copy of the included
 * pack.
 */
export async function benchStall(onStall: (stall: Stall) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
  const settings = { KNOWLEDGE_DIR: join(folder, 'knowledge'), DATABASE_URL: `sqlite:${folder}/wenda.db` };
  cpSync(join(ROOT, 'knowledge'), settings.KNOWLEDGE_DIR, { recursive: true });
  const app = await createApp({
    cacheDir: readConfig().cacheDir,
    knowledgeDir: settings.KNOWLEDGE_DIR,
    defaultLanguage: 'en',
    databaseUrl: settings.DATABASE_URL,
  });
  await learned(app);
  const stop = new AbortController();
  const telegram = await startServer('bench-stall-server.js');
  const discord = await startServer('bench-discord-server.js');
  const running = [
    telegramPlatform(
      { token: TOKEN, apiRoot: `http://127.0.0.1:${telegram.port}`, courtesy: NO_WAIT },
      { services: app.services, log: SILENT },
    ).run(app.respond, stop.signal),
    discordPlatform(
      { token: TOKEN, apiUrl: `http://127.0.0.1:${discord.port}/api`, announce: () => undefined },
      { services: app.services, log: SILENT },
    ).run(app.respond, stop.signal),
  ];
  const texts = questionsOf(app);
  const during = (what: string, work: () => Promise<unknown>) =>
    measure(telegram.server, texts, what, work).then(onStall);
  const say = (...said: Extract<Task, { kind: 'say' }>['said']) =>
    asked(telegram.server, { kind: 'say', said }, 'said');
  await warm(app);
  await measure(telegram.server, texts, 'warming up', () =>
    say({ group: groupAt(0), text: `/pin where do lanterns wake? entry: ${texts[0]}` }),
  );
  await during('idle', () => sleep(IDLE));
  await during(`${PINS} pins in ${GROUPS} groups`, () => say(...pins(texts)));
  await during(`${RELOADS} reloads of the knowledge`, async () => {
    for (let at = 0; at < RELOADS; at += 1) {
      changeEntry(settings.KNOWLEDGE_DIR, at);
      await app.services.knowledge.reload();
    }
  });
  await learned(app);
  await during(`${DELETIONS} deletions on Discord`, async () => {
    discord.server.send({ deletions: DELETIONS });
    await sleep(IDLE);
  });
  await during(`an import of ${IMPORTED} entries`, () => importEntries(folder, settings));
  stop.abort();
  await Promise.all(running);
  for (const { server } of [telegram, discord]) server.kill();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(
  server: ChildProcess,
  texts: readonly string[],
  what: string,
  work: () => Promise<unknown>,
): Promise<Stall> {
  const began = performance.now();
  server.send({ kind: 'ask', every: EVERY, texts } satisfies Task);
  const limit = new AbortController();
  await Promise.race([work(), sleep(LONGEST, undefined, { signal: limit.signal }).catch(() => undefined)]);
  limit.abort();
  const took = (performance.now() - began) / 1000;
  const { times, unanswered } = await asked(server, { kind: 'stop', patience: LONGEST }, 'waited');
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { what, asked: sorted.length, unanswered, p50: at(0.5), p99: at(0.99), max: at(1), took };
}

/** Gives a task, and waits for its report. */
async function asked<K extends Report['kind']>(
  server: ChildProcess,
  task: Task,
  kind: K,
): Promise<Extract<Report, { kind: K }>> {
  const told = new Promise<Extract<Report, { kind: K }>>((resolve) => {
    const hear = (report: Report): void => {
      if (report.kind !== kind) return;
      server.off('message', hear);
      resolve(report as Extract<Report, { kind: K }>);
    };
    server.on('message', hear);
  });
  server.send(task);
  return told;
}

async function startServer(file: string): Promise<{ server: ChildProcess; port: number }> {
  const server = fork(fileURLToPath(new URL(file, import.meta.url)));
  const [first] = (await once(server, 'message')) as [number | Extract<Report, { kind: 'ready' }>];
  return { server, port: typeof first === 'number' ? first : first.port };
}

async function learned({ services }: App): Promise<void> {
  for (const end = Date.now() + LONGEST; services.knowledge.learning().isLearning && Date.now() < end; )
    await sleep(100);
}

/**
 * What a language needs is read when it is first asked for, and looking ahead asks in all of them: that is the price of
 * a start.
 */
async function warm({ services }: App): Promise<void> {
  const community = await services.communities.of({ platform: 'bench', id: 'warm' });
  const { entries, checks } = services.knowledge.current();
  for (const { title, language } of [...entries.values()].flatMap(({ texts }) => [...texts.values()]))
    community.answer(title, language);
  for (const { text, language } of checks) community.answer(text, language);
}

const groupAt = (at: number): number => -1001 - (at % GROUPS);

/** Each group gives questions of its own the answer of a known one. */
const pins = (texts: readonly string[]) =>
  Array.from({ length: PINS }, (_, at) => ({
    group: groupAt(at),
    text: `/pin where do the ${at} lanterns sleep? entry: ${texts[at]}`,
  }));

/** Another phrasing for an entry: it has to be checked, and learned. */
function changeEntry(dir: string, at: number): void {
  const file = join(dir, 'chatgpt-china-ban', 'en', 'questions', 'what-is-chatgpt.md');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/^> - /m, `> - what sort of lantern number ${at} is chatgpt\n> - `),
  );
}

/** As somebody imports a list: by the command line, beside the bot. */
async function importEntries(folder: string, settings: Readonly<Record<string, string>>): Promise<void> {
  const list = join(folder, 'list.csv');
  const rows = Array.from(
    { length: IMPORTED },
    (_, at) => `Where is the lamp number ${at} of house ${at * 7}?,It stands in room ${at}.`,
  );
  writeFileSync(list, ['question,answer', ...rows].join('\n'));
  const line = [
    join(ROOT, 'dist/app/cli.js'),
    'knowledge',
    'import',
    list,
    '--community',
    `telegram:${groupAt(0)}`,
    '--yes',
    '--force',
  ];
  const child = spawn(process.execPath, line, {
    env: { ...process.env, WENDA_CACHE: readConfig().cacheDir, ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`the import ended with ${child.exitCode}`);
}

/** As members ask them: the titles of the pack. */
function questionsOf({ services }: App): string[] {
  const titles = [...services.knowledge.current().entries.values()].map(
    (entry) => textIn(entry, 'en', services.languages)?.text.title,
  );
  return titles.filter((title) => title !== undefined);
}
