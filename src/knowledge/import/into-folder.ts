import { randomUUID } from 'node:crypto';
import { readdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { sourcesIn } from '../export/effective-pack.ts';
import { withoutMark } from '../export/effective-texts.ts';
import { exportFiles } from '../export/export-files.ts';
import { packJsonText } from '../export/pack-json-text.ts';
import { readTrees } from '../export/read-trees.ts';
import type { CommunityState, KnowledgeEdit, KnowledgeRecord, PackTree } from '../export/records.ts';
import { ExportError } from '../export/write-export.ts';
import { makeFolder, namesIn, reasonOf, shownPath } from '../format/files.ts';
import { checkJson } from '../format/json-file.ts';
import { PACK_SHAPE } from '../format/pack-json.ts';
import { type Finding, fault, hasErrors, inFile, type Problem, shortened, warning } from '../format/problem.ts';
import { findPacks } from '../packs/find-packs.ts';
import { listPack } from '../packs/list-pack.ts';
import { CHECKS_FILE, PACK_FILE } from '../packs/pack-files.ts';
import { commonest } from './gather.ts';
import type { Import } from './imported.ts';
import { planImport } from './plan-import.ts';
import { isSafePart } from './safe-id.ts';

/** The files that an import would write into a pack's folder. */
export interface FolderPlan {
  /** Entries as `<language>/<id>`, sorted. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  /** File contents by path in the folder, `pack.json` first. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/**
 * Compares an import with a pack's folder, which may be new, without writing anything. Never rejects because of what
 * the folder holds: that becomes a problem.
 * @param force whether to replace entries that differ in the folder. Default: they stay, with a warning.
 */
export async function planFolder(
  dir: string,
  imported: Import,
  { force = false }: { readonly force?: boolean | undefined } = {},
): Promise<FolderPlan> {
  const name = basename(resolve(dir));
  const whole = imported.packs.filter(({ packJson }) => packJson !== undefined);
  const problems = [
    ...imported.problems,
    ...(await folderProblems(dir, name)),
    ...whole.flatMap((pack) => inFile(pack.name, [fault(1, 'already-a-pack')])),
  ];
  if (hasErrors(problems)) return { ...NOTHING, problems };
  const present = await presentPack(dir, name);
  if ('problems' in present) return { ...NOTHING, problems: [...problems, ...present.problems] };
  const packs = imported.packs.map((pack) => ({ ...pack, name }));
  const language = commonest(packs.flatMap(({ entries }) => entries.map((entry) => entry.language))) ?? 'en';
  const tree = present.tree ?? newPack(name, language);
  const beside = await neighbours(dir);
  const state: CommunityState = {
    packs: [tree, ...beside.map((pack) => without(pack, tree))],
    records: [],
    own: { title: name, language },
  };
  const plan = planImport(state, { ...imported, packs, problems });
  if (hasErrors(plan.problems)) return { ...NOTHING, problems: plan.problems };
  const taken = plan.edits.filter(({ kind, key }) => force || kind !== 'entry' || !plan.changed.includes(key));
  const kept = force ? [] : plan.changed.map((key) => KEPT(key));
  const paths = new Set([PACK_FILE, ...[...plan.added, ...(force ? plan.changed : [])].map((key) => `${key}.md`)]);
  const files = changedFiles(state, tree, present.tree, needed(taken), paths);
  return {
    ...plan,
    files: inOrder(files, present.tree?.files.get(PACK_FILE), plan.order),
    problems: [...plan.problems, ...inFile(shownPath(dir), [...kept, ...copies(tree, beside)])],
  };
}

const NOTHING = { added: [], changed: [], unchanged: [], files: new Map<string, string>() };

const KEPT = (key: string) => warning(1, 'kept-entry', { id: shortened(key) });

/** Leaves out sources that are only named by entries which stay as they are. */
function needed(edits: readonly KnowledgeEdit[]): KnowledgeRecord[] {
  const records = edits.filter((edit): edit is KnowledgeRecord => edit.value !== null);
  const ids = new Set(records.flatMap((record) => (record.kind === 'entry' ? sourcesIn(record.value.text) : [])));
  return records.filter(({ kind, key }) => kind !== 'source' || ids.has(key.slice(key.indexOf('/') + 1)));
}

function changedFiles(
  state: CommunityState,
  tree: PackTree,
  present: PackTree | undefined,
  records: readonly KnowledgeRecord[],
  paths: ReadonlySet<string>,
): Map<string, string> {
  const all = exportFiles({ ...state, packs: [tree], records });
  const own = [...all].flatMap(([path, text]) =>
    path.startsWith(`${tree.name}/`) ? [[path.slice(tree.name.length + 1), text] as const] : [],
  );
  const changed = own.filter(([path, text]) => paths.has(path) && withoutMark(present?.files.get(path) ?? '') !== text);
  return new Map(changed.sort(([a], [b]) => Number(b === PACK_FILE) - Number(a === PACK_FILE) || (a < b ? -1 : 1)));
}

/**
 * Adds new entries to the order of the pack's list. A new pack lists its entries in the order of the import; a pack
 * without a list gets none.
 */
function inOrder(
  files: ReadonlyMap<string, string>,
  before: string | undefined,
  imported: readonly string[],
): ReadonlyMap<string, string> {
  const text = files.get(PACK_FILE) ?? before;
  const info = text === undefined ? undefined : checkJson(withoutMark(text), PACK_SHAPE).data;
  if (!info || (before !== undefined && !info.order)) return files;
  const order = [...new Set([...(info.order ?? []), ...imported])];
  if (order.length === info.order?.length) return files;
  return new Map([[PACK_FILE, packJsonText({ ...info, order })], ...[...files].filter(([path]) => path !== PACK_FILE)]);
}

async function folderProblems(dir: string, name: string): Promise<Problem[]> {
  if (!isSafePart(name)) return inFile(shownPath(dir), [fault(1, 'unsafe-folder-name', { name: shortened(name) })]);
  if (resolve(dir).includes(',')) return inFile(shownPath(dir), [fault(1, 'comma-in-path')]);
  const entries = await namesIn(dir);
  if (entries === undefined) return inFile(shownPath(dir), [fault(1, 'not-a-readable-folder')]);
  const seen = entries.filter((entry) => !entry.startsWith('.'));
  if (seen.length === 0 || seen.includes(PACK_FILE)) return [];
  const { dirs } = await findPacks(dir);
  const [pack] = dirs;
  return inFile(shownPath(dir), [
    pack === undefined ? fault(1, 'foreign-folder') : fault(1, 'folder-of-packs', { pack: shownPath(pack) }),
  ]);
}

async function presentPack(
  dir: string,
  name: string,
): Promise<{ readonly tree: PackTree | undefined } | { readonly problems: readonly Problem[] }> {
  const entries = await readdir(dir).catch((): string[] => []);
  if (!entries.includes(PACK_FILE)) return { tree: undefined };
  const { trees, problems } = await readTrees(dir);
  const errors = problems.filter(({ level }) => level === 'error');
  const [tree] = trees;
  return errors.length > 0 || !tree ? { problems: errors } : { tree: { ...tree, name } };
}

function newPack(name: string, language: string): PackTree {
  const words = name.replace(/(?<=[\p{L}\p{N}])[-_]+(?=[\p{L}\p{N}])/gu, ' ');
  const title = words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return {
    name,
    files: new Map([
      [PACK_FILE, packJsonText({ title: { [language]: title }, defaultLanguage: language, sources: {} })],
    ]),
  };
}

/** The packs beside this one, with paths but no contents: an id must be unique across all of them. */
async function neighbours(dir: string): Promise<PackTree[]> {
  const whole = resolve(dir);
  const { dirs, examples } = await findPacks(dirname(whole));
  const others = [...dirs, ...examples].filter((one) => resolve(one) !== whole && resolve(one) !== dirname(whole));
  return Promise.all(
    others.map(async (one) => ({
      name: basename(one),
      files: new Map((await listPack(one)).paths.map((path) => [path, ''])),
    })),
  );
}

/** Removes the target's own paths from another pack, so that an entry which both have is found in the target. */
const without = ({ name, files }: PackTree, target: PackTree): PackTree => ({
  name,
  files: new Map([...files].filter(([path]) => !target.files.has(path))),
});

/** Warns of packs that have at least half of the target's entries: they cannot be loaded together. */
function copies(target: PackTree, beside: readonly PackTree[]): Finding[] {
  const entries = [...target.files.keys()].filter((path) => path.endsWith('.md') && !path.endsWith(CHECKS_FILE));
  return beside.flatMap(({ name, files }) => {
    const count = entries.filter((path) => files.has(path)).length;
    return count > 0 && count >= entries.length / 2
      ? [warning(1, 'copy-beside', { name: shortened(name), count })]
      : [];
  });
}

/**
 * Writes what was planned: each file whole or not at all, `pack.json` first, so that no entry lacks its source.
 * @throws ExportError if a path would lead out of the folder, or the disk refuses. Files that were already written
 * stay, and the same import then writes the rest.
 */
export async function writeFolder(
  dir: string,
  { files }: FolderPlan,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  let done = 0;
  try {
    await makeFolder(resolve(dir));
    const root = await realpath(dir);
    for (const [path, text] of files) {
      await writeWhole(root, path, text);
      onProgress(++done, files.size);
    }
  } catch (error) {
    if (error instanceof ExportError) throw error;
    throw new ExportError(
      `${shownPath(dir)}: the import cannot be written: ${reasonOf(error)} (check the disk's space and permissions; ` +
        `${done} of ${files.size} files were written, and the same import writes the rest)`,
      { cause: error },
    );
  }
}

async function writeWhole(root: string, path: string, text: string): Promise<void> {
  if (path.endsWith(CHECKS_FILE) || path.split('/').some((part) => !isSafePart(part)))
    throw new ExportError(`${JSON.stringify(path)} is no path for an entry (rename it)`);
  const file = join(root, path);
  await makeFolder(dirname(file));
  const folder = await realpath(dirname(file));
  if (folder !== root && !folder.startsWith(root + sep))
    throw new ExportError(`${shownPath(dirname(file))}: this link leads out of the pack (replace it by a folder)`);
  const beside = join(folder, `.${randomUUID()}`);
  try {
    await writeFile(beside, text, { flag: 'wx' });
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}
