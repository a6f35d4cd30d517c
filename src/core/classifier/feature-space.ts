import { FEATURE_SHARES } from '../calibration/policy.ts';
import { type KeptLines, keepLines, type LineNumbers, lineNumbers } from '../index/line-numbers.ts';
import { sharedZeros } from '../index/room.ts';
import type { Features } from '../text/analyze.ts';

/** A sparse vector: feature numbers and their values. */
export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** Tf-idf over three groups of features. */
export interface FeatureSpace {
  readonly size: number;
  /** The numbers of each group's features. */
  readonly groups: readonly Group[];
  /** How telling each feature is, by its number. */
  readonly idf: ArrayLike<number>;
  /** Idf of a feature that is not there. */
  readonly unknown: number;
}

interface Group extends Pick<ReadonlyMap<string, number>, 'get'> {
  /**
   * Where in `numbers` those of a word's features begin, looked up once as long as the same list is given; undefined
   * for a word without end.
   */
  readonly numbersOf: (features: readonly string[]) => number | undefined;
  /** Of the words that are remembered; -1 for a feature that is not there. */
  readonly numbers: Int32Array;
}

/** A space as plain data, so that it can be kept. */
export interface KeptSpace {
  /** Features of each group; their numbers go on from group to group. */
  readonly features: readonly KeptLines[];
  readonly idf: Float32Array;
  readonly unknown: number;
}

export const GROUPS = ['words', 'concepts', 'pairs', 'grams'] as const;

export function openSpace({ features, idf, unknown }: KeptSpace): FeatureSpace {
  let size = 0;
  const groups = features.map((lines): Group => {
    const [first, numbers] = [size, lineNumbers(lines)];
    size += numbers.size;
    return groupOf((feature) => numberIn(numbers, feature, first));
  });
  return { size, groups, idf, unknown };
}

/**
 * Numbers that are remembered of each group's words: two thousand words, 128 KB. More words than fit in turn would be
 * looked up anew each time.
 */
const MOST_NUMBERS = 32_768;

function groupOf(get: Group['get']): Group {
  const starts = new Map<readonly string[], number>();
  let numbers = new Int32Array(0);
  let end = 0;
  const numbersOf: Group['numbersOf'] = (features) => {
    const known = starts.get(features);
    if (known !== undefined || features.length > MOST_NUMBERS) return known;
    if (end + features.length > MOST_NUMBERS) {
      starts.clear();
      end = 0;
    }
    if (end + features.length > numbers.length) numbers = grown(numbers, end + features.length);
    const start = end;
    for (const feature of features) numbers[end++] = get(feature) ?? -1;
    starts.set(features, start);
    return start;
  };
  return {
    get,
    numbersOf,
    get numbers() {
      return numbers;
    },
  };
}

/** With room for twice as many as are needed. */
function grown(numbers: Int32Array, needed: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(Math.min(MOST_NUMBERS, 2 * needed));
  wider.set(numbers);
  return wider;
}

function numberIn(numbers: LineNumbers, feature: string, first: number): number | undefined {
  const number = numbers.of(feature);
  return number < 0 ? undefined : first + number;
}

/** A text's place in a space: of unit length when every feature is known; shorter with every unknown one. */
export const vectorIn = (space: FeatureSpace, features: Features): Vector => measuredIn(space, features).vector;

/**
 * The same, with what each group's values were brought to its share by. @param onMissing is told each feature that the
 * space lacks, and its group.
 */
export function measuredIn(
  space: FeatureSpace,
  features: Features,
  onMissing?: (feature: string, group: number) => void,
): { readonly vector: Vector; readonly scales: readonly number[] } {
  const { idf, unknown } = space;
  const { words, concepts, pairs, gramsByWord } = features;
  const all = [[words], [concepts], [pairs], gramsByWord ?? [features.grams]];
  const { ids, values, scaled } = roomFor(all);
  const isTaken = sharedZeros(space.size);
  const scales: number[] = [];
  let count = 0;
  for (const [at, lists] of all.entries()) {
    const group = space.groups[at];
    const first = count;
    // Unknown features have no weight but count in the length: text that is mostly foreign gets a low probability.
    const missing: string[] = [];
    let length = 0;
    for (const list of lists) {
      const start = lists === gramsByWord ? group?.numbersOf(list) : undefined;
      const numbers = start === undefined ? undefined : group?.numbers;
      for (let n = 0; n < list.length; n++) {
        const id = numbers && start !== undefined ? (numbers[start + n] ?? -1) : (group?.get(list[n] ?? '') ?? -1);
        if (id < 0) missing.push(list[n] ?? '');
        else if (isTaken[id] === 0) {
          const value = idf[id] ?? unknown;
          length += value * value;
          isTaken[id] = 1;
          ids[count] = id;
          values[count] = value;
          count++;
        }
      }
    }
    const distinct = missing.length > 0 ? new Set(missing) : NONE;
    if (onMissing) for (const feature of distinct) onMissing(feature, at);
    length += unknown * unknown * distinct.size;
    const scale = scaleOf(GROUPS[at] ?? 'grams', length);
    for (let n = first; n < count; n++) scaled[n] = (values[n] ?? 0) * scale;
    scales.push(scale);
  }
  for (let n = 0; n < count; n++) isTaken[ids[n] ?? 0] = 0;
  return { vector: { ids: ids.slice(0, count), values: scaled.slice(0, count) }, scales };
}

const NONE: ReadonlySet<string> = new Set();

/** Room for the features of one text, the same for all. */
let room = { ids: new Int32Array(0), values: new Float64Array(0), scaled: new Float32Array(0) };

function roomFor(lists: readonly (readonly (readonly string[])[])[]): typeof room {
  let size = 0;
  for (const own of lists) for (const list of own) size += list.length;
  if (room.ids.length < size)
    room = { ids: new Int32Array(2 * size), values: new Float64Array(2 * size), scaled: new Float32Array(2 * size) };
  return room;
}

/** What brings a group's features to its share. @param length their squares' sum. */
export const scaleOf = (group: keyof typeof FEATURE_SHARES, length: number): number =>
  Math.sqrt(FEATURE_SHARES[group] / (length || 1));

/** A space that knows more than another, whose features keep their numbers. */
export interface Widened {
  readonly space: FeatureSpace;
  readonly base: FeatureSpace;
  /**
   * What was added to each group, in the order of its numbers from the base's size on, group after group. It weighs as
   * much as what is unknown.
   */
  readonly added: readonly (readonly string[])[];
}

const NO_NUMBERS = new Int32Array(0);

/**
 * A space in which some more features are known; what the given one knows keeps its weight. @param added of each group,
 * those that it lacks.
 */
export function widen(base: FeatureSpace, added: Widened['added']): Widened {
  let { size } = base;
  const groups = added.map((features, at): Group => {
    const [first, numbers] = [size, lineNumbers(keepLines(features))];
    size += features.length;
    // Remembers no words: there is such a space for each community.
    return {
      get: (feature) => base.groups[at]?.get(feature) ?? numberIn(numbers, feature, first),
      numbersOf: () => undefined,
      numbers: NO_NUMBERS,
    };
  });
  return { space: { ...base, size, groups }, base, added };
}
