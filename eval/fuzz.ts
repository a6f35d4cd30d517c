/**
 * Throws hostile input at a platform and looks at what comes of it:
 *   npm run fuzz -- discord|telegram [--count 1000000] [--seed 1]
 * One line at the end; exit code 1 where anything was wrong.
 */
import { createApp, IN_MEMORY } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { logProgress } from '../src/progress.ts';
import { openStore } from '../src/store/index.ts';
import { problemsIn as problemsOnDiscord } from './check-discord.ts';
import { problemsIn } from './check-telegram.ts';
import { fuzzDiscord } from './fuzz-discord.ts';
import { fuzzTelegram } from './fuzz-telegram.ts';
import { readArguments } from './read-arguments.ts';
import { seeded } from './seeded.ts';

const { values, positionals } = readArguments({ allowPositionals: true, options: { count: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } } }, 'eval/fuzz.ts');
const count = Number(values.count);
// A run takes minutes: where something ends it, its last lines tell how far it came.
const progress = logProgress(process.stderr);
let isDone = false;
process.once('exit', (code) => {
  if (isDone) return;
  process.stderr.write(`ended with ${code} before the result\n`);
  if (code === 0) process.exitCode = 1;
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

async function telegram(): Promise<readonly string[]> {
  const app = await createApp({ cacheDir: readConfig().cacheDir, knowledgeDir: './knowledge', defaultLanguage: 'en', databaseUrl: IN_MEMORY, onProgress: progress.show });
  const { services } = app;
  const start = Date.now();
  const onProgress = (done: number) => progress.show('updates', done, count);
  const { updates, calls, unreadable, problems } = await fuzzTelegram({ services, openStore: () => openStore(IN_MEMORY), count, random: seeded(Number(values.seed)), onProgress, check: problemsIn });
  progress.clear();
  process.stdout.write(`telegram: ${updates} updates, ${calls} calls, ${unreadable} passed over as unreadable, ${problems.length} problems, ${Math.round((Date.now() - start) / 1000)} s\n`);
  await app.close();
  return problems;
}

async function discord(): Promise<readonly string[]> {
  const app = await createApp({ cacheDir: readConfig().cacheDir, knowledgeDir: './knowledge', defaultLanguage: 'en', databaseUrl: IN_MEMORY, onProgress: progress.show });
  const start = Date.now();
  const onProgress = (done: number) => progress.show('events', done, count);
  const { events, calls, problems } = await fuzzDiscord({
    services: app.services,
    openStore: () => openStore(IN_MEMORY),
    count,
    random: seeded(Number(values.seed)),
    onProgress,
    check: problemsOnDiscord,
  });
  progress.clear();
  process.stdout.write(`discord: ${events} events, ${calls} calls, ${problems.length} problems, ${Math.round((Date.now() - start) / 1000)} s\n`);
  await app.close();
  return problems;
}

const TARGETS: Readonly<Record<string, () => Promise<readonly string[]>>> = { discord, telegram };

const target = TARGETS[positionals[0] ?? ''];
if (target) {
  const problems = await target();
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exitCode = problems.length > 0 ? 1 : 0;
  isDone = true;
} else {
  process.stderr.write(`npm run fuzz -- <${Object.keys(TARGETS).join(' or ')}> [--count 1000000] [--seed 1]\n`);
  process.exitCode = 2;
  isDone = true;
}
