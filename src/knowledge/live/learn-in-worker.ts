import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { Learn } from './learn.ts';
import type { WorkerMessage } from './learn-worker.ts';

/** The built program; the sources cannot be run by a thread. */
const PROGRAM = new URL('./learn-worker.js', import.meta.url);

/**
 * Learns in a thread of its own, so that questions are answered meanwhile. It is ended if nobody wants its result; one
 * that crashes or runs out of memory rejects.
 * @param program posts news, and at last its result: `WorkerMessage`. Default: learn-worker.
 * @param resourceLimits of the thread's own heap. Default: what the process itself may have.
 */
export function learnInWorker(program: URL = PROGRAM, resourceLimits: ResourceLimits = {}): Learn {
  return (lesson, signal, hear) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(program, { workerData: lesson, resourceLimits });
      // Nobody waits at the end for what is being learned.
      worker.unref();
      signal.addEventListener('abort', () => void worker.terminate(), { once: true });
      worker.on('message', (message: WorkerMessage) =>
        message.kind === 'learned' ? resolve(message.models) : hear(message),
      );
      worker.once('error', (cause) => reject(new Error(`learning failed: ${cause.message}`, { cause })));
      worker.once('exit', (code) => reject(new Error(`learning ended with code ${code} before it was done`)));
    });
}
