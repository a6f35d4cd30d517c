/** The titles, phrasings and sentences of all entries, one after the other: plain data. */
export interface Units {
  /** Number of each entry's first part, which is its title; one more than there are entries. */
  readonly entries: Int32Array;
  /** Where each part's terms begin; one more than there are parts. */
  readonly starts: Int32Array;
  /** Telling terms, in order; one that the part had before is written as its complement. */
  readonly terms: Int32Array;
  /** What each part's terms weigh together, each counted once. */
  readonly weights: Float32Array;
}

/**
 * @param parts terms of each entry's parts, the title's first. @param weights of all terms; those of 0 are left out.
 */
export function packUnits(parts: readonly (readonly Int32Array[])[], weights: Float32Array): Units {
  const all = parts.flat();
  const starts = startsOf(all.map((own) => countTelling(own, weights)));
  const units = {
    entries: startsOf(parts.map((own) => own.length)),
    starts,
    terms: new Int32Array(starts[all.length] ?? 0),
    weights: new Float32Array(all.length),
  };
  const lastIn = new Int32Array(weights.length).fill(-1);
  let next = 0;
  for (const [unit, own] of all.entries()) {
    for (const id of own) {
      if ((weights[id] ?? 0) <= 0) continue;
      const isNew = lastIn[id] !== unit;
      units.terms[next++] = isNew ? id : ~id;
      if (isNew) units.weights[unit] = (units.weights[unit] ?? 0) + (weights[id] ?? 0);
      lastIn[id] = unit;
    }
  }
  return units;
}

function countTelling(terms: Int32Array, weights: Float32Array): number {
  let count = 0;
  for (const id of terms) if ((weights[id] ?? 0) > 0) count++;
  return count;
}

/** The number of a term as it is written in `terms`. */
export const termOf = (written: number): number => (written < 0 ? ~written : written);

/** Where each part begins when they are laid side by side, and where the last one ends. */
export function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (const [at, length] of lengths.entries()) starts[at + 1] = (starts[at] ?? 0) + length;
  return starts;
}

/** The units that have each term: what shares nothing with a question need not be looked at. */
export function unitsByTerm(
  { starts, terms }: Units,
  size: number,
): { readonly starts: Int32Array; readonly units: Int32Array } {
  const next = new Int32Array(size + 1);
  for (const term of terms) if (term >= 0) next[term + 1] = (next[term + 1] ?? 0) + 1;
  for (let term = 0; term < size; term++) next[term + 1] = (next[term + 1] ?? 0) + (next[term] ?? 0);
  const found = { starts: Int32Array.from(next), units: new Int32Array(next[size] ?? 0) };
  for (let unit = 0; unit + 1 < starts.length; unit++) {
    for (let at = starts[unit] ?? 0; at < (starts[unit + 1] ?? 0); at++) {
      const term = terms[at] ?? 0;
      if (term < 0) continue;
      const place = next[term] ?? 0;
      found.units[place] = unit;
      next[term] = place + 1;
    }
  }
  return found;
}
