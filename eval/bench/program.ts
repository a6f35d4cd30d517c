import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../src/package.ts';

export interface ProgramOptions {
  /** The folder in which the bot runs, with its database. */
  readonly folder: string;
  /** The folder of trained models. */
  readonly cache: string;
  /** Folders of packs. Default: the included one. */
  readonly knowledge?: readonly string[];
  /** URL of Discord's API. Default: the bot is not on Discord. */
  readonly discord?: string;
  /** Number of the processor on which all its threads run. Default: any. */
  readonly processor?: number;
  /** Megabytes above which the kernel kills it. Default: no limit. */
  readonly memory?: number;
  /** Megabytes for what communities have taught. Default: the bot's own. */
  readonly communityMemory?: number;
}

/** The bot as people start it, in a process of its own, and what the kernel knows about that process. */
export interface Program {
  /** Rejects when the process ends, with the reason. */
  readonly ended: Promise<never>;
  /** Resolves when everything is learned. @throws Error if the process ends before */
  readonly learned: () => Promise<void>;
  /** Seconds of processor time so far, of all threads together. */
  readonly processorTime: () => number;
  /** Megabytes that it uses now, and the most that it ever used. */
  readonly memory: () => { readonly held: number; readonly most: number };
  readonly stop: () => Promise<void>;
}

const TOKEN = ['b'.repeat(24), 'bench', 'b'.repeat(27)].join('.');
/** Ticks per second in /proc; the same on every Linux. */
const TICKS = 100;
/** Milliseconds between two looks at its state. */
const PULSE = 500;

/** What `npm start` tells Node. */
const flags = (): string[] =>
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts.start.match(/--\S+/g);

/** Starts the built bot. Needs Linux. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const { folder, cache, knowledge = [join(ROOT, 'knowledge')], discord, processor, communityMemory } = options;
  const port = await freePort();
  const limit = options.memory === undefined ? undefined : limitMemory(options.memory);
  const child = spawnOn(processor, [process.execPath, ...flags(), join(ROOT, 'dist/app/main.js')], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      KNOWLEDGE_DIR: knowledge.join(','),
      DATABASE_URL: `sqlite:${join(folder, 'wenda.db')}`,
      WENDA_CACHE: cache,
      WEB_PORT: String(port),
      ...(discord === undefined ? {} : { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord }),
      ...(communityMemory === undefined ? {} : { COMMUNITY_MEMORY: String(communityMemory) }),
    },
    within: limit?.processes,
  });
  const exit = once(child, 'exit');
  const ended = exit.then(([code, signal]): never => {
    throw new Error(`the bot ended with ${code ?? signal}`);
  });
  // It may reject while nobody awaits it.
  ended.catch(() => undefined);
  const proc = (name: string): string => readFileSync(`/proc/${child.pid}/${name}`, 'utf8');
  return {
    ended,
    learned: async () => {
      while (!(await isLearned(port))) await Promise.race([sleep(PULSE), ended]);
    },
    processorTime: () => {
      // The program's name comes first, in parentheses, and may contain spaces.
      const fields = proc('stat').split(') ').at(-1)?.split(' ') ?? [];
      const [user, system] = fields.slice(11, 13).map(Number) as [number, number];
      return (user + system) / TICKS;
    },
    memory: () => {
      const status = proc('status');
      const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1024;
      return { held: megabytes('VmRSS'), most: megabytes('VmHWM') };
    },
    stop: async () => {
      child.kill('SIGKILL');
      await exit;
      limit?.remove();
    },
  };
}

/** False as long as nobody listens on the port. */
async function isLearned(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
    return ((await answer.json()) as { readonly status: string }).status === 'ready';
  } catch {
    return false;
  }
}

interface SpawnOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The file with the processes of a group, which it joins. Default: it stays in its parent's group. */
  readonly within?: string;
}

/** Starts a command on one processor, without its output. */
function spawnOn(
  processor: number | undefined,
  command: readonly string[],
  { cwd, env, within }: SpawnOptions,
): ChildProcess {
  const pinned = processor === undefined ? command : ['taskset', '--cpu-list', String(processor), ...command];
  const grouped = within === undefined ? pinned : ['sh', '-c', `echo $$ > '${within}' && exec "$@"`, 'sh', ...pinned];
  const [program = '', ...args] = grouped;
  return spawn(program, args, { cwd, env, stdio: 'ignore' });
}

/** Keeps a processor busy that others need. @returns a function that ends it */
export function keepBusy(processor: number): () => void {
  const child = spawnOn(processor, [process.execPath, '--eval', 'for (;;);'], { cwd: ROOT, env: {} });
  return () => child.kill('SIGKILL');
}

/** Numbers of the processors on which this process may run. */
export function processors(): number[] {
  const list = /^Cpus_allowed_list:\s+(\S+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '';
  return list.split(',').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** A group of processes that the kernel kills if they use too much memory. */
interface MemoryLimit {
  /** A process joins by writing its id into this file. */
  readonly processes: string;
  /** To be called when no process is left in the group. */
  readonly remove: () => void;
}

const CGROUPS = '/sys/fs/cgroup';

/** @throws Error with the cure if this user may not make such a group */
function limitMemory(megabytes: number): MemoryLimit {
  const folder = join(parent(), `wenda-bench-${process.pid}`);
  try {
    mkdirSync(folder);
    const name = ['memory.max', 'memory.limit_in_bytes'].find((one) => existsSync(join(folder, one)));
    if (name === undefined) throw new Error(`${folder} has no limit of memory`);
    writeFileSync(join(folder, name), String(megabytes * 2 ** 20));
    // Nor may it use swap.
    for (const [swap, most] of [
      ['memory.swap.max', 0],
      ['memory.memsw.limit_in_bytes', megabytes * 2 ** 20],
    ] as const)
      if (existsSync(join(folder, swap))) writeFileSync(join(folder, swap), String(most));
  } catch (cause) {
    throw new Error(`memory cannot be limited (run it as root, with a cgroup that may be written): ${String(cause)}`, {
      cause,
    });
  }
  return { processes: join(folder, 'cgroup.procs'), remove: () => rmdirSync(folder) };
}

/** The folder for groups: that of cgroups v2 if the kernel has only these, else that of the memory controller. */
function parent(): string {
  if (existsSync(join(CGROUPS, 'memory/memory.limit_in_bytes'))) return join(CGROUPS, 'memory');
  // Only groups without subgroups may have processes, so the new one is beside this process's own.
  const own = /^0::(.*)$/m.exec(readFileSync('/proc/self/cgroup', 'utf8'))?.[1] ?? '/';
  return join(CGROUPS, own, own === '/' ? '.' : '..');
}
