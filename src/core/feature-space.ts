/** A sparse vector: feature numbers and their values. */
export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

export interface FeatureSpace {
  readonly size: number;
  /** Unit length when every feature is known, shorter with every unknown one. */
  readonly vector: (groups: readonly (readonly string[])[]) => Vector;
}

/**
 * Tf-idf over groups of features; each group has the same share of a vector's length, so that the many character
 * grams do not drown the few words.
 * @param most features kept, the most frequent first; a bound for memory.
 */
export function featureSpace(examples: readonly (readonly (readonly string[])[])[], most = Number.POSITIVE_INFINITY): FeatureSpace {
  const counts = new Map<string, number>();
  for (const groups of examples) {
    for (const key of new Set(groups.flatMap(keysOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const kept = [...counts].sort((a, b) => b[1] - a[1]).slice(0, Math.min(most, counts.size));
  const ids = new Map(kept.map(([key], id) => [key, id]));
  const idf = Float32Array.from(kept, ([, count]) => Math.log((examples.length + 1) / (count + 1)) + 1);
  const unknown = Math.log(examples.length + 1) + 1;
  return {
    size: kept.length,
    vector: (groups) => joinVectors(groups.map((group, at) => scaled(keysOf(group, at), ids, idf, unknown, groups.length))),
  };
}

const keysOf = (group: readonly string[], at: number): string[] => group.map((feature) => at + feature);

// Unknown features have no weight but count in the length: text that is mostly foreign gets a low probability.
function scaled(keys: readonly string[], ids: ReadonlyMap<string, number>, idf: Float32Array, unknown: number, groups: number): Vector {
  const found: number[] = [];
  let length = 0;
  for (const key of new Set(keys)) {
    const id = ids.get(key);
    const value = id === undefined ? unknown : (idf[id] ?? 0);
    length += value * value;
    if (id !== undefined) found.push(id);
  }
  const scale = length > 0 ? 1 / Math.sqrt(length * groups) : 0;
  return { ids: Int32Array.from(found), values: Float32Array.from(found, (id) => (idf[id] ?? 0) * scale) };
}

function joinVectors(parts: readonly Vector[]): Vector {
  return { ids: Int32Array.from(parts.flatMap((part) => [...part.ids])), values: Float32Array.from(parts.flatMap((part) => [...part.values])) };
}
