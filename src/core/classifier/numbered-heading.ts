import { type NumberedText, Numbering, numberText, type TextTerms } from '../index/numbered-text.ts';
import type { Analysis, Analyzer } from '../text/analyze.ts';
import { namesOf } from '../text/names.ts';
import { type FeatureSpace, GROUPS, scaleOf, type Vector, type Widened, widen } from './feature-space.ts';

/** What the names and features of some titles and phrasings are called. */
export interface HeadingTerms {
  readonly names: Numbering;
  readonly features: readonly Numbering[];
}

/** A title or phrasing by numbers. */
export interface NumberedHeading extends NumberedText {
  /** What may be a name, in order. */
  readonly names: Int32Array;
  /** Of each group, none twice. */
  readonly features: readonly Int32Array[];
}

export const createHeadingTerms = (): HeadingTerms => ({
  names: new Numbering(),
  features: GROUPS.map(() => new Numbering()),
});

export const numberHeading = (
  text: Analysis,
  terms: TextTerms & HeadingTerms,
  analyzer: Pick<Analyzer, 'weightOf'>,
): NumberedHeading => ({
  ...numberText(text, terms),
  names: terms.names.all(namesOf(text, analyzer)),
  features: GROUPS.map((name, at) => terms.features[at]?.each(text.features[name]) ?? new Int32Array()),
});

/**
 * A space that knows all features of some headings, too, and where they are in it. The vectors are the same as
 * `vectorIn` it.
 */
export function widenBy(
  base: FeatureSpace,
  headings: readonly NumberedHeading[],
  { features }: HeadingTerms,
): { readonly wide: Widened; readonly vectors: readonly Vector[] } {
  // Counted from 1: in the base's order, and behind it in the order in which they come.
  const places = features.map(({ terms }) => new Int32Array(terms.length));
  const added = features.map(({ terms }, group) => {
    const own = places[group] ?? new Int32Array();
    const names: string[] = [];
    for (const heading of headings) {
      for (const number of heading.features[group] ?? []) {
        if (own[number] !== 0) continue;
        const known = base.groups[group]?.get(terms[number] ?? '');
        own[number] = known === undefined ? -names.push(terms[number] ?? '') : known + 1;
      }
    }
    return names;
  });
  const wide = widen(base, added);
  let first = base.size;
  for (const [group, names] of added.entries()) {
    const own = places[group] ?? new Int32Array();
    for (let number = 0; number < own.length; number++)
      if ((own[number] ?? 0) < 0) own[number] = first - (own[number] ?? 0);
    first += names.length;
  }
  return { wide, vectors: headings.map((heading) => vectorOf(heading, places, base)) };
}

function vectorOf(
  { features }: NumberedHeading,
  places: readonly Int32Array[],
  { idf, unknown }: FeatureSpace,
): Vector {
  const size = features.reduce((sum, { length }) => sum + length, 0);
  const vector = { ids: new Int32Array(size), values: new Float32Array(size) };
  let next = 0;
  for (const [group, name] of GROUPS.entries()) {
    const own = features[group] ?? new Int32Array();
    let length = 0;
    const at = places[group] ?? new Int32Array();
    for (let n = 0; n < own.length; n++) {
      const id = (at[own[n] ?? 0] ?? 0) - 1;
      vector.ids[next + n] = id;
      length += (idf[id] ?? unknown) ** 2;
    }
    const scale = scaleOf(name, length);
    for (const end = next + own.length; next < end; next++)
      vector.values[next] = (idf[vector.ids[next] ?? 0] ?? unknown) * scale;
  }
  return vector;
}
