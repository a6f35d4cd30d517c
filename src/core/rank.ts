import type { Coverage } from './coverage.ts';
import type { Match, Shelf } from './shelf.ts';

/** What speaks for one entry, each 0 to 1. */
export interface Evidence {
  /** Score in the view of words, divided by the best. */
  readonly words: number;
  readonly grams: number;
  readonly wordCoverage: Coverage;
  readonly gramCoverage: Coverage;
  /** The phrasing model's probability among the entries that may be answered. */
  readonly probability: number;
  /** Likeness to the nearest title or phrasing. */
  readonly nearest: number;
  /** See Shelf. */
  readonly bare: number;
}

export interface Ranked {
  readonly entry: number;
  readonly score: number;
  readonly evidence: Evidence;
}

/**
 * Weights fitted on the development halves of CLINC150, BANKING77, HWU64 (ten phrasings each) and XQuAD, then rounded; one set for
 * all languages.
 * `bare` weights are added in proportion to how few phrasings an entry has: there the model knows little and search must serve.
 */
const WEIGHTS = { words: 1.2, grams: 0.4, unit: 1, pairs: 0.6, probability: 1.5, log: 1.6, nearest: 0.6 } as const;
const BARE_WEIGHTS = { words: 2, grams: 3, unit: 2.5, pairs: 0.8, gramUnit: 1.5, gramPairs: 0.8 } as const;
/** An entry of twenty phrasings: what a bare one is scored by hardly counts any more. */
const HARDLY_BARE = 0.05;
/** Differences of log probability beyond this say nothing more. */
const MOST_LOG = 5;

/** Likeness from which two texts have the same words in the same order. */
const SAME = 0.9999;

const isSame = ({ evidence }: Pick<Ranked, 'evidence'>): boolean => evidence.nearest > SAME;

/** Whether the question is a title or phrasing of the first entry, and of no other. */
export const isInItsWords = (ranked: readonly Pick<Ranked, 'evidence'>[]): boolean => ranked.filter(isSame).length === 1 && ranked.slice(0, 1).some(isSame);

/**
 * The entries that the views and the model propose, best first; one whose very words the question is comes before all others.
 * @param isMasked tells entries that are left out as if they had never been written.
 */
export function rank(match: Match, shelf: Shelf, isMasked: (entry: number) => boolean = () => false): readonly Ranked[] {
  const entries = new Set([...match.words.top, ...match.grams.top, ...match.likely]);
  const masked = [...entries].filter(isMasked);
  const rest = 1 - masked.reduce((sum, entry) => sum + match.probability(entry), 0);
  const shown = [...entries].filter((entry) => !masked.includes(entry));
  const found = shown.map((entry) => ({ entry, evidence: evidenceFor(entry, match, shelf, Math.max(rest, 1e-6)) }));
  const best = Math.max(0, ...found.map(({ evidence }) => evidence.probability));
  return ownFirst(found.map((one) => ({ ...one, score: scoreOf(one.evidence, best) })).sort((a, b) => b.score - a.score || a.entry - b.entry));
}

function ownFirst(ranked: readonly Ranked[]): readonly Ranked[] {
  const own = ranked.filter(isSame);
  return own.length === 1 ? [...own, ...ranked.filter((one) => !isSame(one))] : ranked;
}

function evidenceFor(entry: number, match: Match, shelf: Shelf, rest: number): Evidence {
  return {
    words: match.words.score(entry),
    grams: match.grams.score(entry),
    wordCoverage: match.words.coverage(entry),
    // Takes half of a question's time, and is asked for the first entry only where all have many phrasings.
    get gramCoverage() {
      return match.grams.coverage(entry);
    },
    probability: match.probability(entry) / rest,
    nearest: match.nearest(entry),
    bare: shelf.bare(entry),
  };
}

function scoreOf(evidence: Evidence, bestProbability: number): number {
  const { words, grams, wordCoverage, probability, nearest, bare } = evidence;
  const log = Math.max(-MOST_LOG, Math.log((probability + 1e-9) / (bestProbability + 1e-9)));
  const search = WEIGHTS.words * words + WEIGHTS.grams * grams + WEIGHTS.unit * wordCoverage.unit + WEIGHTS.pairs * wordCoverage.pairs;
  const model = (1 - bare) * (WEIGHTS.probability * probability + WEIGHTS.log * log) + WEIGHTS.nearest * nearest;
  return search + model + bare * (bare < HARDLY_BARE ? 0 : scoreOfBare(evidence));
}

function scoreOfBare({ words, grams, wordCoverage, gramCoverage }: Evidence): number {
  const ofWords = BARE_WEIGHTS.words * words + BARE_WEIGHTS.unit * wordCoverage.unit + BARE_WEIGHTS.pairs * wordCoverage.pairs;
  return ofWords + BARE_WEIGHTS.grams * grams + BARE_WEIGHTS.gramUnit * gramCoverage.unit + BARE_WEIGHTS.gramPairs * gramCoverage.pairs;
}
