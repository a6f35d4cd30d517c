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
import { benchCold, benchLittleMemory, benchReloaded, benchWarm, LANGUAGES, questionsInTurn } from './small-discord.ts';
import { failed } from './starts.ts';

const QUESTION = 'Why is ChatGPT banned in China?';
const SECOND = 1000;
/** Milliseconds after which memory that was needed only for a moment is released. */
const SETTLED = 5 * SECOND;

/**
 * The folder of a part, and the cache with all that is learned about the included pack, which is made when it is first
 * needed.
 */
interface Home {
  readonly folder: string;
  readonly learned: () => Promise<Learned>;
}

interface Learned {
  readonly cache: string;
  readonly rows: readonly Row[];
}

const PARTS: Readonly<Record<string, (home: Home) => AsyncGenerator<Row>>> = {
  learning: async function* ({ learned }) {
    const { cache, rows } = await learned();
    yield* rows;
    yield onDisk(cache);
  },
  first: ({ folder }) => learningOne(folder),
  edit: ({ folder }) => learningPack(folder),
  ask: ({ folder }) => asking(folder),
  memory: async function* ({ folder, learned }) {
    yield await warm(folder, (await learned()).cache);
  },
  limit: async function* ({ folder }) {
    yield await benchLittleMemory(folder);
  },
  cold: ({ folder }) => benchCold(folder),
  warm: async function* ({ folder, learned }) {
    yield* benchWarm(folder, (await learned()).cache);
  },
  reload: async function* ({ folder, learned }) {
    yield* benchReloaded(folder, (await learned()).cache);
  },
};

/** Parts by name: `small` is all of them, `small:cold` is one. */
export const SMALL: Readonly<Record<string, () => AsyncGenerator<Row>>> = {
  small: () => benchSmall(Object.keys(PARTS)),
  ...Object.fromEntries(Object.keys(PARTS).map((name) => [`small:${name}`, () => benchSmall([name])])),
};

/**
 * The first minute on the smallest server. Needs Linux and two processors. All parts together take some eight minutes.
 */
async function* benchSmall(names: readonly string[]): AsyncGenerator<Row> {
  const home = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
  const empty = (name: string): string => {
    const folder = join(home, name);
    mkdirSync(folder);
    return folder;
  };
  let learning: Promise<Learned> | undefined;
  const learned = (): Promise<Learned> => {
    learning ??= learningAll(empty('learned'), empty('cache'));
    return learning;
  };
  try {
    for (const name of names) yield* PARTS[name]?.({ folder: empty(name), learned }) ?? [];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** @param cache empty; it is filled with all that is learned */
async function learningAll(folder: string, cache: string): Promise<Learned> {
  const program = await startProgram({ folder, cache });
  try {
    await program.learned();
    const rows: Row[] = [
      { what: 'learning the included pack, processor time', unit: 's', bound: 30, measured: program.processorTime() },
      { what: 'memory while it is learned, at most', unit: 'MB', bound: 350, measured: program.memory().most },
    ];
    return { cache, rows };
  } finally {
    await program.stop();
  }
}

async function* learningOne(folder: string): AsyncGenerator<Row> {
  const { first } = await learnt([join(folder, 'cache')]);
  yield { what: 'until the language of the first question is learned', unit: 's', bound: 4, measured: first / SECOND };
}

async function* learningPack(folder: string): AsyncGenerator<Row> {
  const { entries } = makeEntries(50, 0, 5);
  // Packs get a folder of their own: beside them, the cache would count as a broken pack, and the edit be refused.
  const packs = join(folder, 'packs');
  mkdirSync(packs);
  writeMadePack(packs, entries);
  const { first, again = 0 } = await learnt([
    join(folder, 'cache'),
    packs,
    join(packs, 'made/en', `${entries[0]?.id}.md`),
  ]);
  yield { what: 'a pack of 50 entries with five phrasings, learned', unit: 's', bound: 3, measured: first / SECOND };
  yield { what: 'the same after an edit', unit: 's', bound: 3, measured: again / SECOND };
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

async function* asking(folder: string): AsyncGenerator<Row> {
  const env = {
    ...process.env,
    WENDA_CACHE: join(folder, 'cache'),
    DATABASE_URL: `sqlite:${join(folder, 'wenda.db')}`,
  };
  const ms = await timeOf(() =>
    execFileSync('npm', ['run', '--silent', 'ask', '--', QUESTION], { cwd: ROOT, env, stdio: 'ignore' }),
  );
  yield { what: 'npm run ask in a fresh clone, built', unit: 's', bound: 6, measured: ms / SECOND };
}

/** Asks once in each of nine languages. @param cache with all that is learned */
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

/**
 * The size on disk of the package as npm installs it, without its dependencies, and of all that is learned about the
 * included pack.
 */
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
