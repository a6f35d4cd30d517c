import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { readText, reasonOf, shownPath } from '../format/files.ts';
import { isProperTag, tagCure } from '../format/language-tag.ts';
import { type Finding, fault, inFile, type Problem, shortened, warning } from '../format/problem.ts';
import { CHECKS_FILE, ENTRY_FOLDERS, PACK_FILE, type PackFiles, WEIGHTS_FILE } from './pack-files.ts';

/** Nested folders below `questions` and `facts`. */
const DEEPEST = 8;

interface Listing {
  readonly dir: string;
  readonly paths: string[];
  readonly problems: Problem[];
}

/** Files that describe a folder in Git. */
const ABOUT_FOLDER = /^(?:readme|licen[cs]e|copying|contributing|changelog|code_of_conduct)(?:\.(?:md|txt))?$/i;

/** Finds the files of a pack's folder. Names that begin with a dot are ignored; unexpected files are warnings. */
export async function listPack(dir: string): Promise<PackFiles> {
  const listing: Listing = { dir, paths: [], problems: [] };
  for (const { name, kind } of await children(listing, '')) {
    if (kind === 'folder') await listLanguage(listing, name);
    else if (name === PACK_FILE) listing.paths.push(name);
    else if (name !== WEIGHTS_FILE && !ABOUT_FOLDER.test(name)) tell(listing, name, unexpected('file'));
  }
  return {
    paths: listing.paths,
    problems: listing.problems,
    read: (path, mostBytes) => readText(join(dir, path), mostBytes),
  };
}

async function listLanguage(listing: Listing, language: string): Promise<void> {
  const inside = await children(listing, language);
  if (!inside.some(({ name }) => name === CHECKS_FILE || ENTRY_FOLDERS.includes(name)))
    return tell(listing, language, unexpected('folder'));
  if (!isProperTag(language))
    return tell(listing, language, fault(1, 'folder-tag', { name: shortened(language), cure: tagCure(language) }));
  for (const { name, kind } of inside) {
    const path = `${language}/${name}`;
    if (kind === 'folder' && ENTRY_FOLDERS.includes(name)) await listEntries(listing, path, 1);
    else if (kind === 'file' && name === CHECKS_FILE) listing.paths.push(path);
    else tell(listing, path, unexpected(kind));
  }
}

async function listEntries(listing: Listing, folder: string, depth: number): Promise<void> {
  if (depth > DEEPEST) return tell(listing, folder, fault(1, 'deep-folder', { most: DEEPEST }));
  for (const { name, kind } of await children(listing, folder)) {
    const path = `${folder}/${name}`;
    if (kind === 'folder') await listEntries(listing, path, depth + 1);
    else if (name.endsWith('.md')) listing.paths.push(path);
    else tell(listing, path, unexpected('file'));
  }
}

/** A folder's content, by name; links that lead out of the pack are reported and left out. */
async function children(listing: Listing, folder: string): Promise<{ name: string; kind: 'file' | 'folder' }[]> {
  const found: { name: string; kind: 'file' | 'folder' }[] = [];
  for (const entry of await readFolder(listing, folder)) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const kind = await entryKind(entry, join(listing.dir, path), listing.dir);
    if (typeof kind === 'string') found.push({ name: entry.name, kind });
    else tell(listing, path, kind);
  }
  return found;
}

async function readFolder(listing: Listing, folder: string) {
  try {
    const entries = await readdir(join(listing.dir, folder), { withFileTypes: true });
    return entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    tell(listing, folder, fault(1, 'unreadable-folder', { reason: reasonOf(error) }));
    return [];
  }
}

function tell(listing: Listing, path: string, finding: Finding): void {
  listing.problems.push(...inFile(shownPath(join(listing.dir, path)), [finding]));
}

const unexpected = (kind: 'file' | 'folder'): Finding => warning(1, 'unexpected-in-pack', { kind });

/**
 * Whether something in a folder is a file or a folder. Links may only lead to files inside `root`: others could show
 * what the pack's author must not see, and links to folders could lead in circles.
 */
export async function entryKind(entry: Dirent, file: string, root: string): Promise<'file' | 'folder' | Finding> {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return fault(1, 'neither-file-nor-folder');
  try {
    const target = await realpath(file);
    if (!target.startsWith((await realpath(root)) + sep)) return fault(1, 'link-out-of-pack');
    if ((await stat(target)).isFile()) return 'file';
    return fault(1, 'link-to-no-file');
  } catch {
    return fault(1, 'link-to-nothing');
  }
}
