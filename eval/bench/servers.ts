import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { failed } from './starts.ts';

/** Entries that each server has taught. */
export const OWN = 5;
/** Questions that are asked in each. */
export const QUESTIONS = 4;
/** Of a year. */
export const DAYS = 365;
/** Counts that a day leaves: one for each entry that was answered, and for what was not. */
export const TALLIES = 10;

/** What a process with so many servers takes. */
export interface Servers {
  /** Megabytes in all, once every server has asked. */
  readonly memory: number;
  /** Milliseconds of one core for a question, with the first of each server, which reads what the server has taught. */
  readonly processor: number;
  /** Kilobytes of disk for an entry of a server's own. */
  readonly entry: number;
  /** Kilobytes of disk for a year of a server's counts. */
  readonly year: number;
}

/** What it costs to run, by the number of servers: a table. */
export async function serversTable(): Promise<string> {
  const lines: string[] = [];
  for (const count of [1, 100, 2500]) {
    const child = fork(fileURLToPath(new URL('./servers-child.js', import.meta.url)), [String(count)]);
    const [{ memory, processor, entry, year }] = (await Promise.race([once(child, 'message'), failed(child)])) as [
      Servers,
    ];
    await once(child, 'exit');
    const cells = [
      `${memory.toFixed(0)} MB`,
      `${processor.toFixed(1)} ms`,
      `${entry.toFixed(1)} kB`,
      `${year.toFixed(0)} kB`,
    ];
    lines.push(`| ${[count, ...cells].join(' | ')} |\n`);
  }
  const heads = ['servers', 'memory', 'processor, a question', 'disk, an entry', 'disk, a year of counts'];
  return `| ${heads.join(' | ')} |\n|${'---|'.repeat(heads.length)}\n${lines.join('')}`;
}
