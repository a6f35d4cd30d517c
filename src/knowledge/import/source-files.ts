import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf, shownPath } from '../format/files.ts';
import { fault, inFile, type Problem, warning } from '../format/problem.ts';
import { entryKind } from '../packs/list-pack.ts';
import { readerOf, unreadableKind } from './read-source.ts';

export interface SourceFiles {
  /** Relative to the folder, with `/`, sorted. */
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
}

/** Most folders inside one another; deeper ones are left out with a warning. */
const DEEPEST = 12;
/** Most files in one import; a folder with more is refused. */
const MOST_FILES = 5500;
/** Files that say nothing about the folder's subject, by kind. */
const PASSED_OVER: readonly (readonly [what: string, name: RegExp])[] = [
  ['menus', /^(?:_sidebar|_footer|_navbar|_coverpage|summary)\.\w+$/i],
  [
    'pages about the project itself',
    /^(?:licen[cs]e|contributing|contributors|authors|maintainers|code[-_]of[-_]conduct|changelog|release[-_]notes|security)\.\w+$/i,
  ],
  [
    'settings of programs',
    /^(?:_category_|_meta|sidebars|docusaurus\.config|vercel|mint|crowdin|package(?:-lock)?|tsconfig|mkdocs|_config|docker-compose|compose)\.\w+$/i,
  ],
];
/** Most names of each kind that are listed in a warning. */
const MOST_NAMES = 5;

/**
 * Finds the files in a folder, and in all folders inside it, that can be imported. Links are followed only to files
 * inside the folder; all others are left out and reported.
 */
export async function sourceFiles(dir: string): Promise<SourceFiles> {
  const paths: string[] = [];
  const problems: Problem[] = [];
  const passedOver = new Map<string, string[]>();
  await list('', 1);
  for (const [what, names] of passedOver)
    problems.push(...inFile(shownPath(dir), [warning(1, 'passed-over-files', { what, names: listed(names) })]));
  return paths.length > MOST_FILES
    ? { paths: [], problems: inFile(shownPath(dir), [fault(1, 'many-source-files', { most: MOST_FILES })]) }
    : { paths, problems };

  async function list(folder: string, depth: number): Promise<void> {
    const path = join(dir, folder);
    try {
      const entries = await readdir(path, { withFileTypes: true });
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const { name } = entry;
        if (paths.length > MOST_FILES || name.startsWith('.') || name === 'node_modules') continue;
        const inner = folder === '' ? name : `${folder}/${name}`;
        const what = PASSED_OVER.find(([, names]) => names.test(name))?.[0];
        if (what !== undefined) {
          if (readerOf(name)) passedOver.set(what, [...(passedOver.get(what) ?? []), inner]);
          continue;
        }
        const unreadable = unreadableKind(name);
        const kind = await entryKind(entry, join(dir, inner), dir);
        if (typeof kind !== 'string') problems.push(...inFile(shownPath(join(dir, inner)), [kind]));
        else if (kind === 'file' && readerOf(name)) paths.push(inner);
        else if (kind === 'file' && unreadable)
          problems.push(...inFile(shownPath(join(dir, inner)), [{ ...unreadable, level: 'warning' }]));
        else if (kind === 'folder' && depth < DEEPEST) await list(inner, depth + 1);
        else if (kind === 'folder')
          problems.push(...inFile(shownPath(join(dir, inner)), [warning(1, 'passed-over-folder', { most: DEEPEST })]));
      }
    } catch (error) {
      problems.push(...inFile(shownPath(path), [fault(1, 'unreadable-folder', { reason: reasonOf(error) })]));
    }
  }
}

function listed(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return [...names.slice(0, MOST_NAMES), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}
