/**
 * Measures what a platform costs:
 *   npm run bench -- discord|telegram [--rounds 5] [--count 500]
 * CPU of the process for an answered update, beside a bare bot of the platform's library in the same run.
 */
import { parseArgs } from 'node:util';
import { showProgress } from '../src/progress.ts';
import { benchCompletion, benchDiscord } from './bench-discord.ts';
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

async function discord(): Promise<void> {
  const found = await benchDiscord(rounds, Number(values.count), (done) => progress.show('rounds', done, rounds));
  const [p50, p99] = await benchCompletion(2000);
  progress.clear();
  const [bare, wenda, platform] = [median(found.map((round) => round.bare)), median(found.map((round) => round.wenda)), median(found.map((round) => round.platform))];
  const times = (ms: number) => `${ms.toFixed(2)} ms (${(ms / bare).toFixed(2)} times)`;
  process.stdout.write(`discord: CPU for an answered interaction: ${times(wenda)}, without the search ${times(platform)}; a bare discord.js echo bot ${bare.toFixed(2)} ms\n`);
  process.stdout.write(`discord: a completion takes ${p50.toFixed(2)} ms (p50), ${p99.toFixed(2)} ms (p99)\n`);
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const TARGETS: Readonly<Record<string, () => Promise<void>>> = { discord, telegram };

const target = TARGETS[positionals[0] ?? ''];
if (target) await target();
else process.stderr.write(`npm run bench -- <${Object.keys(TARGETS).join(' or ')}> [--rounds 5] [--count 500]\n`);
process.exitCode = target ? 0 : 2;
