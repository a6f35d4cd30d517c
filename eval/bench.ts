/**
 * Measures what a person or an operator notices, and prints a table with the bound of each:
 *   npm run bench                       everything; takes some minutes on a machine without other work
 *   npm run bench -- questions updates  these parts only: questions, updates, waits, starts, communities, mining, small
 *                                       (small needs Linux and two processors; it has the parts small:learning,
 *                                       first, edit, ask, memory, limit, cold, warm, reload)
 *   npm run bench -- pace               many questions at once, and trouble with Telegram: a table without bounds
 *   npm run bench -- month              a month of a made-up community, and its moderator's work: tables
 *   npm run bench -- club               the second part of that: a week of a small club that asks each question once
 *   npm run bench -- hour               an hour of a busy channel in which nobody addresses the bot: how often it
 *                                       spoke, over whom, and which questions nobody answered
 *   npm run bench -- memory             the memory that questions from thousands of communities take in an hour
 *   npm run bench -- servers            the cost of running the bot, by number of servers: a table without bounds
 * The exit code is 1 if anything is over its bound.
 */
import { clubTable } from './bench/club.ts';
import { benchCommunities } from './bench/communities.ts';
import { hourTable } from './bench/hour.ts';
import type { Row } from './bench/measuring.ts';
import { memoryTable } from './bench/memory.ts';
import { benchMining } from './bench/mining.ts';
import { monthTable } from './bench/month.ts';
import { paceTable } from './bench/pace.ts';
import { benchQuestions } from './bench/questions.ts';
import { serversTable } from './bench/servers.ts';
import { SMALL } from './bench/small.ts';
import { benchStarts } from './bench/starts.ts';
import { benchUpdates } from './bench/updates.ts';
import { benchWaits } from './bench/waits.ts';
import { readArguments } from './read-arguments.ts';

const PARTS: Readonly<Record<string, () => Promise<Row[]> | AsyncGenerator<Row>>> = {
  questions: benchQuestions,
  updates: benchUpdates,
  waits: benchWaits,
  starts: benchStarts,
  communities: benchCommunities,
  mining: benchMining,
  ...SMALL,
};

/** Parts with tables of their own, for which nothing is right or wrong. */
const TABLES: Readonly<Record<string, () => Promise<string>>> = {
  pace: paceTable,
  month: async () => `${await monthTable()}\n${await clubTable()}`,
  club: clubTable,
  hour: hourTable,
  memory: memoryTable,
  servers: serversTable,
};

const { positionals } = readArguments({ allowPositionals: true, options: {} }, 'eval/bench.ts');
const unknown = positionals.filter((name) => !(name in PARTS) && !(name in TABLES));
if (unknown.length > 0) {
  process.stderr.write(
    `no such part: ${unknown.join(', ')} (there are ${[...Object.keys(PARTS), ...Object.keys(TABLES)].join(', ')})\n`,
  );
  process.exit(2);
}

const parts =
  positionals.length > 0
    ? positionals.filter((name) => name in PARTS)
    : Object.keys(PARTS).filter((name) => !name.includes(':'));
if (parts.length > 0) process.stdout.write('| measured | bound | found | |\n|---|---|---|---|\n');
for (const name of parts)
  for await (const { what, unit, bound, measured } of (await PARTS[name]?.()) ?? []) {
    const isOver = measured > bound;
    if (isOver) process.exitCode = 1;
    const found = measured.toFixed(unit !== '' && measured < 10 ? 1 : 0);
    const cells = [what, `${bound} ${unit}`, `${found} ${unit}`, isOver ? 'OVER' : 'ok'];
    process.stdout.write(`| ${cells.map((cell) => cell.trim()).join(' | ')} |\n`);
  }
for (const name of positionals) if (TABLES[name]) process.stdout.write(await TABLES[name]());
