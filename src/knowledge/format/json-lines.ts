import type { Path } from './shape.ts';

export interface JsonLines {
  /** Of a key, or of a list's item; for what is not there, that of what should hold it. */
  readonly lineOf: (path: Path) => number;
  /** Keys that stand twice in one object, of which JSON silently keeps the last. */
  readonly repeated: readonly { readonly key: string; readonly line: number }[];
}

interface Frame {
  readonly isList: boolean;
  /** The present key or index; a new key is awaited without one. */
  key: string | number | undefined;
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:\n]|[^\s"{}[\],:]+/g;

/** Where each value of a JSON text stands; `JSON.parse` does not tell. @param text valid JSON. */
export function jsonLines(text: string): JsonLines {
  let lines: Map<string, number> | undefined;
  const lineOf = (path: Path): number => {
    lines ??= linesByPath(text);
    return nearestLine(lines, path);
  };
  return { lineOf, repeated: repeatedKeys(text) };
}

function repeatedKeys(text: string): JsonLines['repeated'] {
  const repeated: { key: string; line: number }[] = [];
  const seen: Set<string>[] = [];
  walk(text, (frames, line) => {
    // What stood deeper belongs to the key or item before.
    seen.length = Math.min(seen.length, frames.length + 1);
    const key = frames.at(-1)?.key;
    if (typeof key !== 'string') return;
    const keys = seen[frames.length] ?? new Set();
    if (keys.has(key)) repeated.push({ key, line });
    seen[frames.length] = keys.add(key);
  });
  return repeated;
}

/** Names of paths cost more than all the rest, and are needed only where something is wrong. */
function linesByPath(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  walk(text, (frames, line) => lines.set(nameOf(frames.map((frame) => frame.key ?? '')), line));
  return lines;
}

/** @param note is told each key and each item of a list, when it begins. */
function walk(text: string, note: (frames: readonly Frame[], line: number) => void): void {
  const frames: Frame[] = [];
  let line = 1;
  for (const [token] of text.matchAll(TOKEN)) {
    const frame = frames.at(-1);
    if (token === '\n') line++;
    else if (token === '}' || token === ']') frames.pop();
    else if (token === ',' && frame) frame.key = typeof frame.key === 'number' ? frame.key + 1 : undefined;
    else if (frame && frame.key === undefined) {
      frame.key = String(JSON.parse(token));
      note(frames, line);
    } else if (token !== ':') {
      if (frame?.isList) note(frames, line);
      if (token === '{' || token === '[') frames.push({ isList: token === '[', key: token === '[' ? 0 : undefined });
    }
  }
}

function nearestLine(lines: ReadonlyMap<string, number>, path: Path): number {
  const line = lines.get(nameOf(path));
  if (line !== undefined) return line;
  return path.length === 0 ? 1 : nearestLine(lines, path.slice(0, -1));
}

const nameOf = (path: Path): string => JSON.stringify(path.map(String));
