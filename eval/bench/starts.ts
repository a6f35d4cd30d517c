import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../src/config.ts';
import { quantiles, type Row } from './measuring.ts';

const STARTS = 3;

/** Milliseconds of a process's first answer, from its first line on, and of its first /pin. */
export interface Start {
  readonly answer: number;
  readonly pin: number;
}

/** Starts processes: with an empty cache for the first answer, with the usual one for the first /pin. */
export async function benchStarts(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
  try {
    const [cold, warm]: [Start[], Start[]] = [[], []];
    for (let at = 0; at < STARTS; at++) {
      cold.push(await start(join(folder, String(at))));
      warm.push(await start(readConfig().cacheDir));
    }
    return [
      { what: 'first answer of a cold start', unit: 'ms', bound: 2000, measured: medianOf(cold, 'answer') },
      { what: 'first /pin of a process', unit: 'ms', bound: 1000, measured: medianOf(warm, 'pin') },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(cacheDir: string): Promise<Start> {
  const child = fork(fileURLToPath(new URL('./starts-child.js', import.meta.url)), [cacheDir]);
  const [found] = (await once(child, 'message')) as [Start];
  child.kill();
  return found;
}

const medianOf = (starts: readonly Start[], what: keyof Start): number => quantiles(starts.map((one) => one[what])).p50;
