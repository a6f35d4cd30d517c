import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process that writes, ready to begin. */
export interface Writer {
  readonly begin: () => void;
  /** Asks it to end. @returns its exit code */
  readonly stop: () => Promise<number | null>;
  /** @returns when it has ended */
  readonly kill: () => Promise<void>;
  readonly isRunning: () => boolean;
}

export interface WriterOptions {
  /** A program that runs the writer, with its arguments. Default: none. */
  readonly under?: readonly string[];
  /** Milliseconds for which it waits for a lost server. Default: the bot's. */
  readonly patience?: number;
}

/** @param onLine called with each line that it prints, but not with an incomplete last one */
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
  // Sending fails if the process has just ended, which does not matter.
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

/** Name and id in a line that acknowledges an act. */
export function acknowledgement(line: string): [name: string, id: number] | undefined {
  const [word, name, id] = line.split(' ');
  return word === 'ack' && name !== undefined ? [name, Number(id)] : undefined;
}
