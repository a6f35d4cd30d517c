import type { Features } from '../text/analyze.ts';
import { rememberBoth } from '../text/remember.ts';
import { type FeatureSpace, GROUPS, measuredIn, type Vector, type Widened } from './feature-space.ts';
import { numberIn, type TextPostings, textPostings } from './likeness.ts';
import { packVectors } from './vectors.ts';

/** Lines that are the same for everybody who speaks a language, in a space that many widen by a few features of their own. */
interface SharedLines {
  readonly postings: TextPostings;
  /** For each group of features: the lines that have one which the space does not know. */
  readonly unknown: readonly ReadonlyMap<string, Having>[];
  /** By line and group: what brings a feature's value to its share. */
  readonly scales: Float32Array;
  /** Sums for each line; one question is asked at a time. */
  readonly products: Float32Array;
}

/** Lines that have a feature of a group. */
interface Having {
  readonly group: number;
  readonly lines: number[];
}

/**
 * How like a question is to the nearest of some lines that many spaces share: 0 to 1. The same as `nearestTo` over the lines'
 * vectors in the widened space; but what does not depend on what was added is worked out once and kept once.
 * @param lines the same list for everybody. @param question a vector in the widened space.
 */
export function nearestOrdinary(lines: readonly Features[], { base, added: features }: Widened): (question: Vector) => number {
  const { postings, unknown, scales, products } = sharedLines(lines, base);
  const { ids: added, lists } = heldBy(unknown, features, base.size);
  return ({ ids, values }) => {
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
      if (id < base.size) {
        const to = postings.starts[id + 1] ?? 0;
        for (let at = postings.starts[id] ?? 0; at < to; at++) add(postings.texts[at] ?? 0, value * (postings.values[at] ?? 0));
        continue;
      }
      const own = lists[numberIn(added, id)];
      for (const line of own?.lines ?? []) add(line, value * base.unknown * (scales[line * GROUPS.length + (own?.group ?? 0)] ?? 0));
    }
    return most;
  };
}

/** The features among those that were added which some lines have, by their numbers in order. */
function heldBy(unknown: SharedLines['unknown'], features: Widened['added'], first: number): { readonly ids: Int32Array; readonly lists: readonly Having[] } {
  const [ids, lists]: [number[], Having[]] = [[], []];
  let next = first;
  for (const [group, own] of features.entries()) {
    for (const feature of own) {
      const having = unknown[group]?.get(feature);
      if (having) {
        ids.push(next);
        lists.push(having);
      }
      next++;
    }
  }
  return { ids: Int32Array.from(ids), lists };
}

const sharedLines = rememberBoth(readLines);

function readLines(lines: readonly Features[], base: FeatureSpace): SharedLines {
  const unknown = GROUPS.map(() => new Map<string, Having>());
  const scales = new Float32Array(lines.length * GROUPS.length);
  const vectors = lines.map((features, line) => {
    const missing = (feature: string, group: number): void => {
      const having = unknown[group]?.get(feature);
      if (having) having.lines.push(line);
      else unknown[group]?.set(feature, { group, lines: [line] });
    };
    const { vector, scales: own } = measuredIn(base, features, missing);
    scales.set(own, line * GROUPS.length);
    return vector;
  });
  return { postings: textPostings(packVectors([vectors]), base.size), unknown, scales, products: new Float32Array(lines.length) };
}
