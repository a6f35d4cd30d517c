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
  const lines = new Map<string, number>();
  const repeated: { key: string; line: number }[] = [];
  const frames: Frame[] = [];
  let line = 1;
  const note = (key: string) => {
    const path = nameOf(frames.map((frame) => frame.key ?? ''));
    if (lines.has(path)) repeated.push({ key, line });
    lines.set(path, line);
  };
  for (const [token] of text.matchAll(TOKEN)) {
    const frame = frames.at(-1);
    if (token === '\n') line++;
    else if (token === '}' || token === ']') frames.pop();
    else if (token === ',' && frame) frame.key = typeof frame.key === 'number' ? frame.key + 1 : undefined;
    else if (frame && frame.key === undefined) {
      frame.key = String(JSON.parse(token));
      note(frame.key);
    } else if (token !== ':') {
      if (frame?.isList) note(String(frame.key));
      if (token === '{' || token === '[') frames.push({ isList: token === '[', key: token === '[' ? 0 : undefined });
    }
  }
  return { lineOf: (path) => nearestLine(lines, path), repeated };
}

function nearestLine(lines: ReadonlyMap<string, number>, path: Path): number {
  const line = lines.get(nameOf(path));
  if (line !== undefined) return line;
  return path.length === 0 ? 1 : nearestLine(lines, path.slice(0, -1));
}

const nameOf = (path: Path): string => JSON.stringify(path.map(String));
