import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../src/config.ts';
import { quantiles, type Row } from './measuring.ts';

const STARTS = 3;

/** Milliseconds of a process's first answer, from its first line on; in the next message of its first /pin. */
export interface Start {
  readonly answer?: number;
  readonly pin?: number;
}

/** Starts processes: with an empty cache for the first answer, with the usual one for the first /pin. */
export async function benchStarts(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
  try {
    const [answers, pins]: [number[], number[]] = [[], []];
    for (let at = 0; at < STARTS; at++) {
      answers.push(await start(join(folder, String(at)), 'answer'));
      pins.push(await start(readConfig().cacheDir, 'pin'));
    }
    return [
      { what: 'first answer of a cold start', unit: 'ms', bound: 2000, measured: quantiles(answers).p50 },
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

/** @throws Error if the process ends before it has told */
export async function failed(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`a started process ended with ${code}`);
}
