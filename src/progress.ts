import type { WriteStream } from 'node:tty';

export interface Progress {
  readonly show: (doing: string, done: number, total: number) => void;
  readonly clear: () => void;
}

/** One line that is written over; nothing where nobody watches. */
export function showProgress(stream: WriteStream): Progress {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: (doing, done, total) => stream.write(`\r\u001b[K${doing} ${done}/${total}`),
    clear: () => stream.write('\r\u001b[K'),
  };
}
