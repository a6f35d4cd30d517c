import type { Analyzer } from './analyze.ts';
import type { Background } from './background.ts';
import { QUICK_PRIOR } from './calibration/prior.ts';
import type { FeatureSpace } from './feature-space.ts';
import type { ReadEntry } from './index-shelf.ts';
import { quickModel } from './quick-model.ts';
import type { Searchable } from './search.ts';
import { buildShelf } from './shelf.ts';

/**
 * The index of some entries without the classifier, and with the prior's weights in place of fitted ones: what serves until,
 * or instead of, training.
 * @param known the space of a trained index of the same language, so that ordinary words are known as ordinary.
 */
export const untrainedIndex = (entries: readonly ReadEntry[], analyzer: Analyzer, background: Background, known?: FeatureSpace): Pick<Searchable, 'shelf' | 'weights'> => ({
  shelf: buildShelf(entries, analyzer, background, quickModel(entries, analyzer, background, known)),
  weights: QUICK_PRIOR,
});
