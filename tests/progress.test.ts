import { describe, expect, it } from 'vitest';
import { aboveInput, logProgress, showProgress } from '../src/progress.ts';

/** What is written while the clock stands at the given milliseconds, one after the other. */
function writtenAt(isTTY: boolean, times: readonly number[]): string[] {
  const written: string[] = [];
  let time = 0;
  const { show, clear } = logProgress({ isTTY, write: (text: unknown) => written.push(String(text)) > 0 }, () => time);
  for (const [done, at] of times.entries()) {
    time = at;
    show('learning', done, times.length);
  }
  clear();
  return written;
}

describe('progress', () => {
  it('is one line on a terminal, gone at the end', () =>
    expect(writtenAt(true, [0, 10])).toEqual(['\r\u001b[Klearning 0/2', '\r\u001b[Klearning 1/2', '\r\u001b[K']));
  it('is a plain line now and then in a log', () =>
    expect(writtenAt(false, [0, 4000, 6000, 7000, 12_000])).toEqual(['learning 2/5\n', 'learning 4/5\n']));
  it('is told to its end in a log, once it was told', () => {
    const written: string[] = [];
    let time = 0;
    const { show } = logProgress({ isTTY: false, write: (text) => written.push(text) > 0 }, () => time);
    const pass = (doing: string, done: number, seconds: number) => {
      time += 1000 * seconds;
      show(doing, done, 3);
    };
    pass('learning', 0, 6);
    for (const done of [1, 2, 3]) pass('learning', done, 1);
    for (const done of [1, 2, 3]) pass('learning', done, 1);
    expect(written).toEqual(['learning 0/3\n', 'learning 3/3\n']);
  });
  it('is plain lines above what is being typed, which is drawn again', () => {
    const written: string[] = [];
    const above = (isTTY: boolean) =>
      aboveInput({ isTTY, write: (text) => written.push(text) > 0 }, () => {
        written.push('› my ques');
      });
    above(true).write('learning 1/9\n');
    above(false).write('learning 2/9\n');
    expect(written).toEqual(['\r\u001b[Klearning 1/9\n', '› my ques', 'learning 2/9\n', '› my ques']);
    expect(above(true).isTTY).toBe(false);
  });
  it('is nothing in a log where all goes fast', () => expect(writtenAt(false, [0, 10, 20])).toEqual([]));
  it('is nothing where nobody watches', () => {
    const { show, clear } = showProgress({ isTTY: false, write: () => expect.unreachable() });
    show('asking', 1, 2);
    clear();
  });
});
