import { buildLibrary } from '../../core/library.ts';
import type { OverlayOptions } from '../../core/overlay.ts';
import type { Locales } from '../locales.ts';
import { buildShelves } from './build-shelves.ts';
import { type Models, takeFrom } from './learn.ts';
import { type Shared, sharedFrom } from './shared.ts';

/** Puts what was learned in the place of an older library and of what differed from it. @param target whose entries were learned. */
export async function adopt(served: Shared, target: Shared, models: Models, options: OverlayOptions & Pick<Locales, 'detect' | 'glosses'>): Promise<Shared> {
  const library = buildLibrary([...target.entries.values()], { ...options, learned: takeFrom(models) });
  await buildShelves(library);
  return sharedFrom(library, target.knowledge, served.version + 1, options);
}
