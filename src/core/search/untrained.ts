import { QUICK_PRIOR } from '../calibration/prior.ts';
import type { FeatureSpace } from '../classifier/feature-space.ts';
import { quickModel } from '../classifier/quick-model.ts';
import { indexNumbered } from '../index/index-entries.ts';
import { openLanguageIndex } from '../index/language-index.ts';
import { postingsOf } from '../index/postings.ts';
import { type Background, everydayWords } from '../text/background.ts';
import type { Reader, ReadyEntry } from './reader.ts';
import type { Searchable } from './search.ts';

/**
 * The index of some entries without the classifier, and with the prior's weights in place of fitted ones: what serves until,
 * or instead of, training.
 * @param reader that has read the entries.
 * @param known the space of a trained index of the same language, so that ordinary words are known as ordinary.
 */
export function untrainedIndex(entries: readonly ReadyEntry[], { analyzer, terms }: Reader, background: Background, known?: FeatureSpace): Pick<Searchable, 'index' | 'weights'> {
  const headings = entries.map(({ title, phrasings }) => [title, ...phrasings]);
  const model = quickModel(headings, terms, analyzer, background, known);
  const index = openLanguageIndex(indexNumbered(entries, terms, analyzer, postingsOf), analyzer, model, everydayWords(background, analyzer));
  return { index, weights: QUICK_PRIOR };
}
