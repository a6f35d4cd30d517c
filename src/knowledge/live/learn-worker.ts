import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { type Language, type Lesson, learn, prepare } from './learn.ts';

// The program of the thread; see learning.ts. A rejection ends it, and is told there.
try {
  // Only this thread: people who wait for an answer have the processor first.
  setPriority(constants.priority.PRIORITY_LOW);
} catch {
  // If that is forbidden or unknown, it learns beside everything else.
}
const language = workerData as Language;
if (parentPort) {
  const lesson = once(parentPort, 'message');
  prepare(language);
  const [given] = (await lesson) as [Omit<Lesson, 'locales'>];
  const result = await learn({ ...given, locales: language.locales });
  const { model } = result;
  // Handed over instead of copied: the thread that answers would stop for as long as copying takes. Small ones share a
  // buffer.
  parentPort.postMessage(result, model.byteLength === model.buffer.byteLength ? [model.buffer] : []);
}
