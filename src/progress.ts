import type { WriteStream } from 'node:tty';

export interface Progress {
  readonly show: (doing: string, done: number, total: number) => void;
  readonly clear: () => void;
}

type Stream = Pick<WriteStream, 'isTTY' | 'write'>;

/** Milliseconds between two lines in a log; what takes less time than that is not worth one. */
const PAUSE = 5000;

/** One line that is written over; nothing where nobody watches. */
export function showProgress(stream: Stream): Progress {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: (doing, done, total) => stream.write(`\r\u001b[K${doing} ${done}/${total}`),
    clear: () => stream.write('\r\u001b[K'),
  };
}

/**
 * The same for what somebody waits for who only sees a log, as of a container: there it is a plain line now and then.
 * @param now milliseconds that grow; for tests.
 */
export function logProgress(stream: Stream, now: () => number = () => performance.now()): Progress {
  if (stream.isTTY) return showProgress(stream);
  let last = now();
  const show: Progress['show'] = (doing, done, total) => {
    if (now() - last < PAUSE) return;
    last = now();
    stream.write(`${doing} ${done}/${total}\n`);
  };
  return { show, clear: () => undefined };
}
