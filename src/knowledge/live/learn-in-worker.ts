import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { Learn, LessonResult } from './learn.ts';

/** The built program; the sources cannot be run by a thread. */
const PROGRAM = new URL('./learn-worker.js', import.meta.url);

/**
 * Learns in a thread of its own, so that questions are answered meanwhile. It is ended if nobody wants its result; one
 * that crashes or runs out of memory rejects.
 * @param program posts its result: `LessonResult`. Default: learn-worker.
 * @param resourceLimits of the thread's own heap. Default: what the process itself may have.
 */
export function learnInWorker(program: URL = PROGRAM, resourceLimits: ResourceLimits = {}): Learn {
  return (lesson, signal) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(program, { workerData: lesson, resourceLimits });
      // Nobody waits at the end for what is being learned.
      worker.unref();
      signal.addEventListener('abort', () => void worker.terminate(), { once: true });
      worker.once('message', (result: LessonResult) => resolve(result));
      worker.once('error', (cause) => reject(new Error(`learning failed: ${cause.message}`, { cause })));
      worker.once('exit', (code) => reject(new Error(`learning ended with code ${code} before it was done`)));
    });
}
