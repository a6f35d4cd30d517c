import { createRoom, sharedZeros } from '../index/room.ts';
import type { Analysis, Analyzer } from '../text/analyze.ts';
import { passing, rememberBoth, rememberEach } from '../text/remember.ts';
import { type FeatureIds, featureIds } from './feature-ids.ts';
import { type FeatureSpace, GROUPS, scaleOf } from './feature-space.ts';
import { type FilledLine, fillTemplates, type Template } from './filled-lines.ts';
import { type TextPostings, textPostings } from './likeness.ts';
import type { NearestShared } from './ordinary-lines.ts';
import { packVectors } from './vectors.ts';

const [WORDS, CONCEPTS, PAIRS] = [0, 1, 2];

/** Templates that are the same for everybody who speaks a language, in a space that all share. */
interface SharedTemplates {
  /** Of each template's groups of features, one after the other, with the features' plain weights. */
  readonly postings: TextPostings;
  /** Of each group the ids of the features that the space lacks, behind its own. */
  readonly strange: readonly ReadonlyMap<string, number>[];
  /** What is past the last id. */
  readonly size: number;
  /** For each template and group its features, in order, and the sum of their squared weights, each counted once. */
  readonly rows: readonly (readonly number[])[];
  readonly lengths: readonly number[];
  /** For each template and group: what the question has in common with it; one question is asked at a time. */
  readonly sums: Float32Array;
}

/** What one community's lines are beside their templates. */
interface Differences {
  /** For each line and group: what brings a feature's value to its share. */
  readonly scales: Float32Array;
  /** For each line and group where its features begin, and where the last one's end. */
  readonly starts: Int32Array;
  /** Those that it has beside its template's; one that it lacks is written as its complement. */
  readonly features: Int32Array;
  readonly ids: FeatureIds;
}

/**
 * How like a question is to the nearest of some filled templates: 0 to 1. The same as `nearestTo` over the lines'
 * vectors; but only what the filling makes of each line is worked out, and that is let go whenever memory is wanted.
 * @param templates the same list for everybody. @param names what they are filled with, a line each. @param base the
 * space that all share.
 */
export function nearestFilled(
  templates: readonly Template[],
  names: string,
  analyzer: Analyzer,
  base: FeatureSpace,
): NearestShared {
  const differences = passing(() =>
    differencesOf(
      fillTemplates(templates, names, analyzer),
      templates,
      sharedTemplates(templates, base),
      analyzer,
      base,
    ),
  );
  return ({ ids, values }, added) => {
    const [shared, own] = [sharedTemplates(templates, base), differences()];
    const beside = added
      .map(({ group, feature, value }) => ({ id: own.ids.find(group, feature) ?? -1, value }))
      .filter(({ id }) => id >= 0);
    const asked = sharedZeros(own.ids.size());
    for (let n = 0; n < ids.length; n++) asked[ids[n] ?? 0] = values[n] ?? 0;
    for (const { id, value } of beside) asked[id] = value;
    const all = [...ids, ...beside.map(({ id }) => id)];
    sumTemplates(shared, all, asked);
    const most = greatestOf(own, shared.sums, asked, base);
    for (const id of all) asked[id] = 0;
    return most;
  };
}

function sumTemplates({ postings, sums, size }: SharedTemplates, ids: readonly number[], asked: Float32Array): void {
  sums.fill(0);
  for (const id of ids) {
    if (id >= size) continue;
    const value = asked[id] ?? 0;
    for (let at = postings.starts[id] ?? 0; at < (postings.starts[id + 1] ?? 0); at++) {
      const slot = postings.texts[at] ?? 0;
      sums[slot] = (sums[slot] ?? 0) + value * (postings.values[at] ?? 0);
    }
  }
}

function greatestOf(
  { scales, starts, features }: Differences,
  sums: Float32Array,
  asked: Float32Array,
  { idf, unknown }: FeatureSpace,
): number {
  let most = 0;
  for (let first = 0; first < scales.length; first += GROUPS.length) {
    let likeness = 0;
    for (let slot = first; slot < first + GROUPS.length; slot++) {
      let sum = sums[slot] ?? 0;
      const end = starts[slot + 1] ?? 0;
      for (let at = starts[slot] ?? 0; at < end; at++) {
        const feature = features[at] ?? 0;
        const id = feature < 0 ? ~feature : feature;
        const value = asked[id] ?? 0;
        if (value > 0) sum += (feature < 0 ? -value : value) * (idf[id] ?? unknown);
      }
      likeness += (scales[slot] ?? 0) * sum;
    }
    if (likeness > most) most = likeness;
  }
  return most;
}

const sharedTemplates = rememberBoth(readShared);

