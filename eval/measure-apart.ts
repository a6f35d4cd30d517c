import { fork } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Measured } from './measure.ts';
import type { Source } from './sets.ts';

const CHILD = fileURLToPath(new URL('measure-child.js', import.meta.url));

/**
 * Measures an engine in a process of its own, so that engines share no memory and none holds up the others.
 * @param limit seconds, for reading, building and asking together.
 * @returns nothing if it took longer.
 * @throws Error with the last words of an engine that failed.
 */
export async function measureApart(engine: string, source: Source, limit: number): Promise<Measured | undefined> {
  // Standard output of engines is of no interest.
  const child = fork(CHILD, [engine, JSON.stringify(source)], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const complaint = child.stderr ? text(child.stderr) : '';
  let [measured, isOver]: [Measured | undefined, boolean] = [undefined, false];
  child.once('message', (message) => {
    measured = message as Measured;
  });
  const timer = setTimeout(() => {
    isOver = child.kill('SIGKILL');
  }, limit * 1000);
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  clearTimeout(timer);
  if (measured === undefined && !isOver)
    throw new Error(`${engine}: ${/^\w*Error: .*$/m.exec(await complaint)?.[0] ?? `ended with ${code ?? signal}`}`);
  return measured;
}
