/**
 * Throws hostile input at a platform and checks what it does:
 *   npm run fuzz -- discord|telegram [--count 1000000] [--seed 1]
 *   npm run fuzz -- import             hostile files of 5 MB
 * Faults are printed as soon as they are seen, and the result in one line at the end, also if the run is stopped. Exit
 * code 1 if there was a fault, or if it was stopped.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, IN_MEMORY } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { MOST_FILE_BYTES } from '../src/knowledge/import/imported.ts';
import { readImport } from '../src/knowledge/import/read-import.ts';
import { logProgress } from '../src/progress.ts';
import { openStore } from '../src/store/index.ts';
import { problemsIn as problemsOnDiscord } from './check-discord.ts';
import { problemsIn } from './check-telegram.ts';
import { fuzzDiscord } from './fuzz-discord.ts';
import { fuzzTelegram } from './fuzz-telegram.ts';
import { almostInOrder, filled, HOSTILE_PARTS } from './hostile-files.ts';
import { readArguments } from './read-arguments.ts';
import { seeded } from './seeded.ts';

const { values, positionals } = readArguments(
  {
    allowPositionals: true,
    options: { count: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
  },
  'eval/fuzz.ts',
);
const count = Number(values.count);
const progress = logProgress(process.stderr);
const run = { done: 0, problems: 0, isOver: false };
const onProblem = (problem: string): void => {
  run.problems++;
  progress.clear();
  process.stderr.write(`${problem}\n`);
};
const onProgress = (what: string) => (done: number) => {
  run.done = done;
  progress.show(what, done, count);
};
const end = (why: string): void => {
  if (!run.isOver)
    process.stderr.write(
      `${why} after ${run.done} of ${count}, seed ${values.seed}: ${run.problems} problems until then\n`,
    );
  run.isOver = true;
};
process.once('exit', (code) => {
  if (run.isOver) return;
  end(`ended with ${code}`);
  if (code === 0) process.exitCode = 1;
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    progress.clear();
    end(`stopped by ${signal}`);
    process.exit(1);
  });

async function telegram(): Promise<readonly string[]> {
  const app = await createApp({
    cacheDir: readConfig().cacheDir,
    knowledgeDir: './knowledge',
    defaultLanguage: 'en',
    databaseUrl: IN_MEMORY,
    onProgress: progress.show,
  });
  const { services } = app;
  const start = Date.now();
  const { updates, calls, faqs, unreadable, problems } = await fuzzTelegram({
    services,
    openStore: () => openStore(IN_MEMORY),
    count,
    random: seeded(Number(values.seed)),
    onProgress: onProgress('updates'),
    onProblem,
    check: problemsIn,
  });
  progress.clear();
  process.stdout.write(
    `telegram: ${updates} updates, ${calls} calls, ${faqs} FAQ channels, ` +
      `${unreadable} passed over as unreadable, ${problems.length} problems, ${Math.round((Date.now() - start) / 1000)} s\n`,
  );
  await app.close();
  return problems;
}

async function discord(): Promise<readonly string[]> {
  const app = await createApp({
    cacheDir: readConfig().cacheDir,
    knowledgeDir: './knowledge',
    defaultLanguage: 'en',
    databaseUrl: IN_MEMORY,
    onProgress: progress.show,
  });
  const start = Date.now();
  const { events, calls, faqs, problems } = await fuzzDiscord({
    services: app.services,
    openStore: () => openStore(IN_MEMORY),
    count,
    random: seeded(Number(values.seed)),
    onProgress: onProgress('events'),
    onProblem,
    check: problemsOnDiscord,
  });
  progress.clear();
  process.stdout.write(
    `discord: ${events} events, ${calls} calls, ${faqs} FAQ channels, ${problems.length} problems, ` +
      `${Math.round((Date.now() - start) / 1000)} s\n`,
  );
  await app.close();
  return problems;
}

async function files(): Promise<readonly string[]> {
  const {
    files: read,
    slowest,
    problems,
  } = await fuzzImport((done, of) => {
    run.done = done;
    progress.show('files', done, of);
  }, onProblem);
  progress.clear();
  process.stdout.write(
    `import: ${read} files of 5 MB, ${(slowest / 1000).toFixed(1)} s for the slowest, ${problems.length} problems\n`,
  );
  return problems;
}

/** Processor time in milliseconds that a file of the greatest size may take. The slowest one takes a tenth of it. */
const MOST_MS = 50_000;

interface Imported {
  readonly files: number;
  /** Milliseconds of the slowest file. */
  readonly slowest: number;
  readonly problems: readonly string[];
}

/** Imports hostile files of the greatest size. @param onFile called after each file */
async function fuzzImport(
  onFile: (done: number, of: number) => void,
  onProblem: (problem: string) => void,
): Promise<Imported> {
  const repeated = Object.entries(HOSTILE_PARTS).flatMap(([name, parts]) =>
    parts.map((part) => [name, () => filled(part, MOST_FILE_BYTES), JSON.stringify(part)] as const),
  );
  const almost = almostInOrder(MOST_FILE_BYTES).map(([name, text]) => [name, () => text, 'almost in order'] as const);
  const all = [...repeated, ...almost];
  const folder = mkdtempSync(join(tmpdir(), 'wenda-fuzz-'));
  const times: number[] = [];
  const problems: string[] = [];
  for (const [name, text, what] of all) {
    const path = join(folder, name);
    writeFileSync(path, text());
    const start = process.cpuUsage();
    await readImport([path], { language: 'en' });
    const ms = process.cpuUsage(start).user / 1000;
    times.push(ms);
    if (ms > MOST_MS) problems.push(`${name}, ${what}: ${Math.round(ms / 1000)} s`);
    if (ms > MOST_MS) onProblem(problems.at(-1) ?? '');
    onFile(times.length, all.length);
  }
  rmSync(folder, { recursive: true, force: true });
  return { files: all.length, slowest: Math.max(...times), problems };
}

const TARGETS: Readonly<Record<string, () => Promise<readonly string[]>>> = { discord, telegram, import: files };

const target = TARGETS[positionals[0] ?? ''];
if (target) {
  process.exitCode = (await target()).length > 0 ? 1 : 0;
} else {
  process.stderr.write(`npm run fuzz -- <${Object.keys(TARGETS).join(', ')}> [--count 1000000] [--seed 1]\n`);
  process.exitCode = 2;
}
run.isOver = true;
