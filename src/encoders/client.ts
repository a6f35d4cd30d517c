import { Worker } from 'node:worker_threads';
import type { Encoder } from '../core/classifier/encoder.ts';
import type { Job, Outcome } from './messages.ts';
import type { Description, EncoderSource } from './source.ts';

/** An encoder in a thread of its own, and its end. */
export interface RunningEncoder extends Encoder {
  readonly close: () => Promise<void>;
}

export interface Limits {
  /** Milliseconds that a question waits for its vector. */
  readonly patience: number;
  /** Calls that may wait; a further one gets nothing. */
  readonly waiting: number;
  /** Texts that are encoded at once; a question waits for no more than these. */
  readonly batch: number;
  /** How often the thread is started again. */
  readonly restarts: number;
  /** Milliseconds for a batch, after which the thread counts as stuck. The first one includes loading. */
  readonly stuck: number;
}

const LIMITS: Limits = { patience: 250, waiting: 64, batch: 8, restarts: 3, stuck: 60_000 };

export interface ClientOptions {
  readonly program: URL;
  readonly source: EncoderSource;
  readonly description: Description;
  /** Told what the operator should know, a line each, and each once. */
  readonly onProblem: (message: string) => void;
  readonly limits?: Partial<Limits>;
}

/** A call that waits. */
interface Call {
  readonly texts: readonly string[];
  readonly vectors: Float32Array[];
  readonly settle: (vectors: readonly Float32Array[] | undefined) => void;
}

/**
 * Starts the thread when it is first needed. Calls with few texts go before those with many, which are encoded batch by
 * batch. A call whose thread ends gets nothing, for its text may be why; those that wait go on with the next thread.
 */
export function createClient({ program, source, description, onProblem, limits }: ClientOptions): RunningEncoder {
  const { patience: usual, waiting: mostWaiting, batch, restarts, stuck } = { ...LIMITS, ...limits };
  const waiting = new Set<Call>();
  const told = new Set<string>();
  let thread: Worker | undefined;
  /** The call whose texts the thread has; it may have been given up meanwhile. */
  let current: { readonly call: Call; readonly alarm: NodeJS.Timeout } | undefined;
  let ended = 0;
  let isOff = false;

  function tell(message: string): void {
    if (!told.has(message)) onProblem(message);
    told.add(message);
  }

  function start(): Worker {
    const started = new Worker(program, { workerData: source });
    let why: string | undefined;
    started.on('message', (outcome: Outcome) => hear(outcome));
    started.once('error', (error: Error) => {
      why = error.message;
    });
    started.once('exit', (code) => restart(why ?? `exit code ${code}`));
    return started;
  }

  function next(): void {
    if (current) return;
    const calls = [...waiting];
    const call = calls.find(({ texts }) => texts.length <= batch) ?? calls[0];
    if (!call) return;
    const asked = thread ?? start();
    thread = asked;
    const job: Job = { texts: call.texts.slice(call.vectors.length, call.vectors.length + batch) };
    current = { call, alarm: setTimeout(() => void asked.terminate(), stuck).unref() };
    asked.postMessage(job);
  }

  /** The process does not end while a call waits, and is not kept by a thread that nobody waits for. */
  function hold(): void {
    if (waiting.size > 0) thread?.ref();
    else thread?.unref();
  }

  function hear(outcome: Outcome): void {
    if (outcome.kind === 'notice') tell(outcome.message);
    else if (outcome.kind === 'unusable') void switchOff(outcome.message);
    else {
      const call = release();
      if (call) take(call, outcome.vectors);
      next();
    }
  }

  function take(call: Call, vectors: Float32Array): void {
    const { dimension } = description;
    for (let at = 0; at < vectors.length; at += dimension) call.vectors.push(vectors.subarray(at, at + dimension));
    if (call.vectors.length === call.texts.length) call.settle(call.vectors);
  }

  function release(): Call | undefined {
    const call = current?.call;
    clearTimeout(current?.alarm);
    current = undefined;
    return call;
  }

  function restart(why: string): void {
    if (isOff) return;
    thread = undefined;
    release()?.settle(undefined);
    if (++ended > restarts)
      return void switchOff(
        `the sentence encoder is off until the next start: its thread ended ${ended} times, at last with ${why} (set ENCODER=off if that stays so)`,
      );
    next();
  }

  async function switchOff(message?: string): Promise<void> {
    if (message !== undefined) tell(message);
    isOff = true;
    release();
    for (const call of waiting) call.settle(undefined);
    const stopped = thread;
    thread = undefined;
    await stopped?.terminate();
  }

  const encode: Encoder['encode'] = (texts, patience = usual) =>
    new Promise((resolve) => {
      if (texts.length === 0) return resolve([]);
      if (isOff || waiting.size >= mostWaiting) return resolve(undefined);
      const call: Call = {
        texts,
        vectors: [],
        settle: (vectors) => {
          waiting.delete(call);
          clearTimeout(timer);
          hold();
          resolve(vectors);
        },
      };
      const timer = Number.isFinite(patience) ? setTimeout(() => call.settle(undefined), patience) : undefined;
      waiting.add(call);
      next();
      hold();
    });

  return { ...description, encode, close: () => switchOff() };
}
