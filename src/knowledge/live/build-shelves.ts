import { setImmediate } from 'node:timers/promises';
import type { Library } from '../../core/library.ts';

/**
 * Builds what has not been asked yet, language by language, so that others have their turn in between.
 * @param first the primary subtag of the language to begin with. Default: any.
 */
export async function buildShelves({ shelves }: Library, first?: string): Promise<void> {
  for (const shelf of [...shelves].sort((a, b) => Number(b.base === first) - Number(a.base === first))) {
    await setImmediate();
    void shelf.shelf;
  }
}
