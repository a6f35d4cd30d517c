import type { WriteStream } from 'node:tty';

export interface Progress {
  readonly show: (doing: string, done: number, total: number) => void;
  readonly clear: () => void;
}

/** Milliseconds between two lines in a log; what takes less time than that is not worth one. */
const PAUSE = 5000;

/**
 * One line that is written over; where that cannot be, as in a container's log, a plain line now and then.
 * @param now milliseconds that grow; for tests.
 */
export function showProgress(stream: Pick<WriteStream, 'isTTY' | 'write'>, now: () => number = () => performance.now()): Progress {
  if (!stream.isTTY) return { show: seldom(stream, now), clear: () => undefined };
  return {
    show: (doing, done, total) => stream.write(`\r\u001b[K${doing} ${done}/${total}`),
    clear: () => stream.write('\r\u001b[K'),
  };
}

function seldom(stream: Pick<WriteStream, 'write'>, now: () => number): Progress['show'] {
  let last = now();
  return (doing, done, total) => {
    if (now() - last < PAUSE) return;
    last = now();
    stream.write(`${doing} ${done}/${total}\n`);
  };
}
