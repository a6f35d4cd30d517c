import { Numbering } from '../index/numbered-text.ts';
import { sharedZeros } from '../index/zeros.ts';
import type { Analysis } from '../text/analyze.ts';
import { rememberBoth } from '../text/remember.ts';
import { type FeatureSpace, GROUPS, scaleOf, type Vector, type Widened } from './feature-space.ts';
import { type TextPostings, textPostings } from './likeness.ts';
import { packVectors } from './vectors.ts';

/** Templates that are the same for everybody who speaks a language, in a space that many widen. */
interface SharedTemplates {
  /** Of each template's groups of features, one after the other, with the features' plain weights. */
  readonly postings: TextPostings;
  /** For each group: numbers for all features of the templates, and where the space has each; -1: nowhere. */
  readonly terms: readonly Numbering[];
  readonly ids: readonly Int32Array[];
  /** For each template and group: the features that the space knows. */
  readonly known: readonly Int32Array[];
  /** Numbers of the grams of words that the templates have. */
  readonly ofGrams: WeakMap<readonly string[], Int32Array>;
  /** For each template and group: what the question has in common with it; one question is asked at a time. */
  readonly sums: Float32Array;
}

/** What one community's lines are beside their templates. */
interface Differences {
  /** For each line and group: what brings a feature's value to its share. */
  readonly scales: Float32Array;
  /** For each line and group: the number of its list; 0 is the empty one. */
  readonly lists: Uint16Array;
  /** Where each list begins, and where the last one ends. */
  readonly starts: Int32Array;
  /** Features that a line has beside its template's; one that it lacks is written as its complement. */
  readonly features: Int32Array;
}

/**
 * How like a question is to the nearest of some filled templates: 0 to 1. The same as `nearestTo` over the lines' vectors; but of
 * each line only what the filling makes of it is kept, and mostly once for each word that was filled in.
 * @param templates unfilled; the same list for everybody. @param lines each template, filled.
 */
export function nearestFilled(templates: readonly Analysis[], lines: readonly Analysis[], wide: Widened): (question: Vector) => number {
  const { base, space } = wide;
  const shared = sharedTemplates(templates, base);
  const { postings, sums } = shared;
  const { scales, lists, starts, features } = differencesOf(lines, shared, wide);
  const added = new Float64Array(starts.length - 1);
  // The lines themselves would stay if what follows named them.
  const count = lines.length;
  const weightOf = (id: number) => space.idf[id] ?? space.unknown;
  return ({ ids, values }) => {
    sums.fill(0);
    const asked = sharedZeros(space.size);
    for (let n = 0; n < ids.length; n++) {
      const [id, value] = [ids[n] ?? 0, values[n] ?? 0];
      asked[id] = value;
      if (id >= base.size) continue;
      for (let at = postings.starts[id] ?? 0; at < (postings.starts[id + 1] ?? 0); at++) {
        const slot = postings.texts[at] ?? 0;
        sums[slot] = (sums[slot] ?? 0) + value * (postings.values[at] ?? 0);
      }
    }
    for (let list = 0; list < added.length; list++) {
      let sum = 0;
      for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at++) {
        const feature = features[at] ?? 0;
        const id = feature < 0 ? ~feature : feature;
        sum += (feature < 0 ? -1 : 1) * (asked[id] ?? 0) * weightOf(id);
      }
      added[list] = sum;
    }
    for (const id of ids) asked[id] = 0;
    let most = 0;
    for (let line = 0; line < count; line++) most = Math.max(most, likenessOf(line));
    return most;
  };
  function likenessOf(line: number): number {
    let likeness = 0;
    for (let slot = line * GROUPS.length; slot < (line + 1) * GROUPS.length; slot++) likeness += (scales[slot] ?? 0) * ((sums[slot] ?? 0) + (added[lists[slot] ?? 0] ?? 0));
    return likeness;
  }
}

const sharedTemplates = rememberBoth(readTemplates);

function readTemplates(templates: readonly Analysis[], base: FeatureSpace): SharedTemplates {
  const terms = GROUPS.map(() => new Numbering());
  const rows = templates.flatMap((template) => GROUPS.map((name, group) => terms[group]?.each(template.features[name]) ?? NONE));
  const ids = terms.map((own, group) => Int32Array.from(own.terms, (feature) => base.groups[group]?.get(feature) ?? -1));
  const known = rows.map((row, slot) => row.filter((number) => (ids[slot % GROUPS.length]?.[number] ?? -1) >= 0));
  const vectors = known.map((row, slot): Vector => {
    const own = row.map((number) => ids[slot % GROUPS.length]?.[number] ?? 0);
    return { ids: own, values: Float32Array.from(own, (id) => base.idf[id] ?? base.unknown) };
  });
  return { postings: textPostings(packVectors([vectors]), base.size), terms, ids, known, ofGrams: new WeakMap(), sums: new Float32Array(known.length) };
}

