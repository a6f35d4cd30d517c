import { startsOf } from '../index/units.ts';
import type { Vector } from './feature-space.ts';

/** Groups of sparse vectors, one after the other: plain data. */
export interface Vectors {
  /** Number of each group's first vector; one more than there are groups. */
  readonly groups: Int32Array;
  /** Where each vector's features begin; one more than there are vectors. */
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

export function packVectors(groups: readonly (readonly Vector[])[]): Vectors {
  const all = groups.flat();
  const starts = startsOf(all.map(({ ids }) => ids.length));
  const packed = {
    groups: startsOf(groups.map((group) => group.length)),
    starts,
    ids: new Int32Array(starts[all.length] ?? 0),
    values: new Float32Array(starts[all.length] ?? 0),
  };
  for (const [at, { ids, values }] of all.entries()) {
    packed.ids.set(ids, starts[at]);
    packed.values.set(values, starts[at]);
  }
  return packed;
}
