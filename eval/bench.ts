/**
 * Measures what a person or an operator notices, and prints a table with the bound of each:
 *   npm run bench                       everything; takes some minutes on a machine without other work
 *   npm run bench -- questions updates  these parts only: questions, updates, waits, starts, communities, encoder,
 *                                       mining
 * The exit code is 1 if anything is over its bound.
 */
import { benchCommunities } from './bench/communities.ts';
import { benchEncoder } from './bench/encoder.ts';
import type { Row } from './bench/measuring.ts';
import { benchMining } from './bench/mining.ts';
import { benchQuestions } from './bench/questions.ts';
import { benchStarts } from './bench/starts.ts';
import { benchUpdates } from './bench/updates.ts';
import { benchWaits } from './bench/waits.ts';
import { readArguments } from './read-arguments.ts';

const PARTS: Readonly<Record<string, () => Promise<Row[]>>> = {
  questions: benchQuestions,
  updates: benchUpdates,
  waits: benchWaits,
  starts: benchStarts,
  communities: benchCommunities,
  encoder: benchEncoder,
  mining: benchMining,
};

const { positionals } = readArguments({ allowPositionals: true, options: {} }, 'eval/bench.ts');
const unknown = positionals.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  process.stderr.write(`no such part: ${unknown.join(', ')} (there are ${Object.keys(PARTS).join(', ')})\n`);
  process.exit(2);
}

process.stdout.write('| measured | bound | found | |\n|---|---|---|---|\n');
for (const name of positionals.length > 0 ? positionals : Object.keys(PARTS))
  for (const { what, unit, bound, measured } of (await PARTS[name]?.()) ?? []) {
    const isOver = measured > bound;
    if (isOver) process.exitCode = 1;
    const found = measured.toFixed(measured < 10 ? 1 : 0);
    process.stdout.write(`| ${what} | ${bound} ${unit} | ${found} ${unit} | ${isOver ? 'OVER' : 'ok'} |\n`);
  }