const NONE = new Int32Array();

/** Lines by the numbers of their features: those of the templates, and behind them what the filling brings. */
interface NumberedLines {
  /** For each line and group; a feature may come twice. */
  readonly rows: readonly (readonly Int32Array[])[];
  /** For each group: where the space has each feature; -1: nowhere. */
  readonly ids: readonly Int32Array[];
}

function numberLines(lines: readonly Analysis[], { terms, ids, ofGrams }: SharedTemplates, wide: Widened): NumberedLines {
  const others = GROUPS.map(() => new Numbering());
  const numbersOf = (features: readonly string[], group: number): Int32Array => {
    const [own, more] = [terms[group] ?? new Numbering(), others[group] ?? new Numbering()];
    return Int32Array.from(features, (feature) => own.find(feature) ?? own.terms.length + more.of(feature));
  };
  // Words come again and again, and each has some twenty grams.
  const known = new Map<readonly string[], Int32Array>();
  const gramsOf = (grams: readonly string[], group: number): Int32Array => {
    const before = known.get(grams) ?? ofGrams.get(grams);
    if (before) return before;
    const numbers = numbersOf(grams, group);
    const isShared = numbers.every((number) => number < (terms[group]?.terms.length ?? 0));
    (isShared ? ofGrams : known).set(grams, numbers);
    return numbers;
  };
  const rows = lines.flatMap(({ features }) =>
    GROUPS.map((name, group) => (name === 'grams' ? (features.gramsByWord ?? [features.grams]).map((grams) => gramsOf(grams, group)) : [numbersOf(features[name], group)])),
  );
  return { rows, ids: ids.map((shared, group) => placesOf(shared, terms[group] ?? new Numbering(), others[group]?.terms ?? [], group, wide)) };
}

/** Most features of templates are in no space: what was added is looked for among them, not they in it. */
function placesOf(shared: Int32Array, terms: Numbering, others: readonly string[], group: number, { base, space, added }: Widened): Int32Array {
  const places = new Int32Array(shared.length + others.length);
  places.set(shared);
  let next = added.slice(0, group).reduce((sum, { length }) => sum + length, base.size);
  for (const feature of added[group] ?? []) {
    const number = terms.find(feature);
    if (number !== undefined) places[number] = next;
    next++;
  }
  for (const [at, feature] of others.entries()) places[shared.length + at] = space.groups[group]?.get(feature) ?? -1;
  return places;
}

function differencesOf(lines: readonly Analysis[], shared: SharedTemplates, wide: Widened): Differences {
  const { rows, ids } = numberLines(lines, shared, wide);
  const { space } = wide;
  const scales = new Float32Array(rows.length);
  const lists = new Uint16Array(rows.length);
  const { numberOf, kept } = distinctLists();
  // The last line that has a feature, and the last one whose template has it; counted from 1.
  const [lastIn, lastOf] = [ids, ids].map((groups) => groups.map(({ length }) => new Int32Array(length))) as [Int32Array[], Int32Array[]];
  for (const [slot, parts] of rows.entries()) {
    const [group, line] = [slot % GROUPS.length, 1 + Math.floor(slot / GROUPS.length)];
    const [own, filled, plain, template] = [ids[group] ?? NONE, lastIn[group] ?? NONE, lastOf[group] ?? NONE, shared.known[slot] ?? NONE];
    for (const number of template) plain[number] = line;
    let length = 0;
    const list: number[] = [];
    for (const part of parts) {
      for (const number of part) {
        if (filled[number] === line) continue;
        filled[number] = line;
        const id = own[number] ?? -1;
        length += (id < 0 ? space.unknown : (space.idf[id] ?? space.unknown)) ** 2;
        if (id >= 0 && plain[number] !== line) list.push(id);
      }
    }
    for (const number of template) if (filled[number] !== line) list.push(~(own[number] ?? 0));
    scales[slot] = scaleOf(GROUPS[group] ?? 'words', length);
    lists[slot] = numberOf(list);
  }
  return { scales, lists, ...kept() };
}

/** Keeps lists once each, one after the other; the first is empty. */
function distinctLists() {
  const numbers = new Map<string, number>([['', 0]]);
  const [features, starts]: [number[], number[]] = [[], [0, 0]];
  const numberOf = (list: readonly number[]): number => {
    const key = list.join();
    const number = numbers.get(key) ?? numbers.size;
    if (number === numbers.size) {
      numbers.set(key, number);
      features.push(...list);
      starts.push(features.length);
    }
    return number;
  };
  return { numberOf, kept: () => ({ starts: Int32Array.from(starts), features: Int32Array.from(features) }) };
}
