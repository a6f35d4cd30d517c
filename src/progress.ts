export interface Progress {
  readonly show: (doing: string, done: number, total: number) => void;
  readonly clear: () => void;
}

interface Stream {
  readonly isTTY?: boolean;
  readonly write: (text: string) => boolean;
}

/** Milliseconds between two lines in a log; shorter work is not reported. */
const PAUSE = 5000;

/** Shows progress in one line that is overwritten. Without a terminal, nothing is shown. */
export function showProgress(stream: Stream): Progress {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: (doing, done, total) => stream.write(`\r\u001b[K${doing} ${done}/${total}`),
    clear: () => stream.write('\r\u001b[K'),
  };
}

/**
 * Shows progress in a log, as that of a container: a line now and then, and a last one for work that was reported.
 * @param now monotonic milliseconds, for tests
 */
export function logProgress(stream: Stream, now: () => number = () => performance.now()): Progress {
  if (stream.isTTY) return showProgress(stream);
  let last = now();
  let isBegun = false;
  const show: Progress['show'] = (doing, done, total) => {
    const isEnd = isBegun && done === total;
    if (!isEnd && now() - last < PAUSE) return;
    last = now();
    isBegun = !isEnd;
    stream.write(`${doing} ${done}/${total}\n`);
  };
  return { show, clear: () => undefined };
}

/** A stream of whole lines above a prompt. @param redraw draws the prompt again */
export const aboveInput = (stream: Stream, redraw: () => void): Stream => ({
  isTTY: false,
  write: (text: string) => {
    const isRoom = stream.write(stream.isTTY ? `\r\u001b[K${text}` : text);
    redraw();
    return isRoom;
  },
});
