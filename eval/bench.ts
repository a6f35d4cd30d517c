/**
 * Measures what a platform costs:
 *   npm run bench -- telegram [--rounds 5] [--count 500]
 * CPU of the process for an answered update, beside a bare bot of the platform's library in the same run.
 */
import { parseArgs } from 'node:util';
import { showProgress } from '../src/progress.ts';
import { benchTelegram } from './bench-telegram.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string', default: '5' }, count: { type: 'string', default: '500' } } });
const rounds = Number(values.rounds);
const progress = showProgress(process.stderr);

async function telegram(): Promise<void> {
  const found = await benchTelegram(rounds, Number(values.count), (done) => progress.show('rounds', done, rounds));
  progress.clear();
  const [bare, wenda] = [median(found.map((round) => round.bare)), median(found.map((round) => round.wenda))];
  process.stdout.write(`telegram: ${wenda.toFixed(2)} ms of CPU for an answered update, ${bare.toFixed(2)} ms for one of a bare grammY echo bot: ${(wenda / bare).toFixed(2)} times\n`);
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const TARGETS: Readonly<Record<string, () => Promise<void>>> = { telegram };

const target = TARGETS[positionals[0] ?? ''];
if (target) await target();
else process.stderr.write(`npm run bench -- <${Object.keys(TARGETS).join(' or ')}> [--rounds 5] [--count 500]\n`);
process.exitCode = target ? 0 : 2;
