import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { failed } from './starts.ts';

/** Servers that have asked when it is measured; of more it is calculated. */
export const MEASURED = [1, 50, 200] as const;
const CALCULATED = [2500] as const;
/** Entries that each server has taught. */
export const OWN = 5;
/** Questions that are asked in each, and those of a day for which it is calculated. */
export const QUESTIONS = 4;
const QUESTIONS_A_DAY = 20;
/** Counts that a day leaves: one for each entry that was answered, and for what was not. */
export const TALLIES = 10;
/** Servers and days that are counted for; for others it is calculated. */
export const [COUNTED, DAYS] = [20, 30] as const;
/** Days. */
const YEAR = 365;

/** What a process takes. */
export interface Servers {
  /** Megabytes of the process, and of the heap by which it has grown since nobody asked, for each of MEASURED. */
  readonly memory: readonly { readonly process: number; readonly servers: number }[];
  /** COMMUNITY_MEMORY: megabytes that servers may take. */
  readonly most: number;
  /** Milliseconds of one core for the first question of a server, which reads what the server has taught. */
  readonly first: number;
  /** For each further one. */
  readonly others: number;
  /** Kilobytes of disk for an entry of a server's own. */
  readonly entry: number;
  /** Kilobytes of disk for a day of a server's counts. */
  readonly day: number;
}

/** What it costs to run, by the number of servers: a table. */
export async function serversTable(): Promise<string> {
  const child = fork(fileURLToPath(new URL('./servers-child.js', import.meta.url)));
  const [found] = (await Promise.race([once(child, 'message'), failed(child)])) as [Servers];
  await once(child, 'exit');
  const { memory, most, first, others, entry, day } = found;
  const rows = MEASURED.map((count, at) => [count, 'measured', memory[at]?.servers ?? 0, memory[at]?.process] as const);
  // The first servers share what is made for them; from then on each takes as much as the next.
  const [, [fewer, , little] = [0, '', 0], [more, , much] = [1, '', 0]] = rows;
  const each = (much - little) / (more - fewer);
  const rest = CALCULATED.map((count) => {
    const held = Math.min(most, much + each * (count - more));
    return [count, 'calculated', held, (memory.at(-1)?.process ?? 0) - much + held] as const;
  });
  const lines = [...rows, ...rest].map(([count, how, held, whole = 0]) => {
    // Once a day all of them are let go and read again: at most, for those that ask are kept the longest.
    const seconds = (count * (first + (QUESTIONS_A_DAY - 1) * others)) / 1000;
    const megabytes = (count * (OWN * entry + YEAR * day)) / 1024;
    const cells = [
      `${held.toFixed(0)} MB`,
      `${whole.toFixed(0)} MB`,
      `${seconds.toFixed(1)} s`,
      `${megabytes.toFixed(1)} MB`,
    ];
    return `| ${[count, how, ...cells].join(' | ')} |\n`;
  });
  const heads = ['servers', 'memory is', 'memory of servers', 'of the process', 'processor, a day', 'disk, a year'];
  const about = [
    `the first question of a server: ${first.toFixed(1)} ms of one core; each further one: ${others.toFixed(1)} ms`,
    `an entry: ${entry.toFixed(1)} kB of disk`,
    `a day of counts: ${day.toFixed(2)} kB of disk`,
    'processor and disk are those figures, multiplied',
  ];
  return `${about.join('; ')}\n\n| ${heads.join(' | ')} |\n|${'---|'.repeat(heads.length)}\n${lines.join('')}`;
}
