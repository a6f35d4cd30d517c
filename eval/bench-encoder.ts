import { openEncoder } from '../src/encoders/index.ts';
import { quantile } from './metrics.ts';

export interface EncoderCosts {
  /** Milliseconds until a question has its vector from the thread. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds until the first vector, the thread's start included. */
  readonly first: number;
  /** Megabytes that the process grows by. */
  readonly memory: number;
}

const QUESTIONS = [
  'how can i get my money back for a cancelled order',
  'why was my account locked after i changed my password',
  'what do i have to pay for shipping to canada',
  'is there a way to use it without internet access',
  'where do i find the settings for my phone number',
  'can i use the same account on my other computer',
  'my screen stays black after the update, what to do',
  'which documents do you need',
  'how long does it take',
  'does the free plan allow more than one team member',
  'why is it banned?',
  'who decided that?',
];
const ROUNDS = 10;

/** Undefined if the encoder's package is not installed. */
export async function benchEncoder(): Promise<EncoderCosts | undefined> {
  const before = process.memoryUsage.rss();
  const encoder = await openEncoder('auto', { onProblem: (line) => void process.stderr.write(`${line}\n`) });
  if (!encoder) return undefined;
  const ask = async (question: string): Promise<number> => {
    const start = performance.now();
    if (!(await encoder.encode([question], Number.POSITIVE_INFINITY))) throw new Error('the encoder gave no vector');
    return performance.now() - start;
  };
  const first = await ask('hello');
  for (const question of QUESTIONS) await ask(question);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) for (const question of QUESTIONS) times.push(await ask(question));
  const memory = (process.memoryUsage.rss() - before) / 2 ** 20;
  await encoder.close();
  times.sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), first, memory };
}
