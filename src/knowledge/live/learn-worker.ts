import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { type Lesson, learn } from './learn.ts';

// The program of the thread; see learning.ts. A rejection ends it, and is told there.
try {
  // Only this thread: people who wait for an answer have the processor first.
  setPriority(constants.priority.PRIORITY_LOW);
} catch {
  // If that is forbidden or unknown, it learns beside everything else.
}
const result = await learn(workerData as Lesson);
const { model } = result;
// Handed over instead of copied: the thread that answers would stop for as long as copying takes. Small ones share a
// buffer.
parentPort?.postMessage(result, model.byteLength === model.buffer.byteLength ? [model.buffer] : []);
