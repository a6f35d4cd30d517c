import type { FileText } from '../format/files.ts';
import type { Problem } from '../format/problem.ts';

/** The files of one pack, wherever they come from. */
export interface PackFiles {
  /** Relative to the pack, with `/`, in order: `pack.json`, `en/checks.md`, `en/questions/why-banned.md`. */
  readonly paths: readonly string[];
  /** Problems found while listing. */
  readonly problems: readonly Problem[];
  /** Never rejects. */
  readonly read: (path: string, mostBytes: number) => Promise<FileText>;
}

/** Folders of a language that hold entries. */
export const ENTRY_FOLDERS: readonly string[] = ['questions', 'facts'];
export const PACK_FILE = 'pack.json';
export const CHECKS_FILE = 'checks.md';
/** It holds no text, so that no list of the pack's files has it; see weights-file.ts. */
export const WEIGHTS_FILE = 'weights.json';
