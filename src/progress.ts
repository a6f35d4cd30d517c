export interface Progress {
  readonly show: (doing: string, done: number, total: number) => void;
  readonly clear: () => void;
}

interface Stream {
  readonly isTTY?: boolean;
  readonly write: (text: string) => boolean;
}

/** Milliseconds between two lines in a log; what takes less time than that is not worth one. */
const PAUSE = 5000;

/** One line that is written over; nothing if nobody watches. */
export function showProgress(stream: Stream): Progress {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: (doing, done, total) => stream.write(`\r\u001b[K${doing} ${done}/${total}`),
    clear: () => stream.write('\r\u001b[K'),
  };
}

/**
 * Progress for readers of a log, as of a container: it is a plain line now and then, and one at the end of what was
 * told.
 * @param now milliseconds that grow; for tests.
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

/** If somebody types meanwhile: plain lines above what is being typed. @param redraw draws that again */
export const aboveInput = (stream: Stream, redraw: () => void): Stream => ({
  isTTY: false,
  write: (text: string) => {
    const isRoom = stream.write(stream.isTTY ? `\r\u001b[K${text}` : text);
    redraw();
    return isRoom;
  },
});
