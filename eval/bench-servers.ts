import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { type App, createApp, IN_MEMORY } from '../src/app.ts';
import { createBot } from '../src/bot/bot.ts';
import type { Store } from '../src/bot/ports/store.ts';
import { readConfig } from '../src/config.ts';
import { textIn } from '../src/core/entry/display.ts';
import { discordPlatform } from '../src/platforms/discord/index.ts';
import { createStore } from '../src/store/create-store.ts';
import { openSqlite } from '../src/store/sqlite/index.ts';
import { freshServices } from './fresh-services.ts';

/**
 * Milliseconds until the first answer, and what the process computed until all were given: on a busy machine only that
 * is steady.
 */
export interface Latency {
  readonly what: string;
  readonly p50: number;
  readonly p99: number;
  /** Of all rounds the median. */
  readonly cpu: number;
}

/** Megabytes of a process that knows all servers, and of one that is in none. */
export interface Memory {
  readonly bare: Held;
  readonly wenda: Held;
}

interface Held {
  readonly none: Megabytes;
  readonly all: Megabytes;
}

interface Megabytes {
  readonly rss: number;
  readonly heap: number;
}

const AT_ONCE = 200;
const ROUNDS = 5;
const FSYNC_MS = 100;
/** Milliseconds between two rounds, in which what was put off is written. */
const PAUSE_MS = 3000;
const TOKEN = 'bench.bench.bench';
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Asks in 200 servers at once, of as many as there are, while each commit takes 100 ms. */
export async function benchServers(servers: number): Promise<readonly Latency[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
  const app = await createApp({
    cacheDir: readConfig().cacheDir,
    knowledgeDir: './knowledge',
    defaultLanguage: 'en',
    databaseUrl: IN_MEMORY,
  });
  const services = await freshServices(app.services, await slowStore(join(folder, 'wenda.db')));
  const { server, api } = await startServer(servers);
  const stop = new AbortController();
  const ready = once(server, 'message');
  const ended = discordPlatform(
    { token: TOKEN, apiUrl: api, announce: () => undefined },
    { services, log: SILENT },
  ).run(createBot(services), stop.signal);
  await ready;
  const sure = questionsOf(app);
  const found: Latency[] = [
    latency(`the first question after a start with ${servers} servers`, [await askedAtOnce(server, [sure[0] ?? ''])]),
  ];
  for (const [what, words] of [
    ['sure', (at: number) => sure[at % sure.length] ?? ''],
    ['unknown', (at: number) => `how tall is lighthouse number ${at} of Norway`],
  ] as const) {
    const all: Round[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await sleep(PAUSE_MS);
      all.push(
        await askedAtOnce(
          server,
          Array.from({ length: AT_ONCE }, (_, at) => words(at + round * AT_ONCE)),
        ),
      );
    }
    found.push(latency(`${AT_ONCE} servers at once, ${what}`, all));
  }
  stop.abort();
  await ended;
  await services.store.close();
  server.kill();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
  return found;
}

/** What a bare client and this bot hold, each in a process of its own. */
export async function benchServersMemory(servers: number): Promise<Memory> {
  const held = async (which: 'bare' | 'wenda'): Promise<Held> => ({
    none: await megabytes(which, 0),
    all: await megabytes(which, servers),
  });
  return { bare: await held('bare'), wenda: await held('wenda') };
}

async function megabytes(which: 'bare' | 'wenda', servers: number): Promise<Megabytes> {
  const { server, api } = await startServer(servers);
  const child = fork(fileURLToPath(new URL('bench-servers-child.js', import.meta.url)), [which, api]);
  const [found] = (await once(child, 'message')) as [Megabytes];
  child.kill();
  server.kill();
  return found;
}

/**
 * A SQLite file whose commits block the process, as a disk does that takes its time: SQLite waits for it inside the
 * call.
 */
async function slowStore(path: string): Promise<Store> {
  const onError = (error: unknown): void => void process.stderr.write(`${String(error)}\n`);
  const base = await openSqlite(path, { onError });
  const clock = new Int32Array(new SharedArrayBuffer(4));
  const transaction: typeof base.transaction = (work) =>
    base.transaction(async (db) => {
      const written = async (): Promise<unknown> =>
        (await sql<{ n: number }>`select total_changes() as n`.execute(db)).rows[0]?.n;
      const before = await written();
      const result = await work(db);
      if ((await written()) !== before) Atomics.wait(clock, 0, 0, FSYNC_MS);
      return result;
    });
  return createStore({ ...base, transaction }, onError);
}

interface Round {
  readonly times: readonly number[];
  readonly cpu: number;
}

async function askedAtOnce(server: ChildProcess, atOnce: readonly string[]): Promise<Round> {
  const before = process.cpuUsage();
  server.send({ atOnce });
  const [{ times }] = (await once(server, 'message')) as [{ readonly times: readonly number[] }];
  const { user, system } = process.cpuUsage(before);
  return { times, cpu: (user + system) / 1000 };
}

function latency(what: string, rounds: readonly Round[]): Latency {
  const sorted = (all: readonly number[]): number[] => [...all].sort((a, b) => a - b);
  const times = sorted(rounds.flatMap((round) => round.times));
  const at = (all: readonly number[], share: number): number =>
    all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0;
  return { what, p50: at(times, 0.5), p99: at(times, 0.99), cpu: at(sorted(rounds.map(({ cpu }) => cpu)), 0.5) };
}

async function startServer(servers: number): Promise<{ readonly server: ChildProcess; readonly api: string }> {
  const server = fork(fileURLToPath(new URL('bench-discord-server.js', import.meta.url)), [String(servers)]);
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