function readShared(templates: readonly Template[], base: FeatureSpace): SharedTemplates {
  const ids = featureIds(base);
  const rows = templates.flatMap(({ plain: { features } }) =>
    GROUPS.map((name, group) => features[name].map((feature) => ids.of(group, feature))),
  );
  const weightOf = (id: number) => base.idf[id] ?? base.unknown;
  const distinct = rows.map((row) => Int32Array.from(new Set(row)));
  const postings = textPostings(
    packVectors([distinct.map((own) => ({ ids: own, values: Float32Array.from(own, weightOf) }))]),
    ids.size(),
  );
  const lengths = distinct.map((own) => own.reduce((sum, id) => sum + weightOf(id) ** 2, 0));
  return { postings, strange: ids.strange, size: ids.size(), rows, lengths, sums: new Float32Array(rows.length) };
}

/** A line's features of one group: all of them, or those that come to its template's. */
interface Filling {
  readonly isAll: boolean;
  readonly ids: readonly number[];
}

const [filledRoom, plainRoom] = [createRoom(), createRoom()];

function differencesOf(
  lines: readonly FilledLine[],
  templates: readonly Template[],
  shared: SharedTemplates,
  analyzer: Analyzer,
  base: FeatureSpace,
): Differences {
  const ids = featureIds(base, shared.strange, shared.size);
  const join = joiner(ids, shared, analyzer);
  const fillings = lines.flatMap((line, at): Filling[] => {
    const template = templates[at];
    if (line.kind === 'joined' && template) return join(line, template, at * GROUPS.length);
    const { features } = line.kind === 'read' ? line.text : line.name;
    return GROUPS.map((name, group) => ({ isAll: true, ids: features[name].map((feature) => ids.of(group, feature)) }));
  });
  const weightOf = (id: number): number => (id < base.size ? (base.idf[id] ?? base.unknown) : base.unknown);
  const starts = new Int32Array(fillings.length + 1);
  const scales = new Float32Array(fillings.length);
  const features: number[] = [];
  // The last slot that has a feature, and the last one whose template has it; counted from 1.
  const [filled, plain] = [filledRoom(ids.size()), plainRoom(ids.size())];
  for (const [slot, { isAll, ids: own }] of fillings.entries()) {
    const template = shared.rows[slot] ?? [];
    for (const id of template) plain[id] = slot + 1;
    let length = isAll ? 0 : (shared.lengths[slot] ?? 0);
    for (const id of own) {
      const isNew = plain[id] !== slot + 1;
      if (filled[id] === slot + 1 || !(isNew || isAll)) continue;
      filled[id] = slot + 1;
      length += weightOf(id) ** 2;
      if (isNew) features.push(id);
    }
    if (isAll) {
      for (const id of template) {
        if (filled[id] === slot + 1) continue;
        filled[id] = slot + 1;
        features.push(~id);
      }
    }
    starts[slot + 1] = features.length;
    scales[slot] = scaleOf(GROUPS[slot % GROUPS.length] ?? 'words', length);
  }
  return { scales, starts, features: Int32Array.from(features), ids };
}

/** Puts a template's features and a name's together, for what stands beside the name alone is new. */
function joiner(ids: FeatureIds, { rows }: SharedTemplates, { conceptsOf, isInPhrase }: Analyzer) {
  const readName = rememberEach((name: Analysis) => ({
    words: name.words.map((word) => ids.of(WORDS, word)),
    grams: (name.features.gramsByWord ?? []).flatMap((grams) => Array.from(ids.ofGrams(grams))),
    // Undefined where it may mean something else together with what it comes to stand beside.
    concepts: name.words.some(isInPhrase) ? undefined : name.concepts.map((concept) => ids.of(CONCEPTS, concept)),
  }));
  return (
    { place, name }: FilledLine & { kind: 'joined' },
    { plain, isParting }: Template,
    slot: number,
  ): Filling[] => {
    const own = readName(name);
    const concepts = isParting ? undefined : own.concepts;
    const joined = () =>
      conceptsOf(plain.words.toSpliced(place, 0, ...name.words)).map((concept) => ids.of(CONCEPTS, concept));
    const side = [...name.words, plain.words[place] ?? ''];
    const between = side.map((word, at) => ids.of(PAIRS, `${side[at - 1] ?? plain.words[place - 1] ?? ''} ${word}`));
    return [
      { isAll: false, ids: own.words },
      concepts ? { isAll: false, ids: concepts } : { isAll: true, ids: joined() },
      { isAll: true, ids: (rows[slot + PAIRS] ?? []).toSpliced(place, 1, ...between) },
      { isAll: false, ids: own.grams },
    ];
  };
}
