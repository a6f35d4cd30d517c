import { QUICK_PRIOR } from '../calibration/prior.ts';
import type { FeatureSpace } from '../classifier/feature-space.ts';
import { quickModel, scannedModel } from '../classifier/quick-model.ts';
import { indexNumbered, type ReadEntry } from '../index/index-entries.ts';
import { languageIndexOf, openLanguageIndex } from '../index/language-index.ts';
import { splitLines } from '../index/line-numbers.ts';
import { postingsOf } from '../index/postings.ts';
import type { Predict } from '../index/prediction.ts';
import { scannedIndexes } from '../index/scan.ts';
import { type ScannedTexts, scanTexts } from '../index/scanned-texts.ts';
import type { Analyzer } from '../text/analyze.ts';
import { type Background, everydayWords } from '../text/background.ts';
import { passing } from '../text/remember.ts';
import type { Reader, ReadyEntry } from './reader.ts';
import type { Searchable } from './search.ts';

interface Scanned extends Untrained {
  readonly texts: ScannedTexts;
}

/** What is searched, and what it takes in memory. */
export interface Untrained extends Pick<Searchable, 'index' | 'weights'> {
  readonly bytes: number;
}

/**
 * The index of some entries without the classifier, and with the prior's weights in place of fitted ones: what serves
 * until, or instead of, training.
 * @param reader that has read the entries.
 * @param known the space of a trained index of the same language, so that ordinary words are known as ordinary.
 */
export function untrainedIndex(
  entries: readonly ReadyEntry[],
  { analyzer, terms }: Reader,
  background: Background,
  known?: FeatureSpace,
): Untrained {
  const headings = entries.map(({ title, phrasings }) => [title, ...phrasings]);
  const model = quickModel(headings, terms, analyzer, background, known);
  const kept = indexNumbered(entries, terms, analyzer, postingsOf);
  const index = openLanguageIndex(kept, analyzer, model, everydayWords(background, analyzer), passing);
  return { index, weights: QUICK_PRIOR, bytes: INDEX_BYTES + WHOLE * bytesOf(kept) };
}

/**
 * The same of entries that are few enough to be read for each question: what stays is a tenth of an index.
 * @returns undefined where there is too much.
 */
export function scannedUntrained(
  entries: readonly ReadEntry[],
  analyzer: Analyzer,
  background: Background,
  known?: FeatureSpace,
): Scanned | undefined {
  const texts = scanTexts(entries, analyzer);
  if (!texts) return undefined;
  const model = scannedModel(
    texts,
    entries.flatMap(({ title, phrasings }) => [title, ...phrasings]),
    analyzer,
    background,
    known,
  );
  return Object.assign(openScanned(texts, model, analyzer, background), {
    weights: QUICK_PRIOR,
    bytes: SCANNED_BYTES + SCANNED_WHOLE * bytesOf(texts),
    texts,
  });
}

/** Apart, so that nothing stays of what the texts were made from. */
function openScanned(
  texts: ScannedTexts,
  model: Predict,
  analyzer: Analyzer,
  background: Background,
): Pick<Untrained, 'index'> {
  const open = passing(() => {
    const counts = () => new Map(splitLines(texts.surfaces).map((word, at) => [word, texts.counts[at] ?? 0]));
    return languageIndexOf(
      { ...scannedIndexes(texts, analyzer), counts, phrasings: Int32Array.from(texts.headings) },
      analyzer,
      model,
      everydayWords(background, analyzer),
      passing,
    );
  });
  return {
    get index() {
      return open();
    },
  };
}

/**
 * Bytes of an index that has next to nothing to scan, and what an index and its model take compared with the texts'
 * data (measured in four languages).
 */
const [SCANNED_BYTES, SCANNED_WHOLE] = [8000, 1.2];

/**
 * Bytes of an index that has next to nothing, and what an index and its model take compared with the index's data
 * (measured in four languages).
 */
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
