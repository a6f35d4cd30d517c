/**
 * Kills writers, or the database under them, and checks whether anything was lost that had been acknowledged:
 *   npm run torture -- --cycles 500      a SQLite file; SIGKILL to the writer at a random moment
 *   npm run torture -- --postgres        PostgreSQL; SIGKILL to the server and all its processes, --kills 20;
 *                                        --patience 10 seconds for the server to come back, and for the writer after it
 *   npm run torture -- --power           a SQLite file; the power is cut under a recording (needs strace), --cuts 200
 *   npm run torture -- --processes       four bots with one PostgreSQL and a fake Telegram; SIGKILL and SIGSTOP to any,
 *                                        --ends 12; with --polling they fetch updates, else these are delivered
 * It prints one line at the end. Exit code 1 if anything was lost.
 */
import { showProgress } from '../src/progress.ts';
import { readArguments } from './read-arguments.ts';
import { torturePostgres } from './torture-postgres.ts';
import { torturePower } from './torture-power.ts';
import { tortureProcesses } from './torture-processes.ts';
import { tortureSqlite } from './torture-sqlite.ts';

const { values } = readArguments(
  {
    options: {
      cycles: { type: 'string', default: '500' },
      kills: { type: 'string', default: '20' },
      patience: { type: 'string', default: '10' },
      cuts: { type: 'string', default: '200' },
      postgres: { type: 'boolean', default: false },
      power: { type: 'boolean', default: false },
      processes: { type: 'boolean', default: false },
      ends: { type: 'string', default: '12' },
      polling: { type: 'boolean', default: false },
    },
  },
  'eval/torture.ts',
);
const progress = showProgress(process.stderr);
const start = Date.now();

async function sqlite(cycles: number): Promise<{ line: string; problems: readonly string[] }> {
  const { kills, early, acknowledged, unacknowledged, problems } = await tortureSqlite(cycles, Math.random, (done) =>
    progress.show('kills', done, cycles),
  );
  return {
    line:
      `SQLite: ${kills} kills (${early} before the first act), ${acknowledged} acts acknowledged, ` +
      `${unacknowledged} more kept whole`,
    problems,
  };
}

async function postgres(wanted: number): Promise<{ line: string; problems: readonly string[] }> {
  const { kills, acknowledged, unacknowledged, rejections, delays, problems } = await torturePostgres(
    wanted,
    1000 * Number(values.patience),
    Math.random,
    (done) => progress.show('kills', done, wanted),
  );
  for (const rejection of rejections.slice(0, 20)) process.stderr.write(`${rejection}\n`);
  return {
    line:
      `PostgreSQL: ${kills} kills, ${acknowledged} acts acknowledged, ${unacknowledged} more kept whole, ` +
      `${rejections.length} rejected, back after at most ${Math.max(0, ...delays)} ms`,
    problems,
  };
}

async function power(wanted: number): Promise<{ line: string; problems: readonly string[] }> {
  const { cuts, acknowledged, problems, seen, control } = await torturePower(wanted, Math.random, (done) =>
    progress.show('cuts', done, wanted),
  );
  return {
    line:
      `Power: ${cuts} cuts under ${acknowledged} acknowledged acts (on a disk that syncs no log, ${seen} of ` +
      `${control} cuts are seen to lose acts)`,
    problems,
  };
}

async function processes(wanted: number): Promise<{ line: string; problems: readonly string[] }> {
  const { kills, otherKills, halts, updates, leftOut, repeated, handovers, problems } = await tortureProcesses(
    wanted,
    values.polling,
    Math.random,
    (done) => progress.show('ends', done, wanted),
  );
  const how = values.polling ? 'fetching' : 'called by a webhook';
  return {
    line:
      `4 processes, ${how}: ${updates} updates (${leftOut} left out for their age), ${kills} kills on duty, ` +
      `${otherKills} beside it, ${halts} halts, ${repeated} said twice, handed over within ` +
      `${Math.max(0, ...handovers)} ms`,
    problems,
  };
}

const { line, problems } = await (values.processes
  ? processes(Number(values.ends))
  : values.power
    ? power(Number(values.cuts))
    : values.postgres
      ? postgres(Number(values.kills))
      : sqlite(Number(values.cycles)));
progress.clear();
for (const problem of problems.slice(0, 20)) process.stderr.write(`${problem}\n`);
process.stdout.write(
  `${line}: ${problems.length === 0 ? 'nothing lost' : `${problems.length} PROBLEMS`}, ` +
    `${((Date.now() - start) / 1000).toFixed(0)} s\n`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
