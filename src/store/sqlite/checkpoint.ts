import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Connection } from './connection.ts';

/** A smaller log is moved in less time than it takes to start a thread. */
const LARGE_BYTES = 2 * 1024 * 1024;

/** The built program; the sources cannot be run by a thread. */
const PROGRAM = new URL('./checkpoint-worker.js', import.meta.url);

/**
 * Moves what stands in a large log beside the file into the file, in a thread of its own: it takes up to a tenth of a second and waits
 * for the disk, and others get their turn meanwhile. What is left after it, or without a thread, is for the caller's own checkpoint.
 */
export function moveApart(sqlite: Pick<Connection, 'path'>, program: URL = PROGRAM): Promise<void> {
  const { path } = sqlite;
  if (path === undefined || sizeOf(`${path}-wal`) < LARGE_BYTES) return Promise.resolve();
  return new Promise((resolve) => {
    const worker = new Worker(program, { workerData: path });
    // Whatever went wrong there comes up again where nobody is to be spared, and is told then.
    worker.once('error', () => resolve());
    worker.once('exit', () => resolve());
  });
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
