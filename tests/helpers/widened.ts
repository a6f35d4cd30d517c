import type { AddedFeature, MissingFeatures } from '../../src/core/classifier/asked-features.ts';
import type { FeatureSpace, Widened } from '../../src/core/classifier/feature-space.ts';
import { createHeadingTerms, numberHeading, widenBy } from '../../src/core/classifier/numbered-heading.ts';
import { createTerms } from '../../src/core/index/numbered-text.ts';
import type { Analyzer } from '../../src/core/text/analyze.ts';

/** A space that knows some more texts. */
export function widenedBy(base: FeatureSpace, texts: readonly string[], analyzer: Analyzer): Widened {
  const terms = { ...createTerms(), ...createHeadingTerms() };
  const headings = texts.map((text) => numberHeading(analyzer.analyze(text), terms, analyzer));
  return widenBy(base, headings, terms).wide;
}

/** Features that a space knows, of those that another lacks. */
export const knownIn = ({ groups }: FeatureSpace, missing: readonly MissingFeatures[]): AddedFeature[] =>
  missing.flatMap(({ features, value }, group) =>
    features
      .filter((feature) => groups[group]?.get(feature) !== undefined)
      .map((feature) => ({ group, feature, value })),
  );
