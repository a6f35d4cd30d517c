import {
  MOST_ENCODED_SENTENCES,
  MOST_PROPOSED_BY_MEANING,
  NEAREST_FEW,
  NEAREST_SHARE,
  SENTENCE_FACTOR,
} from '../calibration/learning-policy.ts';
import { greatest } from '../index/greatest.ts';
import type { MeaningMatch } from '../index/prediction.ts';
import { startsOf } from './likeness.ts';

/** The vectors of an index's texts as an encoder gives them, in 8 bits: plain data. */
export interface Meanings {
  /** Numbers in a vector; a multiple of 4. */
  readonly dimension: number;
  /** Number of each entry's first vector; one more than there are entries. */
  readonly entries: Int32Array;
  /** How many of them are of its title and phrasings; they come first. */
  readonly headings: Int32Array;
  /** Numbers from -127 to 127, four in each element. */
  readonly vectors: Int32Array;
  /** Factor for the numbers of each vector. */
  readonly scales: Float32Array;
}

/** One entry's vectors, each of length 1. */
export interface EntryVectors {
  readonly headings: readonly Float32Array[];
  readonly sentences: readonly Float32Array[];
}

/** The texts of an entry that an encoder is given, as they were written. */
export interface TextsToEncode {
  /** The title first. */
  readonly headings: readonly string[];
  readonly sentences: readonly string[];
}

export const textsToEncode = ({
  title,
  phrasings,
  sentences,
}: {
  readonly title: string;
  readonly phrasings: readonly string[];
  readonly sentences: readonly string[];
}): TextsToEncode => ({
  headings: [title, ...phrasings],
  sentences: sentences.slice(0, MOST_ENCODED_SENTENCES),
});

const LARGEST = 127;

/** @param dimension of every vector; a multiple of 4. */
export function packMeanings(all: readonly EntryVectors[], dimension: number): Meanings {
  const vectors = all.flatMap(({ headings, sentences }) => [...headings, ...sentences]);
  const bytes = new Int8Array(vectors.length * dimension);
  const scales = new Float32Array(vectors.length);
  for (const [at, vector] of vectors.entries()) {
    const scale = vector.reduce((most, one) => Math.max(most, Math.abs(one)), 1e-9) / LARGEST;
    scales[at] = scale;
    bytes.set(
      vector.map((one) => Math.round(one / scale)),
      at * dimension,
    );
  }
  return {
    dimension,
    entries: startsOf(all.map(({ headings, sentences }) => headings.length + sentences.length)),
    headings: Int32Array.from(all, ({ headings }) => headings.length),
    vectors: new Int32Array(bytes.buffer),
    scales,
  };
}

/** @returns how like a question is in meaning to each entry. */
export function openMeanings({
  dimension,
  entries,
  headings,
  vectors,
  scales,
}: Meanings): (question: Float32Array) => MeaningMatch {
  const bytes = new Int8Array(vectors.buffer, vectors.byteOffset, vectors.length * 4);
  const size = headings.length;
  return (question) => {
    const likeness = (at: number): number => {
      let product = 0;
      for (let n = 0, from = at * dimension; n < dimension; n++) product += (question[n] ?? 0) * (bytes[from + n] ?? 0);
      return product * (scales[at] ?? 0);
    };
    const scores = new Float32Array(size);
    for (let entry = 0; entry < size; entry++) {
      const [start, end] = [entries[entry] ?? 0, entries[entry + 1] ?? 0];
      const middle = start + (headings[entry] ?? 0);
      const best = [0, 0, 0];
      for (let at = start; at < middle; at++) keepBest(best, likeness(at));
      let sentence = 0;
      for (let at = middle; at < end; at++) sentence = Math.max(sentence, likeness(at));
      const few = Math.max(1, Math.min(NEAREST_FEW, middle - start));
      scores[entry] = Math.max(
        NEAREST_SHARE * (best[0] ?? 0) + ((1 - NEAREST_SHARE) * best.reduce((sum, one) => sum + one, 0)) / few,
        SENTENCE_FACTOR * sentence,
      );
    }
    const top = greatest(scores, MOST_PROPOSED_BY_MEANING);
    return { top, likeness: (entry) => scores[entry] ?? 0 };
  };
}

/** The three greatest, the greatest first. */
function keepBest(best: number[], value: number): void {
  for (let place = 0; place < NEAREST_FEW; place++) {
    if (value <= (best[place] ?? 0)) continue;
    best.splice(place, 0, value);
    best.length = NEAREST_FEW;
    return;
  }
}
