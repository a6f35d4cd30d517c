import path from 'node:path';
import { readLocales } from '../src/knowledge/languages/locales.ts';
import { readKnowledge } from '../src/knowledge/packs/read-knowledge.ts';
import { ROOT } from '../src/package.ts';
import { type CrossRow, crossPack, crossSets } from './cross-lingual.ts';
import { readDataSet } from './datasets.ts';
import { folderSources } from './sets.ts';

/**
 * The language in whose index entries of the included packs are searched that have lost their text in the question's.
 */
const INTO = 'en';

const COLUMNS: readonly (readonly [string, (row: CrossRow) => string])[] = [
  ['set', (row) => row.name],
  ['questions', (row) => String(row.questions)],
  ['top-1 %', (row) => row.top1.toFixed(1)],
  ['first 10 %', (row) => row.first10.toFixed(1)],
  ['as it is: top-1 %', (row) => row.plainTop1.toFixed(1)],
  ['as it is: first 10 %', (row) => row.plainFirst10.toFixed(1)],
];

/**
 * How often a text is found from another language, as a Markdown table.
 * @param dirs data sets whose questions are asked; none: those of the included packs
 * @param into the same paragraphs in another language
 * @throws Error if only one of the two is given
 */
export async function crossTable(dirs: readonly string[], into: string | undefined): Promise<string> {
  if (dirs.length > 0 !== (into !== undefined))
    throw new Error('--data and --into belong together: questions in one language, the same paragraphs in another');
  const options = await readLocales(path.join(ROOT, 'locales'));
  const rows =
    into === undefined
      ? await packRows()
      : dirs
          .flatMap(folderSources)
          .flatMap((source) =>
            'folder' in source ? crossSets(readDataSet(source.folder), readDataSet(into), options) : [],
          );
  const lines = [
    COLUMNS.map(([name]) => name),
    COLUMNS.map(() => '---'),
    ...rows.map((row) => COLUMNS.map(([, show]) => show(row))),
  ];
  return lines.map((line) => `| ${line.join(' | ')} |\n`).join('');
}

async function packRows(): Promise<CrossRow[]> {
  const options = await readLocales(path.join(ROOT, 'locales'));
  const { packs, entries } = await readKnowledge(path.join(ROOT, 'knowledge'));
  return packs.flatMap(({ name }) =>
    crossPack(
      name,
      entries.filter((entry) => entry.pack === name),
      INTO,
      options,
    ),
  );
}
