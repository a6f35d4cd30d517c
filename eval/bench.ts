/**
 * Measures what answers cost:
 *   npm run bench -- discord|telegram [--rounds 5] [--count 500]
 *     CPU of the process for an answered update, with and without the search, beside a bare bot of the platform's
 *     library in the same run; for Telegram also beside such a bot that commits a row for each message
 *   npm run bench -- search [--entries 1000,10000]
 *     milliseconds of an answer among that many made-up entries, beside plain MiniSearch over the same texts
 *   npm run bench -- questions [--rounds 5]
 *     milliseconds of CPU for a question about the included pack in each language, beside plain MiniSearch over the
 *     same texts
 *   npm run bench -- encoder
 *     milliseconds and memory of the sentence encoder for English
 *   npm run bench -- stall
 *     milliseconds that a private question waits while nothing goes on, and while other communities are busy
 *   npm run bench -- servers [--servers 2500]
 *     milliseconds until Discord gets a first answer where 200 servers ask at once and each commit takes 100 ms, and
 *     memory beside a bare discord.js client
 *   npm run bench -- pace [private|groups|busy|stale]
 *     how long people wait on Telegram at the pace that it asks for: in crowds, and after hours offline; takes some
 *     minutes
 *   npm run bench -- communities [--count 500] [--own 5]
 *     with --own, what so many communities with so many own entries take in the room that COMMUNITY_MEMORY leaves them;
 *     without it, memory and CPU of communities that are asked once, with 0, 5 and 50 own entries; CPU of /pin, /teach
 *     and /undo with up to 2,000; a start with 10,000 and 100,000 in the database; what it costs to hear of what
 *     another process did
 *   npm run bench -- history [--acts 100000]
 *     milliseconds to look into a long history, among the acts of others, to hand over what is kept of somebody, and to
 *     erase it
 */
import path from 'node:path';
import { ROOT } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { readLocales } from '../src/knowledge/languages/locales.ts';
import { showProgress } from '../src/progress.ts';
import { benchActs } from './bench-acts.ts';
import { benchCommunities } from './bench-communities.ts';
import { benchCompletion, benchDiscord } from './bench-discord.ts';
import { benchEncoder } from './bench-encoder.ts';
import { benchHistory } from './bench-history.ts';
import { benchNotice } from './bench-notice.ts';
import { benchPace } from './bench-pace.ts';
import { benchQuestions } from './bench-questions.ts';
import { benchSearch } from './bench-search.ts';
import { benchServers, benchServersMemory } from './bench-servers.ts';
import { benchStall } from './bench-stall.ts';
import { benchStart } from './bench-start.ts';
import { benchTelegram, type Round as TelegramRound } from './bench-telegram.ts';
import { readArguments } from './read-arguments.ts';

const { values, positionals } = readArguments(
  {
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '5' },
      count: { type: 'string', default: '500' },
      entries: { type: 'string', default: '1000,10000' },
      acts: { type: 'string', default: '100000' },
      servers: { type: 'string', default: '2500' },
      own: { type: 'string' },
    },
  },
  'eval/bench.ts',
);
const rounds = Number(values.rounds);
const progress = showProgress(process.stderr);

async function telegram(): Promise<void> {
  const found = await benchTelegram(rounds, Number(values.count), (done) => progress.show('rounds', done, rounds));
  progress.clear();
  const of = (bot: keyof TelegramRound): number => median(found.map((round) => round[bot]));
  const times = (bot: keyof TelegramRound) => `${of(bot).toFixed(2)} ms (${(of(bot) / of('bare')).toFixed(2)} times)`;
  process.stdout.write(
    `telegram: CPU for an answered update: ${times('wenda')}, without the search ${times('platform')}; a bare grammY echo bot ${of('bare').toFixed(2)} ms, with a commit for each message ${times('noting')}\n`,
  );
}

async function discord(): Promise<void> {
  const found = await benchDiscord(rounds, Number(values.count), (done) => progress.show('rounds', done, rounds));
  const [p50, p99] = await benchCompletion(2000);
  progress.clear();
  const [bare, wenda, platform] = [
    median(found.map((round) => round.bare)),
    median(found.map((round) => round.wenda)),
    median(found.map((round) => round.platform)),
  ];
  const times = (ms: number) => `${ms.toFixed(2)} ms (${(ms / bare).toFixed(2)} times)`;
  process.stdout.write(
    `discord: CPU for an answered interaction: ${times(wenda)}, without the search ${times(platform)}; a bare discord.js echo bot ${bare.toFixed(2)} ms\n`,
  );
  process.stdout.write(`discord: a completion takes ${p50.toFixed(2)} ms (p50), ${p99.toFixed(2)} ms (p99)\n`);
}

async function search(): Promise<void> {
  const options = await readLocales(path.join(ROOT, 'locales'));
  for (const count of values.entries.split(',').map(Number)) {
    progress.show('entries', 0, count);
    const { build, wenda, plain, right, memory } = benchSearch(count, options);
    progress.clear();
    const times = `p50 ${wenda.p50.toFixed(2)} ms (${(wenda.p50 / plain.p50).toFixed(2)} times plain MiniSearch), p99 ${wenda.p99.toFixed(2)} ms (plain ${plain.p99.toFixed(2)})`;
    process.stdout.write(
      `search: ${count} entries: ${times}; ${right.toFixed(1)} % right; built in ${build.toFixed(1)} s; ${memory.toFixed(0)} MB\n`,
    );
  }
}

