import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEnglish } from '../src/encoders/english/index.ts';
import type { Kernel } from '../src/encoders/english/kernel.ts';
import { MEMORY_BYTES, WEIGHT_BYTES } from '../src/encoders/english/layout.ts';
import { packageFolder } from '../src/encoders/english/package-files.ts';
import { plainKernel } from '../src/encoders/english/plain-kernel.ts';
import { simdKernel } from '../src/encoders/english/simd-kernel.ts';
import { openEncoder } from '../src/encoders/index.ts';
import { quantile } from './metrics.ts';

export interface EncoderCosts {
  /**
   * Milliseconds of CPU for a question of ten words, with and without vector instructions; the first is undefined where
   * there are none.
   */
  readonly quick: number | undefined;
  readonly plain: number;
  /** The same for a text as long as is read. */
  readonly long: number;
  /** Milliseconds until a question has its vector from the thread. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of CPU for a question where many are encoded together, all threads counted. */
  readonly together: number;
  /** Milliseconds until the first vector, the thread's start included. */
  readonly first: number;
  /** Megabytes that the process grows by. */
  readonly memory: number;
  /** Milliseconds to make the smaller weights, and their megabytes on disk. */
  readonly making: number;
  readonly disk: number;
}

/** Ten words each. */
const QUESTIONS = [
  'how can i get my money back for a cancelled order',
  'why was my account locked after i changed my password',
  'what do i have to pay for shipping to canada',
  'is there a way to use it without internet access',
  'where do i find the settings for my phone number',
  'can i use the same account on my other computer',
  'my screen stays black after the update, what to do',
  'which documents do you need from me to open one',
  'how long does it take until the transfer is there',
  'does the free plan allow more than one team member',
];
const LONG = QUESTIONS.join('. ').repeat(2);
const ROUNDS = 30;
const MB = 2 ** 20;

/**
 * Undefined where the package is not installed. @param cacheDir where the weights are kept, so that making them is not
 * measured twice
 */
export async function benchEncoder(cacheDir: string): Promise<EncoderCosts | undefined> {
  const folder = packageFolder();
  if (folder === undefined) return undefined;
  const source = { kind: 'english', folder, cacheDir } as const;
  const asked = await askThread(cacheDir);
  const cpuWith = (kernel: Kernel | undefined, text?: string) =>
    kernel && cpuOf(loadEnglish(source, fail, kernel), text);
  const quick = cpuWith(simdKernel(MEMORY_BYTES));
  const plain = cpuWith(plainKernel(MEMORY_BYTES)) ?? 0;
  const long = cpuWith(simdKernel(MEMORY_BYTES) ?? plainKernel(MEMORY_BYTES), LONG) ?? 0;
  return { quick, plain, long, ...asked, making: timeToMake(folder), disk: WEIGHT_BYTES / MB };
}

async function askThread(
  cacheDir: string,
): Promise<Pick<EncoderCosts, 'p50' | 'p99' | 'together' | 'first' | 'memory'>> {
  const before = process.memoryUsage().rss;
  const encoder = await openEncoder('auto', { cacheDir, onProblem: fail });
  const ask = async (texts: readonly string[]): Promise<number> => {
    const start = performance.now();
    if (!(await encoder?.encode(texts, Number.POSITIVE_INFINITY))) throw new Error('the encoder gave no vectors');
    return performance.now() - start;
  };
  const first = await ask(QUESTIONS.slice(0, 1));
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) for (const question of QUESTIONS) times.push(await ask([question]));
  const memory = (process.memoryUsage().rss - before) / MB;
  const many = new Array(ROUNDS).fill(QUESTIONS).flat() as string[];
  const start = process.cpuUsage();
  await ask(many);
  const together = cpuSince(start) / many.length;
  await encoder?.close();
  times.sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), together, first, memory };
}

/** Milliseconds of CPU for each text, after some for nothing. */
function cpuOf(encode: ReturnType<typeof loadEnglish>, text?: string): number {
  const texts = text === undefined ? QUESTIONS : [text];
  for (let round = 0; round < 3; round++) encode(texts);
  const start = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++) encode(texts);
  return cpuSince(start) / ROUNDS / texts.length;
}

/** Milliseconds. */
function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function timeToMake(folder: string): number {
  const cacheDir = mkdtempSync(join(tmpdir(), 'wenda-encoder-'));
  const start = performance.now();
  loadEnglish({ kind: 'english', folder, cacheDir }, fail);
  const time = performance.now() - start;
  rmSync(cacheDir, { recursive: true });
  return time;
}

function fail(message: string): never {
  throw new Error(message);
}
