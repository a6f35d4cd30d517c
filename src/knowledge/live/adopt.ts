import { buildLibrary } from '../../core/search/library.ts';
import type { OverlayOptions } from '../../core/search/overlay.ts';
import type { Locales } from '../locales.ts';
import { buildIndexes } from './build-indexes.ts';
import { type Models, takeFrom } from './learn.ts';
import { type Shared, sharedFrom } from './shared.ts';

/** Puts what was learned in the place of an older library and of what differed from it. @param target whose entries were learned. */
export async function adopt(served: Shared, target: Shared, models: Models, options: OverlayOptions & Pick<Locales, 'detect' | 'glosses'>): Promise<Shared> {
  const library = buildLibrary([...target.entries.values()], { ...options, learned: takeFrom(models) });
  await buildIndexes(library);
  return sharedFrom(library, target.knowledge, served.version + 1, options);
}
