import type { Analysis, Analyzer } from './analyze.ts';
import { type Background, nearMisses } from './background.ts';
import { signsOf, valuesOf } from './confidence.ts';
import { fitLogistic, type Observation, type Weights } from './logistic.ts';
import { namesIn } from './names.ts';
import { PRIOR } from './prior.ts';
import { rank } from './rank.ts';
import { buildShelf, type ReadEntry, type Shelf } from './shelf.ts';

/** Parts into which phrasings are dealt; each is held out once. */
const FOLDS = 5;
/** Held-out phrasings that are enough; a large pack needs one part only. */
const ENOUGH = 600;
/** Held-out lines of other subjects that are enough for each part. */
const ENOUGH_LINES = 300;
/** How many observations the shipped prior is worth against. */
const PRIOR_STRENGTH = 5;
/** Questions whose entry is masked are as many as those that have one; in a community they are fewer. */
const MASKED_WEIGHT = Number(process.env['MW'] ?? 0.3); const CHAT = Number(process.env['CW'] ?? 1); const NEARW = Number(process.env['NW'] ?? 1);

/**
 * Fits the confidence to a shelf, without any question from outside: phrasings are held out and asked (right or wrong),
 * asked with their own entry masked (wrong), and so are lines about other things (wrong).
 * A shelf that has too few phrasings stays with the prior.
 */
export function calibrate(entries: readonly ReadEntry[], analyzer: Analyzer, background: Background): Weights {
  const total = entries.reduce((sum, entry) => sum + entry.phrasings.length, 0);
  const rounds = total === 0 ? 0 : Math.min(FOLDS, Math.ceil((ENOUGH * FOLDS) / total));
  const observed = Array.from({ length: rounds }, (_, fold) => observe(entries, analyzer, background, fold)).flat();
  return fitLogistic(observed, PRIOR, PRIOR_STRENGTH);
}

const isHeldOut = (at: number, fold: number): boolean => at % FOLDS === fold;

/** What a shelf that lacks one part of the phrasings makes of that part. */
export function observe(entries: readonly ReadEntry[], analyzer: Analyzer, background: Background, fold: number): Observation[] {
  const kept = entries.map((entry, label) => ({ ...entry, phrasings: entry.phrasings.filter((_, at) => !isHeldOut(label + at, fold)) }));
  const known = { chatter: background.chatter.filter((_, at) => !isHeldOut(at, fold)), about: background.about.filter((_, at) => !isHeldOut(at, fold)) };
  const shelf = buildShelf(kept, analyzer, known);
  const asked = entries.flatMap((entry, label) => entry.phrasings.filter((_, at) => isHeldOut(label + at, fold)).flatMap((text) => askedAndMasked(text, label, shelf)));
  const names = namesIn(kept.flatMap((entry) => [entry.title, ...entry.phrasings]), analyzer).reverse();
  const lines = [...nearMisses(background.about.filter((_, at) => isHeldOut(at, fold)), names), ...background.chatter.filter((_, at) => isHeldOut(at, fold))];
  const others = lines.slice(0, ENOUGH_LINES).map((line, k) => ({ ...observation(shelf, line, undefined, undefined), weight: k < background.about.length * 2 / FOLDS ? NEARW : CHAT }));
  return [...asked, ...others];
}

function askedAndMasked(text: Analysis, label: number, shelf: Shelf): Observation[] {
  const masked = { ...observation(shelf, text.text, undefined, label), weight: MASKED_WEIGHT };
  return [observation(shelf, text.text, label, undefined), masked];
}

/** What a shelf makes of one question; `right` is the entry that answers it, `masked` one that is left out. */
export function observation(shelf: Shelf, text: string, right: number | undefined, masked: number | undefined): Observation {
  const match = shelf.match(text);
  const ranked = rank(match, shelf, masked);
  return { features: valuesOf(signsOf(ranked, match, masked)), outcome: right !== undefined && ranked[0]?.entry === right ? 1 : 0 };
}
