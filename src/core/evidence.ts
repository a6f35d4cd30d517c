import { DOZEN, type Match, type Shelf } from './shelf.ts';

/** What speaks for one entry; each 0 to 1. The order is that of the weights in rank.ts. */
export const EVIDENCE = ['words', 'grams', 'unit', 'pairs', 'gramUnit', 'probability', 'log', 'nearest', 'bareWords', 'bareGrams', 'bareUnit', 'bareGramUnit'] as const;
export type Evidence = Readonly<Record<(typeof EVIDENCE)[number], number>>;

export interface Candidate {
  readonly entry: number;
  readonly evidence: Evidence;
}

/** The best dozen of each view and of the phrasing model, each with its evidence. */
export function gather(match: Match, shelf: Shelf, masked?: number): Candidate[] {
  const likely = topOf(match.probabilities, DOZEN);
  const entries = new Set([...match.words.top, ...match.grams.top, ...likely]);
  if (masked !== undefined) entries.delete(masked);
  const rest = 1 - (masked === undefined ? 0 : (match.probabilities[masked] ?? 0));
  let best = 0;
  for (const e of entries) best = Math.max(best, match.probabilities[e] ?? 0);
  return [...entries].map((entry) => ({ entry, evidence: evidenceFor(entry, match, shelf, rest, best) }));
}

function evidenceFor(entry: number, match: Match, shelf: Shelf, rest: number, bestP: number): Evidence {
  const words = match.words.coverage(entry);
  const grams = match.grams.coverage(entry);
  const bare = 1 / shelf.phrasings(entry);
  const w = match.words.score(entry),
    g = match.grams.score(entry);
  const p = match.probabilities[entry] ?? 0;
  return {
    words: w,
    grams: g,
    unit: words.unit,
    pairs: words.pairs,
    gramUnit: grams.unit,
    probability: (p / Math.max(rest, 1e-6)) * (1 - bare),
    log: Math.max(-1, Math.log((p + 1e-9) / (bestP + 1e-9)) / 5) * (1 - bare),
    nearest: match.nearest(entry),
    bareWords: w * bare,
    bareGrams: g * bare,
    bareUnit: words.unit * bare,
    bareGramUnit: grams.unit * bare,
  };
}

function topOf(values: Float32Array, wanted: number): number[] {
  return Array.from(values.keys())
    .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
    .slice(0, wanted);
}
