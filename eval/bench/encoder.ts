import { openEncoder } from '../../src/encoders/index.ts';
import { quantiles, type Row, timeOf } from './measuring.ts';

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

/** Milliseconds until a question has its vector. @throws Error if the encoder's package is not installed. */
export async function benchEncoder(): Promise<Row[]> {
  const encoder = await openEncoder('auto', { onProblem: (line) => void process.stderr.write(`${line}\n`) });
  const ask = (question: string) =>
    timeOf(async () => {
      if (!(await encoder?.encode([question], Number.POSITIVE_INFINITY)))
        throw new Error('there is no vector (npm ci)');
    });
  for (const question of QUESTIONS) await ask(question);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) for (const question of QUESTIONS) times.push(await ask(question));
  await encoder?.close();
  return [{ what: 'the sentence encoder for a question, p50', unit: 'ms', bound: 40, measured: quantiles(times).p50 }];
}
