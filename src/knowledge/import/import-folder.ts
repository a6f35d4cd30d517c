import { hasErrors } from '../problem.ts';
import { keyOf } from '../write/effective-texts.ts';
import { readForeignTrees, type TreeLimits } from '../write/read-trees.ts';
import type { PackTree } from '../write/records.ts';
import { type Import, type ImportedEntry, type ImportedPack, MOST_ENTRIES, refusedImport } from './imported.ts';

const LIMITS: TreeLimits = { mostFiles: MOST_ENTRIES + 500, mostBytes: 64 * 1024 * 1024 };

/** Reads a pack, or a folder of packs, in the knowledge format, by the rules of the check of knowledge. */
export async function readFolder(dir: string): Promise<Import> {
  const { trees, packs, problems } = await readForeignTrees(dir, LIMITS);
  if (hasErrors(problems)) return refusedImport(problems);
  return {
    packs: trees.map((tree, at) => {
      const entries = (packs[at]?.files ?? []).flatMap(({ id, language, file, questions: [title] }): ImportedEntry[] => {
        const text = tree.files.get(`${keyOf({ language, id })}.md`);
        return text === undefined || !title ? [] : [{ language, id, naming: 'given', title: title.text, text, sources: {}, file, line: title.line }];
      });
      return { name: tree.name, packJson: tree.files.get('pack.json'), entries, checks: checksOf(tree) };
    }),
    problems,
    skipped: [],
    repaired: [],
  };
}

function checksOf({ files }: PackTree): ImportedPack['checks'] {
  const checks = [...files].flatMap(([path, text]) => {
    const [language = '', name, ...rest] = path.split('/');
    return name === 'checks.md' && rest.length === 0 ? [[language, text] as const] : [];
  });
  return new Map(checks);
}
