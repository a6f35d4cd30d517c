import { measureWalks, type Walk } from './walks.ts';

const filesOf = ({ calls }: Walk): readonly string[] => [...new Set(calls.map(({ file }) => file))].sort();

/**
 * The walks as Markdown.
 * @param isVerbose whether to list the files of each walk, with the number of their functions that were called
 */
export async function walkTable(isVerbose: boolean): Promise<string> {
  const walks = await measureWalks();
  const rows = walks.map((walk) => `| ${walk.name} | ${filesOf(walk).length} | ${walk.calls.length} |`);
  const table = ['| walk, warm | files | functions |', '|---|---|---|', ...rows, ''].join('\n');
  return isVerbose ? [table, ...walks.map(listOf)].join('\n') : table;
}

function listOf(walk: Walk): string {
  const lines = filesOf(walk).map((one) => {
    const names = walk.calls.filter(({ file }) => file === one).map(({ name }) => name || '=>');
    return `${one} (${names.length}): ${names.join(' ')}`;
  });
  return [walk.name, ...lines, ''].join('\n');
}
