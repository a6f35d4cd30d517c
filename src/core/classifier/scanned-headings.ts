import { gramFinder } from '../index/gram-finder.ts';
import { createRoom } from '../index/room.ts';
import { eachStretch, gramSizeAt, type ScannedTexts } from '../index/scanned-texts.ts';
import type { Features } from '../text/analyze.ts';
import { isUnspaced } from '../text/tokenize.ts';
import type { AddedFeature, AskedFeatures } from './asked-features.ts';
import { featureIds } from './feature-ids.ts';
import { type FeatureSpace, GROUPS, scaleOf } from './feature-space.ts';
import type { OwnHeadings } from './own-headings.ts';

/**
 * For each heading and group of features what brings a feature's value to its share: all that the texts do not tell at
 * once.
 */
export function scalesOf(headings: readonly Features[], base: FeatureSpace): Float32Array {
  const { idf, unknown, size } = base;
  const ids = featureIds(base);
  const rows = headings.flatMap((features) =>
    GROUPS.map((name, group) =>
      name === 'grams' && features.gramsByWord
        ? features.gramsByWord.map(ids.ofGrams)
        : [features[name].map((feature) => ids.of(group, feature))],
    ),
  );
  const scales = new Float32Array(rows.length);
  // Of each feature the last row that has it, counted from 1.
  const lastIn = lastRows(ids.size());
  for (const [row, lists] of rows.entries()) {
    let length = 0;
    for (const list of lists) {
      for (let n = 0; n < list.length; n++) {
        const id = list[n] ?? 0;
        if (lastIn[id] === row + 1) continue;
        lastIn[id] = row + 1;
        const weight = id < size ? (idf[id] ?? unknown) : unknown;
        length += weight * weight;
      }
    }
    scales[row] = scaleOf(GROUPS[row % GROUPS.length] ?? 'words', length);
  }
  return scales;
}

const lastRows = createRoom();

/** A question's features of one group. */
interface AskedGroup {
  readonly features: readonly string[];
  /** What each adds to a likeness, before the heading's scale. */
  readonly products: Float64Array;
  /** The value of those that the shared space lacks; 0 for others. */
  readonly added: Float64Array;
  /** Of each the last heading that has it, counted from 1. */
  readonly lastIn: Int32Array;
}

const [WORDS, CONCEPTS, PAIRS, GRAMS] = [0, 1, 2, 3];

/** Of few entries: for each question they are read. */
export function scannedHeadings(texts: ScannedTexts, scales: Float32Array, base: FeatureSpace): OwnHeadings {
  return {
    ask: (question, features) => {
      const groups = askedGroups(question, features, base);
      const sums = new Float64Array(scales.length);
      sumTerms(sums, groups, texts);
      sumGrams(sums, groups[GRAMS] ?? nothing(), texts);
      return { alike: alikeOf(sums, scales, texts), added: addedIn(groups) };
    },
  };
}

const nothing = (): AskedGroup => ({
  features: [],
  products: new Float64Array(0),
  added: new Float64Array(0),
  lastIn: new Int32Array(0),
});

function askedGroups(
  { vector, missing }: AskedFeatures,
  features: Features,
  { idf, unknown }: FeatureSpace,
): AskedGroup[] {
  // Known ones stand in the vector in the order in which they first come.
  let next = 0;
  return GROUPS.map((name, group) => {
    const distinct = [...new Set(features[name])];
    const { features: strange, value } = missing[group] ?? { features: [], value: 0 };
    const isStrange = new Set(strange);
    const asked = {
      features: distinct,
      products: new Float64Array(distinct.length),
      added: new Float64Array(distinct.length),
      lastIn: new Int32Array(distinct.length),
    };
    for (const [at, feature] of distinct.entries()) {
      if (isStrange.has(feature)) asked.added[at] = value;
      asked.products[at] = isStrange.has(feature)
        ? value * unknown
        : (vector.values[next] ?? 0) * (idf[vector.ids[next] ?? 0] ?? unknown);
      if (!isStrange.has(feature)) next++;
    }
    return asked;
  });
}

/** @returns what the heading has of the group, if it had it not yet. */
function hit({ products, lastIn }: AskedGroup, at: number, heading: number): number {
  if (lastIn[at] === heading) return 0;
  lastIn[at] = heading;
  return products[at] ?? 0;
}

/** Headings by the numbers of the parts that they are. */
function eachHeading({ entries, headings }: ScannedTexts, visit: (part: number) => void): void {
  for (const [entry, own] of headings.entries()) for (let at = 0; at < own; at++) visit((entries[entry] ?? 0) + at);
}

