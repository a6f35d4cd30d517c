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
