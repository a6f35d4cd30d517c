import { QUICK_PRIOR } from '../calibration/prior.ts';
import type { FeatureSpace } from '../classifier/feature-space.ts';
import { quickModel } from '../classifier/quick-model.ts';
import { indexNumbered } from '../index/index-entries.ts';
import { openLanguageIndex } from '../index/language-index.ts';
import { postingsOf } from '../index/postings.ts';
import { type Background, everydayWords } from '../text/background.ts';
import { passing } from '../text/remember.ts';
import type { Reader, ReadyEntry } from './reader.ts';
import type { Searchable } from './search.ts';

/** What is searched, and what it takes in memory. */
interface Untrained extends Pick<Searchable, 'index' | 'weights'> {
  readonly bytes: number;
}

/**
 * The index of some entries without the classifier, and with the prior's weights in place of fitted ones: what serves until,
 * or instead of, training.
 * @param reader that has read the entries.
 * @param known the space of a trained index of the same language, so that ordinary words are known as ordinary.
 */
export function untrainedIndex(entries: readonly ReadyEntry[], { analyzer, terms }: Reader, background: Background, known?: FeatureSpace): Untrained {
  const headings = entries.map(({ title, phrasings }) => [title, ...phrasings]);
  const model = quickModel(headings, terms, analyzer, background, known);
  const kept = indexNumbered(entries, terms, analyzer, postingsOf);
  const index = openLanguageIndex(kept, analyzer, model, everydayWords(background, analyzer), passing);
  return { index, weights: QUICK_PRIOR, bytes: INDEX_BYTES + WHOLE * bytesOf(kept) };
}

/** Bytes of an index that has next to nothing, and what an index and its model take compared with the index's data (measured in four languages). */
const [INDEX_BYTES, WHOLE] = [25_000, 2];
/** Of an array, beside what is in it. */
const ARRAY_BYTES = 200;

/** A letter that takes two bytes makes all of a text take two each. */
const WIDE = /[^\0-\xff]/;

/** Of plain data, about. */
function bytesOf(data: unknown): number {
  if (typeof data === 'string') return data.length * (WIDE.test(data) ? 2 : 1);
  if (ArrayBuffer.isView(data)) return ARRAY_BYTES + data.byteLength;
  return Object.values(data ?? {}).reduce<number>((sum, part) => sum + bytesOf(part), 0);
}
