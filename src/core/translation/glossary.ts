import { GLOSSARY_ROUNDS, LEAST_TRANSLATION, NOBODY, PSEUDO_PASSAGES } from '../calibration/policy.ts';
/**
 * Words of a passage, each with the share of the passage's units (phrasings, sentences) that contain it: above 0, at
 * most 1.
 */
export type Bag = ReadonlyMap<string, number>;

/** A passage in two languages. */
export interface Parallel {
  readonly source: Bag;
  readonly target: Bag;
}

/** Words with their translations; those without a certain one are missing. */
export type Glossary = ReadonlyMap<string, string>;

/**
 * Learns which words translate each other (IBM model 1): the occurrences of a word in a passage are shared among the
 * words of the other language there that may translate it. This is repeated, so that words with a better explanation
 * elsewhere lose their share.
 */
export function learnGlossary(parallels: readonly Parallel[]): Glossary {
  const { passages, sources, targets } = pairUp(parallels);
  const owners = numbered(sources);
  let shares = new Float64Array(sources.length).fill(1);
  for (let round = 0; round < GLOSSARY_ROUNDS; round++) shares = shareOut(passages, shares, owners);
  const best = new Map<string, { word: string; share: number }>();
  for (const [pair, share] of shares.entries()) {
    const word = sources[pair] ?? '';
    if (share >= LEAST_TRANSLATION && share > (best.get(word)?.share ?? 0))
      best.set(word, { word: targets[pair] ?? '', share });
  }
  return new Map([...best].map(([source, { word }]) => [source, word]));
}

/** A passage in numbers: each word of the target with each word of the source makes a pair. */
interface Passage {
  readonly pairs: Int32Array;
  readonly source: Float64Array;
  readonly target: Float64Array;
}

/** Numbers each pair of words that occur in the same passage. */
function pairUp(parallels: readonly Parallel[]) {
  const ids = new Map<string, Map<string, number>>();
  const sources: string[] = [];
  const targets: string[] = [];
  const idOf = (source: string, target: string): number => {
    const known = ids.get(source) ?? new Map<string, number>();
    ids.set(source, known);
    const id = known.get(target) ?? sources.length;
    if (id < sources.length) return id;
    known.set(target, id);
    sources.push(source);
    targets.push(target);
    return id;
  };
  const passages = parallels.map(({ source, target }): Passage => {
    const words = [...source.keys()];
    const pairs = Int32Array.from([...target.keys()].flatMap((other) => words.map((word) => idOf(word, other))));
    return { pairs, source: Float64Array.from(source.values()), target: Float64Array.from(target.values()) };
  });
  return { passages, sources, targets };
}

/** The number of each word; equal words have the same. */
function numbered(words: readonly string[]): Int32Array {
  const ids = new Map([...new Set(words)].map((word, id) => [word, id]));
  return Int32Array.from(words, (word) => ids.get(word) ?? 0);
}

/** @param owners source word of each pair, as a number */
function shareOut(passages: readonly Passage[], shares: Float64Array, owners: Int32Array): Float64Array<ArrayBuffer> {
  const counts = new Float64Array(shares.length);
  for (const passage of passages)
    for (const [at, weight] of passage.target.entries()) shareWord(passage, at, weight, shares, counts);
  const sums = new Float64Array(owners.length).fill(PSEUDO_PASSAGES);
  owners.forEach((owner, pair) => {
    sums[owner] = (sums[owner] ?? 0) + (counts[pair] ?? 0);
  });
  return counts.map((count, pair) => count / (sums[owners[pair] ?? 0] ?? 1));
}

/**
 * Shares a word of the target among the passage's source words. In plain loops, as it runs a hundred thousand times.
 */
function shareWord(
  { pairs, source }: Passage,
  at: number,
  weight: number,
  shares: Float64Array,
  counts: Float64Array,
): void {
  const first = at * source.length;
  let sum = NOBODY;
  for (let word = 0; word < source.length; word++) sum += (source[word] ?? 0) * (shares[pairs[first + word] ?? 0] ?? 0);
  for (let word = 0; word < source.length; word++) {
    const pair = pairs[first + word] ?? 0;
    counts[pair] = (counts[pair] ?? 0) + (weight * (source[word] ?? 0) * (shares[pair] ?? 0)) / sum;
  }
}
