import { buildLibrary, indexNamesOf, type PackIndexName } from '../../core/search/library.ts';
import { refuseErrors } from '../format/problem.ts';
import type { Locales } from '../languages/locales.ts';
import { type CacheFailure, type CachePlace, openModelCache } from '../learned/model-cache.ts';
import { bytesOf } from '../learned/model-file.ts';
import type { Folders } from '../packs/find-packs.ts';
import { readKnowledge, weightsFor } from '../packs/read-knowledge.ts';
import { type FolderState, folderState } from './folder-state.ts';
import { type FolderKnowledge, sharedOf } from './shared.ts';

export interface FolderOptions extends CachePlace {
  /** Packs, or folders of packs. */
  readonly dir: Folders;
  readonly locales: Locales;
  /**
   * What happens to languages without a kept model. `first`: each is learned here when it is first asked. `behind`:
   * they serve untrained, and are learned in a thread meanwhile. `never`: they serve untrained. Default: first.
   */
  readonly learning?: 'first' | 'behind' | 'never';
  /** Told what is being done, and how far it is. Default: nobody is told. */
  readonly onProgress?: (doing: 'reading' | 'learning', done: number, total: number) => void;
  /** Told once, if models cannot be kept. Default: nobody is told. */
  readonly onCacheFailure?: (cacheFailure: CacheFailure) => void;
}

export interface Opened {
  readonly shared: FolderKnowledge;
  /** The folder as it was when it was read. */
  readonly state: FolderState;
  /** Files of the cache that it uses. */
  readonly files: readonly string[];
  /** Resolves when all that was learned so far is written. */
  readonly kept: () => Promise<unknown>;
}

/**
 * Reads the folder and opens its library. Each language is read from the cache, learned or indexed when it is first
 * asked.
 * @param onBuild told of each index then, and whether it is learned.
 * @throws KnowledgeError with all errors of knowledge and languages, if there is any.
 */
export async function openLibrary(
  { dir, root, cacheDir, locales, learning = 'first', onProgress, onCacheFailure }: FolderOptions,
  onBuild: (name: PackIndexName, isLearned: boolean) => void,
): Promise<Opened> {
  const state = await folderState(dir);
  const knowledge = await readKnowledge(dir, { onProgress: (done, total) => onProgress?.('reading', done, total) });
  refuseErrors([...locales.problems, ...knowledge.problems]);
  const { entries } = knowledge;
  const cache = await openModelCache({ root, cacheDir }, entries, locales);
  const tellFailure = (): void => {
    const cacheFailure = cache.cacheFailure();
    if (cacheFailure) onCacheFailure?.(cacheFailure);
  };
  tellFailure();
  const keeping: Promise<void>[] = [];
  let done = 0;
  const toLearn = indexNamesOf(entries).filter(({ key }) => !cache.has(key)).length;
  const tellProgress = (): void => {
    if (learning === 'first') onProgress?.('learning', done, Math.max(done, toLearn));
  };
  const library = buildLibrary(entries, {
    ...locales,
    learned: {
      has: cache.has,
      get: (key) => {
        const known = cache.get(key);
        if (!known) tellProgress();
        return known;
      },
    },
    weights: (name) => cache.weights(name, weightsFor(name, knowledge)),
    unlearned: learning === 'first' ? 'learn' : 'serve',
    onBuild: (name, isLearned, learned) => {
      onBuild(name, isLearned);
      if (!learned) return;
      done++;
      tellProgress();
      const kept = Promise.all([cache.keep(name.key, bytesOf(learned)), cache.keepWeights(name, learned.weights)]);
      keeping.push(kept.then(tellFailure));
    },
  });
  const shared = await sharedOf({ library, learned: library.entries }, knowledge, 1, locales);
  return { shared, state, files: cache.files(), kept: () => Promise.all(keeping) };
}
