import { fork } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Measured } from './measure.ts';
import type { Source } from './sets.ts';

const CHILD = fileURLToPath(new URL('measure-child.js', import.meta.url));

/**
 * Measures an engine in a process of its own, so that engines share no memory and cannot delay each other.
 * @param limit seconds for reading, building and asking together
 * @returns undefined if it took longer
 * @throws Error with the last output of an engine that failed
 */
export async function measureApart(engine: string, source: Source, limit: number): Promise<Measured | undefined> {
  // The standard output of engines is not needed.
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
