import type { Features } from '../text/analyze.ts';
import { type FeatureSpace, GROUPS, measuredIn, type Vector } from './feature-space.ts';

/** A question's features in a space that a language shares, which communities know more features than. */
export interface AskedFeatures {
  /** Of those that the space knows. */
  readonly vector: Vector;
  /** Of each group the others, and what each would add to the vector. */
  readonly missing: readonly MissingFeatures[];
}

export interface MissingFeatures {
  readonly features: readonly string[];
  readonly value: number;
}

/** A feature that the shared space lacks. */
export interface AddedFeature {
  readonly group: number;
  readonly feature: string;
  /** In the question. */
  readonly value: number;
}

export function askFeatures(space: FeatureSpace, features: Features): AskedFeatures {
  const missing = GROUPS.map((): string[] => []);
  const { vector, scales } = measuredIn(space, features, (feature, group) => missing[group]?.push(feature));
  return {
    vector,
    missing: missing.map((own, group) => ({ features: own, value: Math.fround(space.unknown * (scales[group] ?? 0)) })),
  };
}
