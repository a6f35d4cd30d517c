import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { type Language, type Lesson, learn, prepare } from './learn.ts';

// The program of the thread that learning.ts begins; there, too, its failure is reported.
try {
  // This thread only: people who wait for an answer come first.
  setPriority(constants.priority.PRIORITY_LOW);
} catch {
  // If that is forbidden or unknown, it learns with the usual priority.
}
const language = workerData as Language;
if (parentPort) {
  const lesson = once(parentPort, 'message');
  prepare(language);
  const [given] = (await lesson) as [Omit<Lesson, 'locales'>];
  const result = await learn({ ...given, locales: language.locales });
  const { model } = result;
  // Transferred instead of copied, which would stop the answering thread. Small models share a buffer and are copied.
  parentPort.postMessage(result, model.byteLength === model.buffer.byteLength ? [model.buffer] : []);
}
