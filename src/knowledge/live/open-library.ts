import { buildLibrary, type LibraryOptions as CoreOptions } from '../../core/search/library.ts';
import { refuseErrors } from '../format/problem.ts';
import type { Locales } from '../languages/locales.ts';
import { type CacheFailure, type CachePlace, openModelCache } from '../learned/model-cache.ts';
import type { Folders } from '../packs/find-packs.ts';
import { readKnowledge } from '../packs/read-knowledge.ts';
import { type FolderState, folderState } from './folder-state.ts';
import { type Hear, learn, takeFrom } from './learn.ts';
import { type Shared, sharedOf } from './shared.ts';

export interface LibraryOptions extends CachePlace {
  /** Packs, or folders of packs. */
  readonly dir: Folders;
  readonly locales: Locales;
  /**
   * How languages are served of which no model is kept. `first`: they are learned before anything is answered, here.
   * `behind`: they serve untrained, and are learned in a thread meanwhile. `never`: they serve untrained. Default:
   * first.
   */
  readonly learning?: 'first' | 'behind' | 'never' | undefined;
  /** Told what is being done, and how far it is. Default: nobody is told. */
  readonly onProgress?: ((doing: 'reading' | 'learning', done: number, total: number) => void) | undefined;
  /** Told once, if models cannot be kept. Default: nobody is told. */
  readonly onCacheFailure?: ((cacheFailure: CacheFailure) => void) | undefined;
}

export interface Opened {
  readonly shared: Shared;
  /** The folder as it was when it was read. */
  readonly state: FolderState;
}

/**
 * Reads the folder, and opens what is known of it. Each language is opened or indexed when it is first asked.
 * @param onDamaged told when a model that was kept turns out to be damaged; its language serves untrained from then on.
 * @throws KnowledgeError with all errors of knowledge and languages, if there is any.
 */
export async function openLibrary(
  { dir, root, cacheDir, locales, learning = 'first', onProgress, onCacheFailure }: LibraryOptions,
  onDamaged: () => void,
): Promise<Opened> {
  const state = await folderState(dir);
  const knowledge = await readKnowledge(dir, { onProgress: (done, total) => onProgress?.('reading', done, total) });
  refuseErrors([...locales.problems, ...knowledge.problems]);
  const { entries } = knowledge;
  const lesson = { root, cacheDir, entries, locales };
  const cache = await openModelCache(lesson, entries, locales);
  const cacheFailure = cache.cacheFailure();
  if (cacheFailure) onCacheFailure?.(cacheFailure);
  const share = async (options: Pick<CoreOptions, 'learned' | 'unlearned'>, isTrained: boolean): Promise<Opened> => {
    const library = buildLibrary(entries, { ...locales, ...options });
    const shared = await sharedOf({ library, isTrained, learned: library.entries }, knowledge, 1, locales);
    return { shared, state };
  };
  if (learning === 'first') {
    const hear: Hear = (news) =>
      news.kind === 'progress' ? onProgress?.('learning', news.done, news.total) : onCacheFailure?.(news);
    return share({ learned: cache.isWhole() ? cache.learned : takeFrom(await learn(lesson, hear)) }, true);
  }
  const learned = (base: string) => {
    const wasThere = cache.has(base);
    const one = cache.learned(base);
    if (wasThere && !one) onDamaged();
    return one;
  };
  return share({ learned, unlearned: 'serve' }, cache.isWhole());
}
