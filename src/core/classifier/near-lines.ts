import { sharedZeros } from '../index/zeros.ts';
import type { Features } from '../text/analyze.ts';
import { rememberBoth } from '../text/remember.ts';
import { type FeatureSpace, GROUPS, scaleOf, type Vector, type Widened } from './feature-space.ts';
import { type TextPostings, textPostings } from './likeness.ts';
import { packVectors } from './vectors.ts';

/** Templates that are the same for everybody who speaks a language, in a space that many widen. */
interface SharedTemplates {
  /** Of each template's groups of features, one after the other, with the features' plain weights. */
  readonly postings: TextPostings;
  /** For each template and group: the features that the space knows. */
  readonly known: readonly ReadonlySet<string>[];
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
export function nearestFilled(templates: readonly Features[], lines: readonly Features[], { base, space }: Widened): (question: Vector) => number {
  const { postings, known, sums } = sharedTemplates(templates, base);
  const { scales, lists, starts, features } = differencesOf(lines, known, space);
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

function readTemplates(templates: readonly Features[], base: FeatureSpace): SharedTemplates {
  const idOf = (feature: string, group: number) => base.groups[group]?.get(feature);
  const known = templates.flatMap((features) => GROUPS.map((name, group) => new Set(features[name].filter((feature) => idOf(feature, group) !== undefined))));
  const vectors = known.map((features, slot): Vector => {
    const ids = Int32Array.from(features, (feature) => idOf(feature, slot % GROUPS.length) ?? 0);
    return { ids, values: Float32Array.from(ids, (id) => base.idf[id] ?? base.unknown) };
  });
  return { postings: textPostings(packVectors([vectors]), base.size), known, sums: new Float32Array(known.length) };
}

const NONE: ReadonlySet<string> = new Set();

function differencesOf(lines: readonly Features[], known: SharedTemplates['known'], space: FeatureSpace): Differences {
  const scales = new Float32Array(lines.length * GROUPS.length);
  const lists = new Uint16Array(scales.length);
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
  for (const [line, own] of lines.entries()) {
    for (const [group, name] of GROUPS.entries()) {
      const slot = line * GROUPS.length + group;
      const [filled, template] = [new Set(own[name]), known[slot] ?? NONE];
      const numbered = (feature: string) => space.groups[group]?.get(feature);
      let length = 0;
      const list: number[] = [];
      for (const feature of filled) {
        const id = numbered(feature);
        length += (id === undefined ? space.unknown : (space.idf[id] ?? space.unknown)) ** 2;
        if (id !== undefined && !template.has(feature)) list.push(id);
      }
      for (const feature of template) if (!filled.has(feature)) list.push(~(numbered(feature) ?? 0));
      scales[slot] = scaleOf(name, length);
      lists[slot] = numberOf(list);
    }
  }
  return { scales, lists, starts: Int32Array.from(starts), features: Int32Array.from(features) };
}
