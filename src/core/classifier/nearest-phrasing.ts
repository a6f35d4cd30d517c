import type { Vector } from './feature-space.ts';
import { likenessTo, type TextPostings, textPostings } from './likeness.ts';
import { packVectors, type Vectors } from './vectors.ts';

/** The titles and phrasings of all entries, a group for each: plain data. By their features where there are many. */
export type Phrasings = Vectors | TextPostings;

/** From so many phrasings an entry on, it is cheaper to compare with all of them at once. */
const MANY_PHRASINGS = 8;

/** @param features number of features of their space. */
export function packPhrasings(groups: readonly (readonly Vector[])[], features: number): Phrasings {
  const packed = packVectors(groups);
  const texts = packed.starts.length - 1;
  return texts >= groups.length * MANY_PHRASINGS ? textPostings(packed, features) : packed;
}

/** @returns how like a question is to each entry's nearest title or phrasing: 0 to 1. */
export function openPhrasings(phrasings: Phrasings, features: number): (question: Vector) => (entry: number) => number {
  if ('texts' in phrasings) {
    const likeness = likenessTo(phrasings);
    return (question) => {
      const like = likeness(question);
      return (entry) => like[entry] ?? 0;
    };
  }
  const nearest = nearestPhrasing(phrasings, features);
  return (question) => (entry) => nearest(question, entry);
}

/**
 * Finds how like a question is to the nearest text of one group.
 * @param features number of features of their space.
 * @returns the greatest cosine, 0 to 1; 0 without texts.
 */
export function nearestPhrasing(
  { groups, starts, ids, values }: Vectors,
  features: number,
): (question: Vector, group: number) => number {
  const scratch = new Float32Array(features);
  return (question, group) => {
    // By numbers: this runs for each of two dozen entries, and iterators take longer than the comparing.
    for (let n = 0; n < question.ids.length; n++) scratch[question.ids[n] ?? 0] = question.values[n] ?? 0;
    let best = 0;
    for (let text = groups[group] ?? 0; text < (groups[group + 1] ?? 0); text++) {
      let product = 0;
      const end = starts[text + 1] ?? 0;
      for (let at = starts[text] ?? 0; at < end; at++) product += (scratch[ids[at] ?? 0] ?? 0) * (values[at] ?? 0);
      if (product > best) best = product;
    }
    for (let n = 0; n < question.ids.length; n++) scratch[question.ids[n] ?? 0] = 0;
    return best;
  };
}
