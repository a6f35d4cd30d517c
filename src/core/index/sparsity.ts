/**
 * How much an entry's own phrasings count against those of the whole index (measured): where a few entries have none among many
 * that do, those are found by search, but may not outshout what is known of the others.
 */
const OWN_SHARE = 0.6;

/** @param phrasings how many titles and phrasings each entry has, at least 1. @returns of an entry, more than 0 and at most 1. */
export function sparsity(phrasings: Int32Array): (entry: number) => number {
  const own = Float64Array.from(phrasings, (count) => 1 / count);
  const mean = own.reduce((sum, one) => sum + one, 0) / Math.max(1, own.length);
  return (entry) => OWN_SHARE * (own[entry] ?? 1) + (1 - OWN_SHARE) * mean;
}
