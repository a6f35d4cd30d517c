import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../src/config.ts';
import { ROOT } from '../../src/package.ts';
import { quantiles, type Row } from './measuring.ts';

const STARTS = 3;

/** Milliseconds of a process's first answer, from its first line on; in the next message of its first /pin. */
export interface Start {
  readonly answer?: number;
  readonly pin?: number;
}

/** Starts processes: with an empty cache for the first answer and Discord, with the usual one for the first /pin. */
export async function benchStarts(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
  try {
    const [answers, pins, ready]: [number[], number[], number[]] = [[], [], []];
    for (let at = 0; at < STARTS; at++) {
      answers.push(await start(join(folder, String(at)), 'answer'));
      pins.push(await start(readConfig().cacheDir, 'pin'));
      ready.push(await connect(join(folder, `discord-${at}`)));
    }
    return [
      { what: 'first answer of a cold start', unit: 'ms', bound: 2000, measured: quantiles(answers).p50 },
      { what: 'the bot on Discord after a cold start', unit: 'ms', bound: 5000, measured: quantiles(ready).p50 },
      { what: 'first /pin of a process', unit: 'ms', bound: 1000, measured: quantiles(pins).p50 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ends the process once it has told that: with an empty cache it would learn for minutes. */
async function start(cacheDir: string, what: keyof Start): Promise<number> {
  const child = fork(fileURLToPath(new URL('./starts-child.js', import.meta.url)), [cacheDir]);
  let found: number | undefined;
  while (found === undefined) {
    const [told] = (await Promise.race([once(child, 'message'), failed(child)])) as [Start];
    found = told[what];
  }
  child.kill();
  return found;
}

/** Milliseconds from the start of the program to Discord's READY. @param folder for its database and an empty cache */
async function connect(folder: string): Promise<number> {
  const server = fork(fileURLToPath(new URL('./discord-server.js', import.meta.url)));
  const [port] = (await once(server, 'message')) as [number];
  const token = ['b'.repeat(24), 'bench', 'b'.repeat(27)].join('.');
  const began = performance.now();
  const bot = fork(join(ROOT, 'dist/app/main.js'), {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {
      KNOWLEDGE_DIR: join(ROOT, 'knowledge'),
      DATABASE_URL: `sqlite:${folder}.db`,
      WENDA_CACHE: folder,
      DISCORD_TOKEN: token,
      DISCORD_API_URL: `http://127.0.0.1:${port}/api`,
    },
  });
  try {
    await Promise.race([once(server, 'message'), failed(bot)]);
    return performance.now() - began;
  } finally {
    bot.kill('SIGKILL');
    server.kill();
  }
}

/** @throws Error if the process ends before it has told */
export async function failed(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`a started process ended with ${code}`);
}
