import { type KeptLines, keepLines, type LineNumbers, lineNumbers } from '../index/line-numbers.ts';
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

type Group = Pick<ReadonlyMap<string, number>, 'get'>;

/** A space as plain data, so that it can be kept. */
export interface KeptSpace {
  /** Features of each group; their numbers go on from group to group. */
  readonly features: readonly KeptLines[];
  readonly idf: Float32Array;
  readonly unknown: number;
}

/** Shares of a vector's squared length, so that the many grams do not drown the few words (measured). */
const SHARES = { words: 0.2, concepts: 0.25, pairs: 0.15, grams: 0.4 } as const;
export const GROUPS = ['words', 'concepts', 'pairs', 'grams'] as const;

export function openSpace({ features, idf, unknown }: KeptSpace): FeatureSpace {
  let size = 0;
  const groups = features.map((lines): Group => {
    const [first, numbers] = [size, lineNumbers(lines)];
    size += numbers.size;
    return { get: (feature) => numberIn(numbers, feature, first) };
  });
  return { size, groups, idf, unknown };
}

function numberIn(numbers: LineNumbers, feature: string, first: number): number | undefined {
  const number = numbers.of(feature);
  return number < 0 ? undefined : first + number;
}

/** A text's place in a space: of unit length when every feature is known; shorter with every unknown one. */
export const vectorIn = (space: FeatureSpace, features: Features): Vector => measuredIn(space, features).vector;

/** The same, with what each group's values were brought to its share by. @param onMissing is told each feature that the space lacks, and its group. */
export function measuredIn(
  { groups, idf, unknown }: FeatureSpace,
  features: Features,
  onMissing?: (feature: string, group: number) => void,
): { readonly vector: Vector; readonly scales: readonly number[] } {
  const ids: number[] = [];
  const values: number[] = [];
  const scales = GROUPS.map((name, at) => {
    // Unknown features have no weight but count in the length: text that is mostly foreign gets a low probability.
    let length = 0;
    const first = ids.length;
    for (const feature of new Set(features[name])) {
      const id = groups[at]?.get(feature);
      const value = id === undefined ? unknown : (idf[id] ?? unknown);
      length += value ** 2;
      if (id === undefined) {
        onMissing?.(feature, at);
        continue;
      }
      ids.push(id);
      values.push(value);
    }
    const scale = scaleOf(name, length);
    for (let n = first; n < values.length; n++) values[n] = (values[n] ?? 0) * scale;
    return scale;
  });
  return { vector: { ids: Int32Array.from(ids), values: Float32Array.from(values) }, scales };
}

/** What brings a group's features to its share. @param length their squares' sum. */
export const scaleOf = (group: keyof typeof SHARES, length: number): number => Math.sqrt(SHARES[group] / (length || 1));

/** A space that knows more than another, whose features keep their numbers. */
export interface Widened {
  readonly space: FeatureSpace;
  readonly base: FeatureSpace;
  /** What was added to each group, in the order of its numbers from the base's size on, group after group. It weighs as much as what is unknown. */
  readonly added: readonly (readonly string[])[];
}

/** A space in which some more features are known; what the given one knows keeps its weight. @param added of each group, those that it lacks. */
export function widen(base: FeatureSpace, added: Widened['added']): Widened {
  let { size } = base;
  const groups = added.map((features, at): Group => {
    const [first, numbers] = [size, lineNumbers(keepLines(features))];
    size += features.length;
    return { get: (feature) => base.groups[at]?.get(feature) ?? numberIn(numbers, feature, first) };
  });
  return { space: { ...base, size, groups }, base, added };
}
