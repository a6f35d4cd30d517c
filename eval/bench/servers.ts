import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { failed } from './starts.ts';

/** Numbers of servers that are measured once each has asked; for more servers, the rest is calculated. */
export const MEASURED = [1, 50, 200] as const;
const CALCULATED = [2500] as const;
/** Entries that each server has taught. */
export const OWN = 5;
/** Questions that each server asks, and those of a day for which the time is calculated. */
export const QUESTIONS = 4;
const QUESTIONS_A_DAY = 20;
/** Counts of a day: one for each entry that was given, and for questions without an answer. */
export const TALLIES = 10;
/** Servers and days for which the database is measured; for others, it is calculated. */
export const [COUNTED, DAYS] = [20, 30] as const;
const YEAR = 365;

/** What a process needs. */
export interface Servers {
  /**
   * Megabytes of the process, and by how many its heap has grown since before the first question, for each of MEASURED.
   */
  readonly memory: readonly { readonly process: number; readonly servers: number }[];
  /** COMMUNITY_MEMORY: megabytes that all servers may take together. */
  readonly most: number;
  /** Milliseconds of processor time for the first question of a server, for which its entries are read. */
  readonly first: number;
  /** Milliseconds for each further question. */
  readonly others: number;
  /** Kilobytes on disk for an entry that a server has taught. */
  readonly entry: number;
  /** Kilobytes on disk for the counts of a server in a day. */
  readonly day: number;
}

/** A table of what the bot costs, by the number of servers. */
export async function serversTable(): Promise<string> {
  const child = fork(fileURLToPath(new URL('./servers-child.js', import.meta.url)));
  const [found] = (await Promise.race([once(child, 'message'), failed(child)])) as [Servers];
  await once(child, 'exit');
  const { memory, most, first, others, entry, day } = found;
  const rows = MEASURED.map((count, at) => [count, 'measured', memory[at]?.servers ?? 0, memory[at]?.process] as const);
  // The first servers share what is read for them; after these, each takes as much as the next.
  const [, [fewer, , little] = [0, '', 0], [more, , much] = [1, '', 0]] = rows;
  const each = (much - little) / (more - fewer);
  const rest = CALCULATED.map((count) => {
    const held = Math.min(most, much + each * (count - more));
    return [count, 'calculated', held, (memory.at(-1)?.process ?? 0) - much + held] as const;
  });
  const lines = [...rows, ...rest].map(([count, how, held, whole = 0]) => {
    // At most all of them are let go and read again once a day, as those that ask are kept longest.
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
