import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../src/package.ts';
import { makeEntries } from '../made-entries.ts';
import { startDiscord } from './discord.ts';
import { writeMadePack } from './made-pack.ts';
import { type Row, timeOf } from './measuring.ts';
import { startProgram } from './program.ts';
import type { Learnt } from './small-child.ts';
import { benchBusy, benchLittleMemory, LANGUAGES, questionsInTurn } from './small-discord.ts';
import { failed } from './starts.ts';

const QUESTION = 'Why is ChatGPT banned in China?';
const SECOND = 1000;
/** Milliseconds until what was only needed for a moment is let go. */
const SETTLED = 5 * SECOND;

/** The first minute on the smallest server. Needs Linux and two processors, and takes some minutes. */
export async function* benchSmall(): AsyncGenerator<Row> {
  const home = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
  const empty = (name: string): string => {
    const folder = join(home, name);
    mkdirSync(folder);
    return folder;
  };
  const cache = empty('cache');
  try {
    yield* await learningAll(empty('learning'), cache);
    yield onDisk(cache);
    yield* await learningOne(empty('one'));
    yield* await learningPack(empty('pack'));
    yield await asking(empty('asking'));
    yield await warm(empty('warm'), cache);
    yield await benchLittleMemory(empty('little'));
    yield* benchBusy(empty('busy'), cache);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** @param cache empty; then it has all that was learned */
async function learningAll(folder: string, cache: string): Promise<Row[]> {
  const program = await startProgram({ folder, cache });
  try {
    await program.learned();
    return [
      { what: 'learning the included pack, processor time', unit: 's', bound: 30, measured: program.processorTime() },
      { what: 'memory while it is learned, at most', unit: 'MB', bound: 350, measured: program.memory().most },
    ];
  } finally {
    await program.stop();
  }
}

async function learningOne(folder: string): Promise<Row[]> {
  const { first } = await learnt([join(folder, 'cache')]);
  return [
    { what: 'until the language of the first question is learned', unit: 's', bound: 4, measured: first / SECOND },
  ];
}

async function learningPack(folder: string): Promise<Row[]> {
  const { entries } = makeEntries(50, 0, 5);
  writeMadePack(folder, entries);
  const { first, again = 0 } = await learnt([
    join(folder, 'cache'),
    folder,
    join(folder, 'made/en', `${entries[0]?.id}.md`),
  ]);
  return [
    { what: 'a pack of 50 entries with five phrasings, learned', unit: 's', bound: 3, measured: first / SECOND },
    { what: 'the same after an edit', unit: 's', bound: 3, measured: again / SECOND },
  ];
}

/** Learns in a process of its own; see small-child.ts. */
async function learnt(args: readonly string[]): Promise<Learnt> {
  const child = fork(fileURLToPath(new URL('./small-child.js', import.meta.url)), args);
  try {
    const [told] = (await Promise.race([once(child, 'message'), failed(child)])) as [Learnt];
    return told;
  } finally {
    child.kill('SIGKILL');
  }
}

async function asking(folder: string): Promise<Row> {
  const env = {
    ...process.env,
    WENDA_CACHE: join(folder, 'cache'),
    DATABASE_URL: `sqlite:${join(folder, 'wenda.db')}`,
  };
  const ms = await timeOf(() =>
    execFileSync('npm', ['run', '--silent', 'ask', '--', QUESTION], { cwd: ROOT, env, stdio: 'ignore' }),
  );
  return { what: 'npm run ask in a fresh clone, built', unit: 's', bound: 6, measured: ms / SECOND };
}

/** Asked once in each of nine languages. @param cache of all that is learned */
async function warm(folder: string, cache: string): Promise<Row> {
  const discord = await startDiscord(1);
  const program = await startProgram({ folder, cache, discord: discord.url });
  try {
    await Promise.race([discord.ready, program.ended]);
    const questions = await questionsInTurn(LANGUAGES);
    await discord.ask({ paced: questions, every: SECOND, patience: SETTLED });
    return { what: 'memory once warm, with nine languages', unit: 'MB', bound: 200, measured: program.memory().held };
  } finally {
    await program.stop();
    discord.stop();
  }
}

/** The package as npm installs it, without what it depends on, and what was learned of the included pack. */
function onDisk(cache: string): Row {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8' }),
  ) as [{ readonly unpackedSize: number }];
  const files = readdirSync(cache, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(cache, name)));
  const learned = files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
  return {
    what: `the package (${megabytes(packed.unpackedSize)}) and what it learned (${megabytes(learned)}), on disk`,
    unit: 'MB',
    bound: 20,
    measured: (packed.unpackedSize + learned) / 2 ** 20,
  };
}

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;
