import type { Features } from '../text/analyze.ts';
import type { AddedFeature, AskedFeatures } from './asked-features.ts';
import type { FeatureSpace } from './feature-space.ts';
import { likenessTo, narrowed, textPostings } from './likeness.ts';
import { type HeadingTerms, type NumberedHeading, widenBy } from './numbered-heading.ts';
import { packVectors } from './vectors.ts';

/** The titles and phrasings of a community's entries, in a space that knows their features, too. */
export interface OwnHeadings {
  /**
   * How like a question is to the nearest one of each entry, 0 to 1; and which of its features the shared space lacks
   * and they have.
   */
  readonly ask: (
    question: AskedFeatures,
    features: Features,
  ) => { readonly alike: Float32Array; readonly added: readonly AddedFeature[] };
}

/** Of many entries: found by their features. */
export function indexedHeadings(
  entries: readonly (readonly NumberedHeading[])[],
  terms: HeadingTerms,
  base: FeatureSpace,
): OwnHeadings {
  const { wide, vectors } = widenBy(base, entries.flat(), terms);
  // Of the vectors nothing stays but the few features that they have: there is such a model for each community.
  const { vectors: few, size, narrow } = narrowed(packVectors(grouped(vectors, entries)), wide.space.size);
  const likeness = likenessTo(textPostings(few, size));
  const { groups } = wide.space;
  return {
    ask: ({ vector, missing }) => {
      const [ids, added]: [number[], AddedFeature[]] = [[], []];
      for (const [group, { features, value }] of missing.entries()) {
        for (const feature of features) {
          const id = groups[group]?.get(feature);
          if (id === undefined) continue;
          ids.push(id);
          added.push({ group, feature, value });
        }
      }
      const whole = {
        ids: Int32Array.from([...vector.ids, ...ids]),
        values: Float32Array.from([...vector.values, ...added.map(({ value }) => value)]),
      };
      return { alike: likeness(narrow(whole)), added };
    },
  };
}

/** A list cut into parts that are as long as those of another. */
function grouped<T>(list: readonly T[], like: readonly (readonly unknown[])[]): (readonly T[])[] {
  let end = 0;
  return like.map(({ length }) => {
    end += length;
    return list.slice(end - length, end);
  });
}
