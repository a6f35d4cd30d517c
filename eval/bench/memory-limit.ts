import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A group of processes that the kernel kills when they take more memory. */
export interface MemoryLimit {
  /** A process joins when its id is written here. */
  readonly processes: string;
  /** Once no process is left in it. */
  readonly remove: () => void;
}

const ROOT = '/sys/fs/cgroup';

/** @throws Error with the cure if this user may make no such group */
export function limitMemory(megabytes: number): MemoryLimit {
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
  if (existsSync(join(ROOT, 'memory/memory.limit_in_bytes'))) return join(ROOT, 'memory');
  // Processes may be in the leaves only, so it is beside the group of this process.
  const own = /^0::(.*)$/m.exec(readFileSync('/proc/self/cgroup', 'utf8'))?.[1] ?? '/';
  return join(ROOT, own, own === '/' ? '.' : '..');
}
