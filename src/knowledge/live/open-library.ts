import { buildLibrary } from '../../core/library.ts';
import type { Folders } from '../find-packs.ts';
import { keptLearning } from '../kept-learning.ts';
import type { Locales } from '../locales.ts';
import { KnowledgeError } from '../problem.ts';
import { readKnowledge } from '../read-knowledge.ts';
import { type FolderState, folderState } from './folder-state.ts';
import { forgetOldest } from './forget-oldest.ts';
import { type Shared, sharedFrom } from './shared.ts';

export interface LibraryOptions {
  /** Packs, or folders of packs. */
  readonly dir: Folders;
  /** The project's folder; what is learned is kept below it. */
  readonly root: string;
  readonly locales: Locales;
  /** Told at the start what is being done, and how far it is. */
  readonly onProgress?: ((doing: string, done: number, total: number) => void) | undefined;
}

export interface Opened {
  readonly shared: Shared;
  /** The folder as it was when it was read. */
  readonly state: FolderState;
}

/**
 * Reads the folder and learns from it, unless what it teaches is kept from an earlier start. Then shelves are built when
 * they are first asked, and the start takes a second.
 * @throws KnowledgeError with all errors of knowledge and languages, where there is any.
 */
export async function openLibrary({ dir, root, locales, onProgress }: LibraryOptions): Promise<Opened> {
  const state = await folderState(dir);
  const knowledge = await readKnowledge(dir, { onProgress: (done, total) => onProgress?.('reading', done, total) });
  const errors = [...locales.problems, ...knowledge.problems].filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new KnowledgeError(errors);
  const kept = await keptLearning(root, knowledge.entries, locales);
  const library = buildLibrary(knowledge.entries, { ...locales, learned: kept.learned });
  if (!kept.isWhole) {
    library.warm((done, total) => onProgress?.('learning', done, total));
    await kept.keep(new Map(library.shelves.map(({ base, learned }) => [base, learned])));
    await forgetOldest(root);
  }
  return { shared: await sharedFrom(library, knowledge, 1, locales), state };
}
