import { parentPort, workerData } from 'node:worker_threads';
import { type Lesson, learn } from './learn.ts';

// The program of the thread; see learn-in-worker.ts. A rejection ends it, and is told there.
const learned = await learn(workerData as Lesson);
parentPort?.postMessage(learned);
