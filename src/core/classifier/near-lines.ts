import { sharedZeros } from '../index/zeros.ts';
import type { Analyzer, Features } from '../text/analyze.ts';
import { passing, rememberBoth } from '../text/remember.ts';
import { type FeatureSpace, GROUPS, scaleOf } from './feature-space.ts';
import { type FilledLine, fillTemplates, type Template } from './filled-lines.ts';
import { type TextPostings, textPostings } from './likeness.ts';
import type { NearestShared } from './ordinary-lines.ts';
import { packVectors } from './vectors.ts';

const [WORDS, CONCEPTS, PAIRS, GRAMS] = [0, 1, 2, 3];

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
 * How like a question is to the nearest of some filled templates: 0 to 1. The same as `nearestTo` over the lines' vectors; but only
 * what the filling makes of each line is worked out, and that is let go whenever memory is wanted.
 * @param templates the same list for everybody. @param names what they are filled with, a line each. @param base the space that all share.
 */
export function nearestFilled(templates: readonly Template[], names: string, analyzer: Analyzer, base: FeatureSpace): NearestShared {
  const differences = passing(() => differencesOf(fillTemplates(templates, names, analyzer), templates, sharedTemplates(templates, base), analyzer, base));
  return ({ ids, values }, added) => {
    const [shared, own] = [sharedTemplates(templates, base), differences()];
    const beside = added.map(({ group, feature, value }) => ({ id: own.ids.find(group, feature) ?? -1, value })).filter(({ id }) => id >= 0);
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

function greatestOf({ scales, starts, features }: Differences, sums: Float32Array, asked: Float32Array, { idf, unknown }: FeatureSpace): number {
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

/** Ids of features: those of the space, and behind them of what it lacks. */
interface FeatureIds {
  readonly of: (group: number, feature: string) => number;
  /** Of the grams of a word, looked up once as long as the same list is given. */
  readonly ofGrams: (grams: readonly string[]) => readonly number[];
  /** Undefined for what has none, neither in the space. */
  readonly find: (group: number, feature: string) => number | undefined;
  /** What is past the last id. */
  readonly size: () => number;
  readonly strange: readonly ReadonlyMap<string, number>[];
}

function featureIds(base: FeatureSpace, shared: SharedTemplates['strange'], first: number): FeatureIds {
  let next = first;
  const strange = GROUPS.map(() => new Map<string, number>());
  const beside = (group: number, feature: string) => shared[group]?.get(feature) ?? strange[group]?.get(feature);
  const of = (group: number, feature: string): number => {
    const known = base.groups[group]?.get(feature) ?? beside(group, feature);
    if (known === undefined) strange[group]?.set(feature, next);
    return known ?? next++;
  };
  const grams = new Map<readonly string[], readonly number[]>();
  const ofGrams = (list: readonly string[]): readonly number[] => {
    const known = grams.get(list) ?? numbersOf(base, list).map((id, at) => (id < 0 ? of(GRAMS, list[at] ?? '') : id));
    grams.set(list, known);
    return known;
  };
  return { of, ofGrams, find: beside, size: () => next, strange };
}

function numbersOf({ groups }: FeatureSpace, grams: readonly string[]): number[] {
  const first = groups[GRAMS]?.numbersOf(grams);
  return first === undefined ? grams.map((gram) => groups[GRAMS]?.get(gram) ?? -1) : Array.from(groups[GRAMS]?.numbers.subarray(first, first + grams.length) ?? []);
}

const sharedTemplates = rememberBoth(readShared);

function readShared(templates: readonly Template[], base: FeatureSpace): SharedTemplates {
  const ids = featureIds(base, [], base.size);
  const rows = templates.flatMap(({ plain: { features } }) => GROUPS.map((name, group) => features[name].map((feature) => ids.of(group, feature))));
  const weightOf = (id: number) => base.idf[id] ?? base.unknown;
  const distinct = rows.map((row) => Int32Array.from(new Set(row)));
  const postings = textPostings(packVectors([distinct.map((own) => ({ ids: own, values: Float32Array.from(own, weightOf) }))]), ids.size());
  const lengths = distinct.map((own) => own.reduce((sum, id) => sum + weightOf(id) ** 2, 0));
  return { postings, strange: ids.strange, size: ids.size(), rows, lengths, sums: new Float32Array(rows.length) };
}

/** A line's features of one group: all of them, or those that come to its template's. */
interface Filling {
  readonly isAll: boolean;
  readonly ids: readonly number[];
}

function differencesOf(lines: readonly FilledLine[], templates: readonly Template[], shared: SharedTemplates, analyzer: Analyzer, base: FeatureSpace): Differences {
  const ids = featureIds(base, shared.strange, shared.size);
  const join = joiner(ids, shared, analyzer);
  const fillings = lines.flatMap((line, at): Filling[] => {
    const template = templates[at];
    if (line.kind === 'joined' && template) return join(line, template, at * GROUPS.length);
    const { features } = line.kind === 'read' ? line.text : line.name;
    return GROUPS.map((name, group) => ({ isAll: true, ids: features[name].map((feature) => ids.of(group, feature)) }));
  });
  const starts = new Int32Array(fillings.length + 1);
  const scales = new Float32Array(fillings.length);
  const features: number[] = [];
  // The last slot that has a feature, and the last one whose template has it; counted from 1.
  const [filled, plain] = [new Int32Array(ids.size()), new Int32Array(ids.size())];
  for (const [slot, { isAll, ids: own }] of fillings.entries()) {
    const template = shared.rows[slot] ?? [];
    for (const id of template) plain[id] = slot + 1;
    let length = isAll ? 0 : (shared.lengths[slot] ?? 0);
    for (const id of own) {
      const isNew = plain[id] !== slot + 1;
      if (filled[id] === slot + 1 || !(isNew || isAll)) continue;
      filled[id] = slot + 1;
      length += (base.idf[id] ?? base.unknown) ** 2;
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
function joiner(ids: FeatureIds, { rows }: SharedTemplates, { conceptsOf }: Analyzer) {
  const names = new Map<Features, Record<'words' | 'grams', readonly number[]>>();
  const idsIn = (features: Features) => {
    const known = names.get(features) ?? { words: features.words.map((word) => ids.of(WORDS, word)), grams: (features.gramsByWord ?? []).flatMap(ids.ofGrams) };
    names.set(features, known);
    return known;
  };
  return ({ place, name }: FilledLine & { kind: 'joined' }, { plain }: Template, slot: number): Filling[] => {
    const own = idsIn(name.features);
    const words = plain.words.toSpliced(place, 0, ...name.words);
    // Words that mean something together may come to stand together.
    const concepts = conceptsOf(words).map((concept) => ids.of(CONCEPTS, concept));
    const before = rows[slot + PAIRS] ?? [];
    const between = Array.from({ length: name.words.length + 1 }, (_, at) => ids.of(PAIRS, `${words[place + at - 1] ?? ''} ${words[place + at] ?? ''}`));
    return [
      { isAll: false, ids: own.words },
      { isAll: true, ids: concepts },
      { isAll: true, ids: before.toSpliced(place, 1, ...between) },
      { isAll: false, ids: own.grams },
    ];
  };
}
