import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A writer process, ready to begin. */
export interface Writer {
  readonly begin: () => void;
  /** Asks it to come to an end. @returns its exit code */
  readonly stop: () => Promise<number | null>;
  /** @returns when it is gone */
  readonly kill: () => Promise<void>;
  readonly isRunning: () => boolean;
}

export interface WriterOptions {
  /** A program that runs it, with its arguments. */
  readonly under?: readonly string[];
  /** Milliseconds that it waits for a server that went away. Default: as the bot does. */
  readonly patience?: number;
}

/** @param onLine is told each line that it prints, without a torn last one */
export function startWriter(
  url: string,
  prefix: string,
  onLine: (line: string) => void,
  { under = [], patience }: WriterOptions = {},
): Writer {
  const writer = [
    process.execPath,
    fileURLToPath(new URL('./torture-writer.js', import.meta.url)),
    url,
    prefix,
    ...(patience === undefined ? [] : [String(patience)]),
  ];
  const child = spawn(under[0] ?? process.execPath, [...under, ...writer].slice(1), {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  readLines(child, onLine);
  const closed = once(child, 'close');
  // A message to a process that has just gone is of no use to anyone.
  const send = () => child.send('', () => undefined);
  return {
    begin: () => void send(),
    stop: async () => {
      send();
      await closed;
      return child.exitCode;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
    isRunning: () => child.exitCode === null && child.signalCode === null,
  };
}

function readLines(child: ChildProcess, onLine: (line: string) => void): void {
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
}

/** The name and id of a line that acknowledges an act. */
export function acknowledgement(line: string): [name: string, id: number] | undefined {
  const [word, name, id] = line.split(' ');
  return word === 'ack' && name !== undefined ? [name, Number(id)] : undefined;
}
