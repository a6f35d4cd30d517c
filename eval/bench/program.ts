import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../src/package.ts';

export interface ProgramOptions {
  /** Where it runs, and keeps its database. */
  readonly folder: string;
  /** The folder of what was learned. */
  readonly cache: string;
  /** Folders of packs. Default: the included one. */
  readonly knowledge?: readonly string[];
  /** Address of Discord. Default: the bot is not on Discord. */
  readonly discord?: string;
  /** The number of the processor on which all its threads run. Default: any. */
  readonly processor?: number;
  /** Megabytes beyond which its kernel kills it. Default: there is no limit. */
  readonly memory?: number;
  /** Megabytes for what communities have taught. Default: that of the bot. */
  readonly communityMemory?: number;
}

/** The bot as people start it, in a process of its own, and what the kernel says of that process. */
export interface Program {
  /** Rejects when the process ends, and says how. */
  readonly ended: Promise<never>;
  /** Resolves once nothing is left to be learned. @throws Error if the process ends before. */
  readonly learned: () => Promise<void>;
  /** Seconds of processor time so far, of all threads. */
  readonly processorTime: () => number;
  /** Megabytes that it holds now, and that it held at its most. */
  readonly memory: () => { readonly held: number; readonly most: number };
  readonly stop: () => Promise<void>;
}

const TOKEN = ['b'.repeat(24), 'bench', 'b'.repeat(27)].join('.');
/** Ticks of a second in /proc, on every Linux. */
const TICKS = 100;
/** Milliseconds between two looks. */
const PULSE = 500;

/** Starts the built bot. Needs Linux. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const { folder, cache, knowledge = [join(ROOT, 'knowledge')], discord, processor, communityMemory } = options;
  const port = await freePort();
  const limit = options.memory === undefined ? undefined : limitMemory(options.memory);
  const child = spawnOn(processor, [process.execPath, join(ROOT, 'dist/app/main.js')], {
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
  // Whether anybody waits for it or not.
  ended.catch(() => undefined);
  const proc = (name: string): string => readFileSync(`/proc/${child.pid}/${name}`, 'utf8');
  return {
    ended,
    learned: async () => {
      while (!(await isLearned(port))) await Promise.race([sleep(PULSE), ended]);
    },
    processorTime: () => {
      // The name of the program comes first, in parentheses, and may hold spaces.
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

/** Nobody listens there before it is ready. */
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
  /** The file that lists the processes of a group, which it joins. Default: it stays in that of its parent. */
  readonly within?: string;
}

/** Starts a command on one processor; its messages go nowhere. */
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

/** Does nothing but work, on a processor that others need. @returns ends it */
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

/** A group of processes that the kernel kills when they take more memory. */
interface MemoryLimit {
  /** A process joins when its id is written here. */
  readonly processes: string;
  /** Once no process is left in it. */
  readonly remove: () => void;
}

const CGROUPS = '/sys/fs/cgroup';

/** @throws Error with the cure if this user may make no such group */
function limitMemory(megabytes: number): MemoryLimit {
  const folder = join(parent(), `wenda-bench-${process.pid}`);
  try {
    mkdirSync(folder);
    const name = ['memory.max', 'memory.limit_in_bytes'].find((one) => existsSync(join(folder, one)));
    if (name === undefined) throw new Error(`${folder} has no limit of memory`);
    writeFileSync(join(folder, name), String(megabytes * 2 ** 20));
    // Nor may it put aside what is too much.
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

/** The folder of groups: of the second kind if the kernel has only these, else that of memory. */
function parent(): string {
  if (existsSync(join(CGROUPS, 'memory/memory.limit_in_bytes'))) return join(CGROUPS, 'memory');
  // Processes may be in the leaves only, so it is beside the group of this process.
  const own = /^0::(.*)$/m.exec(readFileSync('/proc/self/cgroup', 'utf8'))?.[1] ?? '/';
  return join(CGROUPS, own, own === '/' ? '.' : '..');
}
