import { Worker } from 'node:worker_threads';
import type { Encoder } from '../core/classifier/encoder.ts';
import type { Description, EncoderSource, Outcome } from './source.ts';

/** An encoder in a thread of its own, and its end. */
export interface RunningEncoder extends Encoder {
  readonly close: () => Promise<void>;
}

/** Milliseconds that a question waits for its vector. */
const PATIENCE = 250;
/** Calls that may wait; a further one gets nothing. */
const MOST_WAITING = 64;
/** How often the thread is started again. */
const RESTARTS = 3;

export interface ClientOptions {
  readonly program: URL;
  readonly source: EncoderSource;
  readonly description: Description;
  /** Told why the encoder is off, at most once. */
  readonly onProblem: (message: string) => void;
}

/** A call that waits, with the vectors that it has already. */
interface Call {
  readonly texts: readonly string[];
  readonly vectors: Float32Array[];
  readonly finish: (vectors: readonly Float32Array[] | undefined) => void;
}

/**
 * Starts the thread when it is first needed, and gives it one text at a time: a call with a single text, which is a
 * question, goes first. A call during which the thread crashes gets nothing, for its text may be why; the others go on
 * with the next thread.
 */
export function createClient({ program, source, description, onProblem }: ClientOptions): RunningEncoder {
  const waiting = new Set<Call>();
  let thread: Worker | undefined;
  /** Its text is with the thread; it may have been given up meanwhile. */
  let current: Call | undefined;
  let crashes = 0;
  let isOff = false;

  function start(): Worker {
    let why: string | undefined;
    return new Worker(program, { workerData: source })
      .on('message', hear)
      .once('error', (error: Error) => {
        why = error.message;
      })
      .once('exit', (code) => restart(why ?? `exit code ${code}`));
  }

  function next(): void {
    if (current || isOff) return;
    const calls = [...waiting];
    current = calls.find(({ texts }) => texts.length === 1) ?? calls[0];
    if (!current) return;
    thread ??= start();
    thread.postMessage(current.texts[current.vectors.length]);
  }

  function hear(outcome: Outcome): void {
    if ('unusable' in outcome) return void switchOff(outcome.unusable);
    const call = current;
    current = undefined;
    call?.vectors.push(outcome.vector);
    if (call?.vectors.length === call?.texts.length) call?.finish(call.vectors);
    next();
  }

  function restart(why: string): void {
    if (isOff) return;
    thread = undefined;
    current?.finish(undefined);
    current = undefined;
    crashes++;
    if (crashes <= RESTARTS) next();
    else
      void switchOff(
        `the sentence encoder is off until the next start: its thread ended ${crashes} times, ` +
          `at last with ${why} (set ENCODER=off if that stays so)`,
      );
  }

  async function switchOff(problem?: string): Promise<void> {
    if (problem !== undefined) onProblem(problem);
    isOff = true;
    for (const call of waiting) call.finish(undefined);
    await thread?.terminate();
  }

  /** The process does not end while a call waits, and is not kept by a thread that nobody waits for. */
  function holdProcess(): void {
    if (waiting.size > 0) thread?.ref();
    else thread?.unref();
  }

  const encode: Encoder['encode'] = (texts, patience = PATIENCE) =>
    new Promise((resolve) => {
      if (texts.length === 0) return resolve([]);
      if (isOff || waiting.size >= MOST_WAITING) return resolve(undefined);
      const call: Call = {
        texts,
        vectors: [],
        finish: (vectors) => {
          waiting.delete(call);
          clearTimeout(timer);
          holdProcess();
          resolve(vectors);
        },
      };
      const timer = Number.isFinite(patience) ? setTimeout(() => call.finish(undefined), patience) : undefined;
      waiting.add(call);
      next();
      holdProcess();
    });

  return { ...description, encode, close: () => switchOff() };
}
