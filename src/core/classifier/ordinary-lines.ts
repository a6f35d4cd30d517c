import type { Features } from '../text/analyze.ts';
import { rememberBoth } from '../text/remember.ts';
import type { AddedFeature } from './asked-features.ts';
import { type FeatureSpace, GROUPS, measuredIn, type Vector } from './feature-space.ts';
import { type TextPostings, textPostings } from './likeness.ts';
import { packVectors } from './vectors.ts';

/**
 * Lines that are the same for everybody who speaks a language, in a space that many widen by a few features of their
 * own.
 */
interface SharedLines {
  readonly postings: TextPostings;
  /** For each group of features: the lines that have one which the space does not know. */
  readonly unknown: readonly ReadonlyMap<string, readonly number[]>[];
  /** By line and group: what brings a feature's value to its share. */
  readonly scales: Float32Array;
  /** Sums for each line; one question is asked at a time. */
  readonly products: Float32Array;
}

/**
 * How like a question is to the nearest of some lines. @param vector in the space that all share. @param added features
 * of the question that it lacks, and that whoever asks knows beside it.
 */
export type NearestShared = (vector: Vector, added: readonly AddedFeature[]) => number;

/**
 * How like a question is to the nearest of some lines that many spaces share: 0 to 1. The same as `nearestTo` over the
 * lines' vectors in a space that knows what was added, too; but what does not depend on that is worked out once and
 * kept once.
 * @param lines the same list for everybody. @param base the space that all share.
 */
export function nearestOrdinary(lines: readonly Features[], base: FeatureSpace): NearestShared {
  const { postings, unknown, scales, products } = sharedLines(lines, base);
  return ({ ids, values }, added) => {
    products.fill(0);
    let most = 0;
    const add = (line: number, part: number): void => {
      // Nothing that is added is below 0: the greatest sum on the way is the greatest at the end.
      const product = Math.fround((products[line] ?? 0) + part);
      products[line] = product;
      if (product > most) most = product;
    };
    for (let n = 0; n < ids.length; n++) {
      const [id, value] = [ids[n] ?? 0, values[n] ?? 0];
      const to = postings.starts[id + 1] ?? 0;
      for (let at = postings.starts[id] ?? 0; at < to; at++)
        add(postings.texts[at] ?? 0, value * (postings.values[at] ?? 0));
    }
    for (const { group, feature, value } of added) {
      for (const line of unknown[group]?.get(feature) ?? [])
        add(line, value * base.unknown * (scales[line * GROUPS.length + group] ?? 0));
    }
    return most;
  };
}

const sharedLines = rememberBoth(readLines);

function readLines(lines: readonly Features[], base: FeatureSpace): SharedLines {
  const unknown = GROUPS.map(() => new Map<string, number[]>());
  const scales = new Float32Array(lines.length * GROUPS.length);
  const vectors = lines.map((features, line) => {
    const missing = (feature: string, group: number): void => {
      const having = unknown[group]?.get(feature);
      if (having) having.push(line);
      else unknown[group]?.set(feature, [line]);
    };
    const { vector, scales: own } = measuredIn(base, features, missing);
    scales.set(own, line * GROUPS.length);
    return vector;
  });
  return {
    postings: textPostings(packVectors([vectors]), base.size),
    unknown,
    scales,
    products: new Float32Array(lines.length),
  };
}
