import { buildLibrary } from '../../core/library.ts';
import type { OverlayOptions } from '../../core/overlay.ts';
import type { Locales } from '../locales.ts';
import type { Problem } from '../problem.ts';
import { buildShelves } from './build-shelves.ts';
import { type Models, takeFrom } from './learn.ts';
import { regressions } from './regressions.ts';
import { type Shared, sharedFrom } from './shared.ts';

export interface Adopted {
  readonly next: Shared;
  /** Checks that fail with what was learned, and that are new or pass in what is answered from. */
  readonly problems: readonly Problem[];
}

/** Puts what was learned in the place of an older library and of what differed from it. @param target whose entries were learned. */
export async function adopt(served: Shared, target: Shared, models: Models, options: OverlayOptions & Pick<Locales, 'detect' | 'glosses'>): Promise<Adopted> {
  const library = buildLibrary([...target.entries.values()], { ...options, learned: takeFrom(models) });
  await buildShelves(library);
  const next = await sharedFrom(library, target.knowledge, served.version + 1, options);
  return { next, problems: await regressions(served, next) };
}