function sumTerms(sums: Float64Array, groups: readonly AskedGroup[], texts: ScannedTexts): void {
  const { terms, numbers } = texts.vocabulary();
  const placesIn = ({ features }: AskedGroup) => {
    const places = new Int32Array(terms.length);
    for (const [at, feature] of features.entries()) {
      const number = numbers.get(feature);
      if (number !== undefined) places[number] = at + 1;
    }
    return places;
  };
  const [words, concepts, pairs] = [
    groups[WORDS] ?? nothing(),
    groups[CONCEPTS] ?? nothing(),
    groups[PAIRS] ?? nothing(),
  ];
  const [wordPlaces, conceptPlaces] = [placesIn(words), placesIn(concepts)];
  const pairAt = new Map(pairs.features.map((pair, at) => [pair, at]));
  let heading = 0;
  eachHeading(texts, (part) => {
    heading++;
    const slot = (heading - 1) * GROUPS.length;
    const [first, end] = [texts.words.starts[part] ?? 0, texts.words.starts[part + 1] ?? 0];
    // A pair is asked only where both of its words are; a border may be on either side.
    let [before, wasAsked] = ['', true];
    for (let at = first; at <= end; at++) {
      const number = at < end ? (texts.words.terms[at] ?? 0) : -1;
      const place = number < 0 ? 0 : (wordPlaces[number] ?? 0);
      const isAsked = number < 0 || place > 0;
      const word = number < 0 ? '' : (terms[number] ?? '');
      if (place > 0) sums[slot + WORDS] = (sums[slot + WORDS] ?? 0) + hit(words, place - 1, heading);
      if (isAsked && wasAsked) {
        const pair = pairAt.get(`${before} ${word}`);
        if (pair !== undefined) sums[slot + PAIRS] = (sums[slot + PAIRS] ?? 0) + hit(pairs, pair, heading);
      }
      [before, wasAsked] = [word, isAsked];
    }
    for (let at = texts.concepts.starts[part] ?? 0; at < (texts.concepts.starts[part + 1] ?? 0); at++) {
      const place = conceptPlaces[texts.concepts.terms[at] ?? 0] ?? 0;
      if (place > 0) sums[slot + CONCEPTS] = (sums[slot + CONCEPTS] ?? 0) + hit(concepts, place - 1, heading);
    }
  });
}

function sumGrams(sums: Float64Array, grams: AskedGroup, texts: ScannedTexts): void {
  const { stretches } = texts;
  const { mayBegin, of } = gramFinder(grams.features);
  const headingOf = new Int32Array(texts.entries[texts.entries.length - 1] ?? 0);
  let count = 0;
  eachHeading(texts, (part) => {
    headingOf[part] = ++count;
  });
  const lookAll = (from: number, to: number, letter: number, heading: number): void => {
    const size = gramSizeAt(stretches, letter);
    const slot = (heading - 1) * GROUPS.length + GRAMS;
    for (let at = from; at < to; at++) {
      if (!mayBegin(stretches, at)) continue;
      for (let n = size - 1; n <= size + 1; n++) {
        // What is shorter is its own only gram.
        if (at + n > to && at > from) break;
        const found = of(stretches, at, Math.min(at + n, to));
        if (found >= 0) sums[slot] = (sums[slot] ?? 0) + hit(grams, found, heading);
      }
    }
  };
  eachStretch(stretches, (part, from, to) => {
    const heading = headingOf[part] ?? 0;
    if (heading === 0) return;
    if (isUnspaced(stretches.slice(from, from + 1))) {
      lookAll(from, to, from, heading);
      return;
    }
    // Word by word, with the spaces around each.
    for (let start = from; start < to; ) {
      const space = stretches.indexOf(' ', start);
      lookAll(start - 1, space + 1, start, heading);
      start = space + 1;
    }
  });
}

function alikeOf(sums: Float64Array, scales: Float32Array, { headings }: ScannedTexts): Float32Array {
  const alike = new Float32Array(headings.length);
  let heading = 0;
  for (const [entry, own] of headings.entries()) {
    for (const end = heading + own; heading < end; heading++) {
      let product = 0;
      for (let slot = heading * GROUPS.length; slot < (heading + 1) * GROUPS.length; slot++)
        product += (sums[slot] ?? 0) * (scales[slot] ?? 0);
      if (product > (alike[entry] ?? 0)) alike[entry] = product;
    }
  }
  return alike;
}

const addedIn = (groups: readonly AskedGroup[]): AddedFeature[] =>
  groups.flatMap(({ features, added, lastIn }, group) =>
    features.flatMap((feature, at) =>
      (added[at] ?? 0) > 0 && (lastIn[at] ?? 0) > 0 ? [{ group, feature, value: added[at] ?? 0 }] : [],
    ),
  );
