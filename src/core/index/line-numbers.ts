/** Lines, and where each is found: plain data. */
export interface KeptLines {
  /** As `joinLines` joins them. */
  readonly text: string;
  /** Where each line begins, and where one behind the last would. */
  readonly starts: Int32Array;
  /** A place for each line, counted from 1, at its hash or behind; half of the places at least are free. */
  readonly table: Int32Array;
}

/** Which number each line of a text has. */
export interface LineNumbers {
  /** How many lines there are. */
  readonly size: number;
  /**
   * Counted from 0; -1 for what is no line. @param from and `to`: the part of a text that is meant. Default: all of it.
   */
  readonly of: (text: string, from?: number, to?: number) => number;
}

/** @param lines without line breaks; none twice, none empty. */
export function keepLines(lines: Iterable<string>): KeptLines {
  const text = joinLines(lines);
  const starts = startsOfLines(text);
  return { text, starts, table: tableOf(text, starts) };
}

/**
 * Finds lines by what they say, where they stand: an index has a hundred thousand terms and features, and a string and
 * a place in a map for each would take most of the time in which it is opened.
 */
export function lineNumbers({ text, starts, table }: KeptLines): LineNumbers {
  const size = starts.length - 1;
  const mask = table.length - 1;
  const find = (line: string, from = 0, to = line.length): number => {
    for (let at = hashOf(line, from, to) & mask; ; at = (at + 1) & mask) {
      const number = (table[at] ?? 0) - 1;
      if (number < 0 || isAt(line, from, to, number)) return number;
    }
  };
  const isAt = (line: string, from: number, to: number, number: number): boolean => {
    const start = (starts[number] ?? 0) - from;
    if ((starts[number + 1] ?? 0) - start !== to + 1) return false;
    for (let at = from; at < to; at++) if (text.charCodeAt(start + at) !== line.charCodeAt(at)) return false;
    return true;
  };
  return { size, of: find };
}

function startsOfLines(lines: string): Int32Array {
  const starts: number[] = [0];
  if (lines === '') return Int32Array.from(starts);
  for (let at = lines.indexOf('\n'); at >= 0; at = lines.indexOf('\n', at + 1)) starts.push(at + 1);
  starts.push(lines.length + 1);
  return Int32Array.from(starts);
}

function tableOf(lines: string, starts: Int32Array): Int32Array {
  const table = new Int32Array(2 ** Math.ceil(Math.log2(2 * starts.length)));
  const mask = table.length - 1;
  for (let number = 0; number + 1 < starts.length; number++) {
    let at = hashOf(lines, starts[number] ?? 0, (starts[number + 1] ?? 0) - 1) & mask;
    while (table[at] !== 0) at = (at + 1) & mask;
    table[at] = number + 1;
  }
  return table;
}

/**
 * FNV-1a over the units of a part of a text; its high bits are folded in, for the low ones alone are not told apart
 * enough.
 */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Many short texts as one, which is read back some ten times faster than a list. None may contain a line break. */
export const joinLines = (texts: Iterable<string>): string => [...texts].join('\n');

/** What `joinLines` has joined; an empty text was no line. */
export const splitLines = (lines: string): string[] => (lines === '' ? [] : lines.split('\n'));
