import { QUICK_PRIOR } from '../calibration/prior.ts';
import type { FeatureSpace } from '../classifier/feature-space.ts';
import { quickModel } from '../classifier/quick-model.ts';
import type { ReadEntry } from '../index/index-entries.ts';
import { buildLanguageIndex } from '../index/language-index.ts';
import { postingsOf } from '../index/postings.ts';
import type { Analyzer } from '../text/analyze.ts';
import type { Background } from '../text/background.ts';
import type { Searchable } from './search.ts';

/**
 * The index of some entries without the classifier, and with the prior's weights in place of fitted ones: what serves until,
 * or instead of, training.
 * @param known the space of a trained index of the same language, so that ordinary words are known as ordinary.
 */
export const untrainedIndex = (entries: readonly ReadEntry[], analyzer: Analyzer, background: Background, known?: FeatureSpace): Pick<Searchable, 'index' | 'weights'> => ({
  index: buildLanguageIndex(entries, analyzer, background, quickModel(entries, analyzer, background, known), postingsOf),
  weights: QUICK_PRIOR,
});
