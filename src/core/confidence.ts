import { predict, type Weights } from './logistic.ts';
import type { Ranked } from './rank.ts';
import type { Match } from './shelf.ts';
import { gramSize } from './tokenize.ts';

/** What tells a right first answer from a wrong one or from a question that no entry answers; each about 0 to 1. */
export const SIGNS = [
  'margin',
  'probability',
  'nearest',
  'unit',
  'gramUnit',
  'back',
  'unknown',
  'unknownGrams',
  'corrected',
  'agreement',
  'length',
  'bare',
  'bareUnit',
  'bareUnknown',
  'bareTitle',
  'bareNearest',
  'bareMargin',
  'bareAgreement',
  'log',
  'ours',
  'oursLog',
  'bareOurs',
  'oursProbability',
  'oursMargin',
] as const;
export type Signs = Readonly<Record<(typeof SIGNS)[number], number>>;

const WIDEST_MARGIN = 6;
const LONGEST = 10;
/** Where two characters make a gram, a new one is no wonder: neighbours are new where each word is known (measured). */
const NEW_PAIR = 0.67;
const pairsAreCommon = (gram: string): number => (gramSize(gram) === 2 ? NEW_PAIR : 0);

/** The signs for the entry at the head of a ranking. */
export function signsOf(ranked: readonly Ranked[], match: Match, masked?: number): Signs {
  const [first, second] = ranked;
  const evidence = first?.evidence;
  const unknown = match.unknown(masked);
  const bare = evidence?.bare ?? 0;
  const unit = evidence?.wordCoverage.unit ?? 0;
  const margin = Math.min(WIDEST_MARGIN, (first?.score ?? 0) - (second?.score ?? 0)) / WIDEST_MARGIN;
  const probability = (1 - bare) * (evidence?.probability ?? 0);
  const agreement = ((evidence?.words === 1 ? 1 : 0) + (evidence?.grams === 1 ? 1 : 0)) / 2;
  return {
    margin,
    probability,
    nearest: evidence?.nearest ?? 0,
    unit,
    gramUnit: evidence?.gramCoverage.unit ?? 0,
    back: evidence?.wordCoverage.back ?? 0,
    unknown,
    unknownGrams: match.grams.unknown(masked, pairsAreCommon),
    corrected: match.question.corrected.size / Math.max(1, match.content),
    agreement,
    length: Math.min(LONGEST, match.content) / LONGEST,
    bare,
    bareUnit: bare * unit,
    bareUnknown: bare * unknown,
    bareTitle: bare * (evidence?.wordCoverage.title ?? 0),
    bareNearest: bare * (evidence?.nearest ?? 0),
    bareMargin: bare * margin,
    bareAgreement: bare * agreement,
    log: Math.log(probability + 0.01) / 4,
    ours: match.ours,
    oursLog: Math.max(-4, Math.min(4, Math.log((match.ours + 1e-6) / (1 - match.ours + 1e-6)))) / 4,
    bareOurs: bare * match.ours,
    oursProbability: match.ours * probability,
    oursMargin: match.ours * margin,
  };
}

export const valuesOf = (signs: Signs): number[] => SIGNS.map((sign) => signs[sign]);

/**
 * Weights are fitted to what a shelf makes of phrasings that it lacks, or of packs that are smaller than most. One that has them
 * all is surer of what it knows, and of what it does not: by so much its odds are more decided (measured, on passages too).
 */
const SHARPNESS = 1.25;

/** Probability that the first entry is the answer. */
export function confidenceOf(signs: Signs, weights: Weights): number {
  const sharp = weights.map((weight) => SHARPNESS * weight);
  return predict(valuesOf(signs), sharp);
}
