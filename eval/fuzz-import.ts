import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MOST_FILE_BYTES } from '../src/knowledge/import/imported.ts';
import { readImport } from '../src/knowledge/import/read-import.ts';
import { almostInOrder, filled, HOSTILE_PARTS } from './hostile-files.ts';

/** Processor time that the largest file may take; the slowest takes a tenth of it. */
const MOST_MS = 50_000;

interface Imported {
  readonly files: number;
  /** Milliseconds that the slowest took. */
  readonly slowest: number;
  readonly problems: readonly string[];
}

/** Imports hostile files as large as files may be. @param onFile is told of each that was read */
export async function fuzzImport(
  onFile: (done: number, of: number) => void,
  onProblem: (problem: string) => void,
): Promise<Imported> {
  const repeated = Object.entries(HOSTILE_PARTS).flatMap(([name, parts]) =>
    parts.map((part) => [name, () => filled(part, MOST_FILE_BYTES), JSON.stringify(part)] as const),
  );
  const almost = almostInOrder(MOST_FILE_BYTES).map(([name, text]) => [name, () => text, 'almost in order'] as const);
  const all = [...repeated, ...almost];
  const folder = mkdtempSync(join(tmpdir(), 'wenda-fuzz-'));
  const times: number[] = [];
  const problems: string[] = [];
  for (const [name, text, what] of all) {
    const path = join(folder, name);
    writeFileSync(path, text());
    const start = process.cpuUsage();
    await readImport([path], { language: 'en' });
    const ms = process.cpuUsage(start).user / 1000;
    times.push(ms);
    if (ms > MOST_MS) problems.push(`${name}, ${what}: ${Math.round(ms / 1000)} s`);
    if (ms > MOST_MS) onProblem(problems.at(-1) ?? '');
    onFile(times.length, all.length);
  }
  rmSync(folder, { recursive: true, force: true });
  return { files: all.length, slowest: Math.max(...times), problems };
}
