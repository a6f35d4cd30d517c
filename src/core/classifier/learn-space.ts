import { keepLines } from '../index/line-numbers.ts';
import type { Features } from '../text/analyze.ts';
import { GROUPS, type KeptSpace, scaleOf, type Vector } from './feature-space.ts';

/** A space, and where the texts that it was learned from are in it. */
export interface LearnedSpace {
  readonly kept: KeptSpace;
  readonly vectors: readonly Vector[];
}

/** One group's features by numbers, so that each is looked up once. */
interface Numbered {
  /** In the order in which they first come. */
  readonly ids: ReadonlyMap<string, number>;
  /** How many texts have each. */
  readonly counts: readonly number[];
  /** Of each text, none twice. */
  readonly rows: readonly (readonly number[])[];
}

/** @param most features kept, the most frequent first: a bound for memory. Default: all. */
export function learnSpace(texts: readonly Features[], most = Number.POSITIVE_INFINITY): LearnedSpace {
  const groups = GROUPS.map((group) => numberFeatures(texts.map((features) => features[group])));
  const least = leastCount(groups, most);
  const idf = (count: number) => Math.log((texts.length + 1) / (count + 1)) + 1;
  const kept = {
    features: groups.map(({ ids, counts }) => keepLines([...ids.keys()].filter((_, id) => (counts[id] ?? 0) >= least))),
    idf: Float32Array.from(groups.flatMap(({ counts }) => counts.filter((count) => count >= least).map(idf))),
    unknown: idf(0),
  };
  const places = placesOf(groups, least);
  return { kept, vectors: texts.map((_, text) => vectorOf(groups, places, text, kept)) };
}

function numberFeatures(texts: readonly (readonly string[])[]): Numbered {
  const ids = new Map<string, number>();
  const [counts, lastIn]: [number[], number[]] = [[], []];
  const rows = texts.map((features, text) => {
    const row: number[] = [];
    for (const feature of features) {
      const id = ids.get(feature) ?? ids.size;
      if (id === ids.size) ids.set(feature, id);
      if (lastIn[id] === text) continue;
      lastIn[id] = text;
      counts[id] = (counts[id] ?? 0) + 1;
      row.push(id);
    }
    return row;
  });
  return { ids, counts, rows };
}

/** The count from which features are kept so that at most `most` are. */
function leastCount(groups: readonly Numbered[], most: number): number {
  const all = groups.flatMap(({ counts }) => counts);
  if (all.length <= most) return 1;
  return (all.sort((a, b) => b - a)[most] ?? 0) + 1;
}

/** For each group the numbers that its features have in the space, -1 where one is not kept. */
function placesOf(groups: readonly Numbered[], least: number): Int32Array[] {
  let size = 0;
  return groups.map(({ counts }) => Int32Array.from(counts, (count) => (count >= least ? size++ : -1)));
}

/** The same as `vectorIn` the opened space. */
function vectorOf(
  groups: readonly Numbered[],
  places: readonly Int32Array[],
  text: number,
  { idf, unknown }: KeptSpace,
): Vector {
  const [ids, values]: [number[], number[]] = [[], []];
  for (const [at, name] of GROUPS.entries()) {
    const first = ids.length;
    let length = 0;
    for (const id of groups[at]?.rows[text] ?? []) {
      const place = places[at]?.[id] ?? -1;
      const value = place < 0 ? unknown : (idf[place] ?? unknown);
      length += value ** 2;
      if (place < 0) continue;
      ids.push(place);
      values.push(value);
    }
    const scale = scaleOf(name, length);
    for (let n = first; n < values.length; n++) values[n] = (values[n] ?? 0) * scale;
  }
  return { ids: Int32Array.from(ids), values: Float32Array.from(values) };
}