async function questions(): Promise<void> {
  for (const { set, questions: count, wenda, detection, plain } of await benchQuestions(rounds)) {
    const parts = `${wenda.toFixed(3)} ms of CPU, of which ${detection.toFixed(3)} to tell the language; plain MiniSearch ${plain.toFixed(3)}`;
    process.stdout.write(`questions: ${set}: ${count}: ${parts}: ${(wenda / plain).toFixed(2)} times\n`);
  }
}

async function encoder(): Promise<void> {
  const found = await benchEncoder();
  if (!found) return void process.stdout.write('encoder: its package is not installed (npm ci)\n');
  const { p50, p99, first, memory } = found;
  process.stdout.write(
    `encoder: a question p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms; the first after ${first.toFixed(0)} ms; ` +
      `${memory.toFixed(0)} MB more memory\n`,
  );
}

async function stall(): Promise<void> {
  await benchStall(({ what, asked, unanswered, p50, p99, max, took }) => {
    const missing = unanswered > 0 ? `, ${unanswered} NOT ANSWERED` : '';
    process.stdout.write(
      `stall: ${what}: p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, max ${max.toFixed(0)} ms; ${asked} questions in ${took.toFixed(1)} s${missing}\n`,
    );
  });
}

async function servers(): Promise<void> {
  const count = Number(values.servers);
  for (const { what, p50, p99, cpu } of await benchServers(count))
    process.stdout.write(
      `servers: ${what}: p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, CPU ${cpu.toFixed(0)} ms\n`,
    );
  for (const [who, { none, all }] of Object.entries(await benchServersMemory(count))) {
    const of = (held: typeof none) => `${held.rss.toFixed(0)} MB (heap ${held.heap.toFixed(0)})`;
    process.stdout.write(`servers: ${who}: ${of(none)} in none, ${of(all)} in ${count}\n`);
  }
}

async function pace(): Promise<void> {
  await benchPace(positionals[1], ({ what, found, holds }) =>
    process.stdout.write(`pace: ${what}: ${found}${holds ? '' : ' MISSED'}\n`),
  );
}

async function communities(): Promise<void> {
  const { cacheDir, communityMemory } = readConfig();
  const options = { cacheDir, knowledgeDir: './knowledge', defaultLanguage: 'en' };
  if (values.own !== undefined) {
    const { count, own, above, kilobytes, first } = await benchCommunities(
      options,
      Number(values.count),
      Number(values.own),
      communityMemory,
    );
    process.stdout.write(
      `communities: ${count} with ${own} own entries, each asked once, in a room of ${communityMemory} MB: ${((kilobytes * count) / 1024).toFixed(0)} MB are kept, and the process takes ${above.toFixed(0)} MB more than before, with what was not collected yet; CPU of the first question ${first.toFixed(1)} ms\n`,
    );
    return;
  }
  for (const own of [0, 5, 50]) {
    const { count, kilobytes, answer, first, second, start } = await benchCommunities(
      options,
      Math.min(Number(values.count), own === 50 ? 200 : Number.POSITIVE_INFINITY),
      own,
    );
    process.stdout.write(
      `communities: ${count} with ${own} own entries: ${kilobytes.toFixed(0)} KB each once asked, ${answer.toFixed(0)} of them for the answer; CPU of the first question ${first.toFixed(1)} ms, of the second ${second.toFixed(1)} ms; all are known ${start.toFixed(0)} ms after a start\n`,
    );
  }
  for (const own of [0, 50, 500, 2000])
    for (const { what, ms } of await benchActs(options, own))
      process.stdout.write(`communities: with ${own} own entries: CPU of /${what} ${ms.toFixed(0)} ms\n`);
  await starts();
  const { known, act, erasure, reads } = await benchNotice(options, Number(values.count));
  process.stdout.write(
    `communities: with ${known} that were asked: CPU to hear of an act of another process ${act.toFixed(1)} ms, of an erasure ${erasure.toFixed(1)} ms, for which ${reads} are read anew\n`,
  );
}

async function starts(): Promise<void> {
  for (const count of [0, 10_000, 100_000]) {
    const { ms, cpu, rss, first } = await benchStart(count);
    process.stdout.write(
      `communities: with ${count} in the database: a start takes ${(ms / 1000).toFixed(1)} s (${(cpu / 1000).toFixed(1)} s of CPU) and ${rss.toFixed(0)} MB; CPU of a first question then ${first.toFixed(1)} ms\n`,
    );
  }
}

async function history(): Promise<void> {
  const acts = Number(values.acts);
  for (const { what, ms, block, queue } of await benchHistory(acts))
    process.stdout.write(
      `history: of ${acts} acts: ${what} ${ms.toFixed(1)} ms, others waited ${block.toFixed(1)} ms at a time, for the store at most ${queue.toFixed(1)} ms\n`,
    );
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const TARGETS: Readonly<Record<string, () => Promise<void>>> = {
  discord,
  telegram,
  search,
  questions,
  encoder,
  stall,
  pace,
  servers,
  communities,
  history,
};

const target = TARGETS[positionals[0] ?? ''];
if (target) await target();
else process.stderr.write(`npm run bench -- <${Object.keys(TARGETS).join(' or ')}> [options]\n`);
process.exitCode = target ? 0 : 2;
