/**
 * Runs the built program as people do, with the Node that runs this, and prints one line: `npm run smoke`. All garbage
 * is collected again and again meanwhile. A native module that breaks at a collection, as SQLite's did on a Node newer
 * than itself, then shows that in seconds instead of hours. Exit code 1 if anything is wrong.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PACK = 'knowledge/chatgpt-china-ban';
/** Two languages are enough here: a Node with other dictionaries for segmenting words learns the pack again. */
const LANGUAGES = ['en', 'zh-Hans'];
const ENGLISH = {
  question: 'What is Ernie Bot?',
  answer: 'Ernie Bot is an AI chatbot from the Chinese company Baidu.',
};
const CHINESE = { question: '文心一言是什么？', answer: '文心一言（Ernie Bot）是中国企业百度的 AI 聊天机器人。' };
/** Commands are answered in the terminal's language. */
const THANKS = 'Thanks!';
const PINNED = { question: 'Where do the lanterns sleep?', mark: 'Pinned by the moderators.' };
/** As many rounds as an hour has minutes. The garbage of each is collected. */
const ROUNDS = 60;
/** Milliseconds that the program may be silent, even if it learns on a busy machine. */
const LONGEST_MS = 300_000;
/** Milliseconds before a question is repeated whose language may still be learned. */
const PAUSE_MS = 3000;
/** Characters of the program's output that are shown if it fails. */
const SHOWN = 600;
/** Makes the program collect all garbage at each signal, and print at its end how often it did. */
const COLLECTOR = `import { isMainThread } from 'node:worker_threads';
let times = 0;
if (isMainThread) process.on('SIGUSR2', () => { gc(); times += 1; });
if (isMainThread) process.on('exit', () => process.stderr.write('collected ' + times + ' times\\n'));`;

/** The program, running. */
interface Running {
  /**
   * Types a line.
   * @returns when the words are in the output after it
   * @throws Error if the program ends before, or is silent for too long
   */
  readonly say: (line: string, words: string) => Promise<void>;
  /**
   * Types the line again and again until the words are in the output, as a program that has just started may still be
   * learning.
   */
  readonly insist: (line: string, words: string) => Promise<void>;
  /** Makes the program collect all garbage. */
  readonly collect: () => void;
  /** @returns the URL that the program says it serves */
  readonly address: () => Promise<string>;
  /**
   * Stops the program like a service.
   * @returns how often all garbage was collected
   * @throws Error if it does not end well
   */
  readonly stop: () => Promise<number>;
}

const folder = mkdtempSync(join(tmpdir(), 'wenda-smoke-'));
const environment = {
  PATH: process.env.PATH,
  HOME: folder,
  KNOWLEDGE_DIR: join(folder, 'knowledge'),
  DATABASE_URL: `sqlite:${join(folder, 'data', 'wenda.db')}`,
  LANG: 'en_US.UTF-8',
  WEB_PORT: '0',
};

async function smoke(): Promise<string> {
  copyPack();
  execFileSync(process.execPath, [join(ROOT, 'dist/app/cli.js'), 'knowledge', 'prepare'], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const collected = [await conversation(), await anotherStart(), await service()];
  const total = collected.reduce((sum, times) => sum + times, 0);
  if (total < ROUNDS) throw new Error(`all garbage was collected ${total} times only`);
  return (
    'answers in English and Chinese, keeps a pin over a restart, serves pages, ends well; all garbage ' +
    `collected ${total} times`
  );
}

function copyPack(): void {
  const target = join(folder, 'knowledge', 'pack');
  cpSync(join(ROOT, PACK, 'pack.json'), join(target, 'pack.json'));
  for (const language of LANGUAGES) cpSync(join(ROOT, PACK, language), join(target, language), { recursive: true });
}

/** A pin on an empty data folder, and then the questions and votes of an hour. */
async function conversation(): Promise<number> {
  const program = start('pipe');
  await program.insist(ENGLISH.question, ENGLISH.answer);
  await program.say(`/pin ${PINNED.question} entry: questions/what-is-chatgpt`, PINNED.question);
  await program.say(PINNED.question, PINNED.mark);
  for (let round = 0; round < ROUNDS; round += 1) {
    const { question, answer } = round % 2 === 0 ? ENGLISH : CHINESE;
    await program.say(question, answer);
    await program.say('/helpful yes', THANKS);
    program.collect();
  }
  return program.stop();
}

async function anotherStart(): Promise<number> {
  const program = start('pipe');
  await program.insist(PINNED.question, PINNED.mark);
  program.collect();
  return program.stop();
}

async function service(): Promise<number> {
  const program = start('ignore');
  const address = await program.address();
  for (const path of ['', 'healthz', 'metrics']) {
    const { status } = await fetch(`${address}${path}`);
    if (status !== 200) throw new Error(`/${path} is answered with ${status}`);
    program.collect();
  }
  return program.stop();
}

/** @param input `pipe` if it reads lines; a service has no input */
function start(input: 'pipe' | 'ignore'): Running {
  const collector = `data:text/javascript,${encodeURIComponent(COLLECTOR)}`;
  const child = spawn(process.execPath, ['--expose-gc', '--import', collector, join(ROOT, 'dist/app/main.js')], {
    cwd: folder,
    env: environment,
    stdio: [input, 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  // If the program has ended, that is noticed when its output is awaited.
  child.stdin?.on('error', () => undefined);
  const said = textOf(child.stdout);
  const errors = textOf(child.stderr);
  const shown = () => `${said().slice(-SHOWN)}\n${errors().slice(-SHOWN)}`;
  const found = async <T>(look: () => T | undefined, what: string): Promise<T> => {
    for (const end = Date.now() + LONGEST_MS; ; await sleep(10)) {
      const value = look();
      if (value !== undefined) return value;
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`the program ended with ${endingOf(child)} before it ${what}\n${shown()}`);
      if (Date.now() > end) throw new Error(`within ${LONGEST_MS / 1000} s the program has not ${what}\n${shown()}`);
    }
  };
  const type = (line: string) => void child.stdin?.write(`${line}\n`);
  const hear = (line: string, words: string, from: number) =>
    found(() => (said().includes(words, from) ? words : undefined), `said “${words}” to “${line}”`);
  return {
    say: async (line, words) => {
      const from = said().length;
      type(line);
      await hear(line, words, from);
    },
    insist: async (line, words) => {
      type(line);
      const again = setInterval(type, PAUSE_MS, line);
      await hear(line, words, 0).finally(() => clearInterval(again));
    },
    collect: () => void child.kill('SIGUSR2'),
    address: () => found(() => /http:\/\/127\.0\.0\.1:\d+\//.exec(errors())?.[0], 'said where it serves pages'),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      if (child.exitCode !== 0)
        throw new Error(`the program was told to stop and ended with ${endingOf(child)}\n${shown()}`);
      return Number(/collected (\d+) times/.exec(errors())?.[1] ?? 0);
    },
  };
}

/** All output of a stream so far. */
function textOf(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
}

const endingOf = ({ exitCode, signalCode }: ChildProcess): string =>
  signalCode === null ? `exit code ${exitCode}` : `signal ${signalCode}`;

try {
  process.stdout.write(`Node ${process.version}: ${await smoke()}\n`);
} catch (error) {
  process.stdout.write(`Node ${process.version}: FAILED: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
