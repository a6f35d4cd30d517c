import { setImmediate } from 'node:timers/promises';
import type { Library } from '../../core/search/library.ts';

/**
 * Builds what has not been asked yet, language by language, so that others have their turn in between.
 * @param first the primary subtag of the language to begin with. Default: any.
 */
export async function buildIndexes({ indexes }: Library, first?: string): Promise<void> {
  for (const index of [...indexes].sort((a, b) => Number(b.base === first) - Number(a.base === first))) {
    await setImmediate();
    void index.index;
  }
}
