import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Connection } from './connection.ts';

/** A smaller log is moved in less time than it takes to start a thread. */
const LARGE_BYTES = 2 * 1024 * 1024;
/** Milliseconds that the thread waits for more: to start it takes as long as what it does. */
const REST_MS = 5000;

/** The built program; the sources cannot be run by a thread. */
const PROGRAM = new URL('./checkpoint-worker.js', import.meta.url);

/**
 * Moves a large log beside the file into the file, in a thread of its own: it takes up to a tenth of a second and waits
 * for the disk, and others get their turn meanwhile. What is left after it, or without a thread, is for the caller's
 * own checkpoint.
 */
export interface Mover {
  /** Beside transactions. */
  readonly move: () => Promise<void>;
  /** Cuts the log, too: only while there is no transaction. */
  readonly empty: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export function createMover({ path }: Pick<Connection, 'path'>, program: URL = PROGRAM): Mover {
  const runs = createRuns(path, program);
  const run = async (mode: 'PASSIVE' | 'TRUNCATE'): Promise<void> => {
    if (path !== undefined && sizeOf(`${path}-wal`) >= LARGE_BYTES) await runs.run(mode);
  };
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const inOrder = (mode: 'PASSIVE' | 'TRUNCATE'): Promise<void> => {
    last = last.then(() => run(mode));
    return last;
  };
  return {
    // One that waits moves everything that is there when its turn comes.
    move: () => {
      next ??= last.then(() => {
        next = undefined;
        return inOrder('PASSIVE');
      });
      return next;
    },
    empty: () => inOrder('TRUNCATE'),
    close: () => (next ?? last).then(() => last).then(runs.end),
  };
}

interface Runs {
  /** Never rejects: whatever went wrong there comes up again when nobody is to be spared, and is told then. */
  readonly run: (mode: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** A thread that starts when it is needed and ends when it is not. */
function createRuns(path: string | undefined, program: URL): Runs {
  let thread: Worker | undefined;
  let resting: NodeJS.Timeout | undefined;
  let ended = (): void => undefined;
  const start = (): Worker => {
    const started = new Worker(program, { workerData: path });
    // An error is followed by the exit, when another thread may be at work.
    const gone = (): void => {
      if (thread !== started) return;
      thread = undefined;
      ended();
    };
    return started
      .on('message', () => ended())
      .on('error', gone)
      .on('exit', gone);
  };
  const whenOver = (worker: Worker, message: string): Promise<void> => {
    clearTimeout(resting);
    worker.ref();
    return new Promise<void>((resolve) => {
      ended = resolve;
      worker.postMessage(message);
    });
  };
  const end = async (): Promise<void> => {
    if (thread) await whenOver(thread, 'end');
  };
  return {
    run: async (mode) => {
      thread ??= start();
      await whenOver(thread, mode);
      thread?.unref();
      resting = setTimeout(() => void end(), REST_MS).unref();
    },
    end,
  };
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
