/**
 * Measures answers and speed, and prints a table:
 *   npm run eval                       the shipped packs, on questions nobody tuned on (eval/questions/)
 *   npm run eval -- --data DIR [...]   data sets (see datasets.ts), or a folder of them
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../src/assembly.ts';
import type { LibraryOptions } from '../src/core/library.ts';
import { readLocales } from '../src/knowledge/locales.ts';
import { readKnowledge } from '../src/knowledge/read-knowledge.ts';
import { showProgress } from '../src/progress.ts';
import { readDataSet, readLines } from './datasets.ts';
import { measureEntries, measureSet, type Row } from './measure.ts';
import { tableOf } from './table.ts';

const isDataSet = (folder: string): boolean => ['entries.jsonl', 'paragraphs.jsonl'].some((file) => existsSync(path.join(folder, file)));

function foldersOf(dir: string): string[] {
  if (isDataSet(dir)) return [dir];
  const inside = existsSync(dir)
    ? readdirSync(dir)
        .map((name) => path.join(dir, name))
        .filter(isDataSet)
    : [];
  if (inside.length === 0) throw new Error(`${dir}: no data set (expected entries.jsonl and val.jsonl, or paragraphs.jsonl and questions.jsonl, or folders of them)`);
  return inside.sort();
}

/** The shipped packs, each in each language for which there are questions. */
async function measurePacks(options: LibraryOptions): Promise<Row[]> {
  const { packs, entries } = await readKnowledge(path.join(ROOT, 'knowledge'));
  return packs.flatMap(({ name, languages }) =>
    languages.flatMap((language) => {
      const file = path.join(ROOT, 'eval/questions', name, `${language}.jsonl`);
      if (!existsSync(file)) return [];
      const questions = readLines<{ text: string; gold: string | string[] | null }>(file).map(({ text, gold }) => ({ text, gold: gold === null ? [] : [gold].flat() }));
      return [
        measureEntries(
          `${name} ${language}`,
          entries.filter((entry) => entry.pack === name),
          questions,
          language,
          options,
        ),
      ];
    }),
  );
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { data: { type: 'string', multiple: true, default: [] } }, allowPositionals: true });
  const options = await readLocales(path.join(ROOT, 'locales'));
  const dirs = [...values.data, ...positionals];
  if (dirs.length === 0) return print(await measurePacks(options));
  const folders = dirs.flatMap(foldersOf);
  const progress = showProgress(process.stderr);
  const rows = folders.map((folder, at) => {
    progress.show(path.basename(folder), at, folders.length);
    return measureSet(readDataSet(folder), options);
  });
  progress.clear();
  print(rows);
}

function print(rows: readonly Row[]): void {
  process.stdout.write(`${tableOf(rows)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
