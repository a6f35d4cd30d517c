import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { LearningNews, Lesson, Models } from './learn.ts';

export type WorkerMessage = LearningNews | { readonly kind: 'learned'; readonly models: Models };

/** Milliseconds before it begins: the first questions after a start have the machine for themselves. */
const PAUSE = 1000;

// The program of the thread; see learn-in-worker.ts. A rejection ends it, and is told there.
await setTimeout(PAUSE);
const { learn } = await import('./learn.ts');
const post = (message: WorkerMessage, handedOver: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, handedOver);
const models = await learn(workerData as Lesson, post);
// Handed over instead of copied: the thread that answers would stop for as long as copying takes. Small ones share a
// buffer.
const whole = [...models.values()].filter(({ byteLength, buffer }) => byteLength === buffer.byteLength);
post(
  { kind: 'learned', models },
  whole.map(({ buffer }) => buffer),
);
