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

/** Milliseconds of the first /pin of a process. */
export interface Start {
  readonly pin: number;
}

/**
 * Starts the program as people do, with an empty cache, to time its first answer and its connection to Discord; and
 * processes with the usual cache, to time the first /pin.
 */
export async function benchStarts(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
  try {
    const [answers, pins, ready]: [number[], number[], number[]] = [[], [], []];
    for (let at = 0; at < STARTS; at++) {
      answers.push(await answer(join(folder, `answer-${at}`)));
      pins.push(await pin(readConfig().cacheDir));
      ready.push(await connect(join(folder, `discord-${at}`)));
    }
    return [
      { what: 'first answer of a cold start', unit: 'ms', bound: 2000, measured: quantiles(answers).p50 },
      { what: 'the bot on Discord after a cold start', unit: 'ms', bound: 5000, measured: quantiles(ready).p50 },
      {
        what: 'first /pin of a process, some seconds after its start',
        unit: 'ms',
        bound: 1000,
        measured: quantiles(pins).p50,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pin(cacheDir: string): Promise<number> {
  const child = fork(fileURLToPath(new URL('./starts-child.js', import.meta.url)), [cacheDir]);
  const [told] = (await Promise.race([once(child, 'message'), failed(child)])) as [Start];
  child.kill();
  return told.pin;
}

/** Milliseconds from the program's start to its answer in the terminal. */
async function answer(folder: string): Promise<number> {
  const began = performance.now();
  const bot = startBot(folder, {}, 'pipe');
  bot.stdin?.write('why is it banned?\n');
  try {
    if (!bot.stdout) throw new Error('the program has no output');
    await Promise.race([once(bot.stdout, 'data'), failed(bot)]);
    return performance.now() - began;
  } finally {
    bot.kill('SIGKILL');
  }
}

/** Milliseconds from the program's start to READY from Discord. */
async function connect(folder: string): Promise<number> {
  const server = fork(fileURLToPath(new URL('./discord-server.js', import.meta.url)));
  const [port] = (await once(server, 'message')) as [number];
  const token = ['b'.repeat(24), 'bench', 'b'.repeat(27)].join('.');
  const began = performance.now();
  const bot = startBot(folder, { DISCORD_TOKEN: token, DISCORD_API_URL: `http://127.0.0.1:${port}/api` });
  try {
    await Promise.race([once(server, 'message'), failed(bot)]);
    return performance.now() - began;
  } finally {
    bot.kill('SIGKILL');
    server.kill();
  }
}

/**
 * @param folder for its database and an empty cache; it must be ended, as it would learn for minutes
 * @param terminal `pipe` if questions are asked there. Default: none
 */
const startBot = (
  folder: string,
  settings: Readonly<Record<string, string>>,
  terminal: 'pipe' | 'ignore' = 'ignore',
): ChildProcess =>
  fork(join(ROOT, 'dist/app/main.js'), {
    stdio: [terminal, terminal, 'ignore', 'ipc'],
    env: {
      KNOWLEDGE_DIR: join(ROOT, 'knowledge'),
      DATABASE_URL: `sqlite:${folder}.db`,
      WENDA_CACHE: folder,
      ...settings,
    },
  });

/** @throws Error if the process ends before it has reported anything */
export async function failed(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`a started process ended with ${code}`);
}
