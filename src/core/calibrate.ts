import type { Analyzer } from './analyze.ts';
import { type Background, nearMisses } from './background.ts';
import { signsOf, valuesOf } from './confidence.ts';
import { fitLogistic, type Observation, type Weights } from './logistic.ts';
import { namesIn } from './names.ts';
import { PRIOR } from './prior.ts';
import { rank } from './rank.ts';
import { buildShelf, type ReadEntry, type Shelf } from './shelf.ts';
import { trainModel } from './train.ts';

/** Parts into which phrasings are dealt; each is held out once. */
const FOLDS = 5;
/** Held-out phrasings that are enough; a large pack needs one part only. */
const ENOUGH = 600;
/** How many observations the shipped prior is worth against. */
const PRIOR_STRENGTH = 5;
/**
 * How much the observations that are wrong by construction weigh against a held-out phrasing. Near misses are what a
 * community mixes up; plain chatter is easy; questions whose own entry is masked are harder than anything members ask, and
 * serve where a language has no background lines.
 */
const WEIGHTS = { near: 1, chatter: 0.3, masked: 0.05, maskedAlone: 0.3 } as const;

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

/** What a shelf that lacks one part of the phrasings and lines makes of that part. */
export function observe(entries: readonly ReadEntry[], analyzer: Analyzer, background: Background, fold: number): Observation[] {
  const isHeldOut = (at: number) => at % FOLDS === fold;
  const kept = entries.map((entry, label) => ({ ...entry, phrasings: entry.phrasings.filter((_, at) => !isHeldOut(label + at)) }));
  const known = { chatter: background.chatter.filter((_, at) => !isHeldOut(at)), about: background.about.filter((_, at) => !isHeldOut(at)) };
  const shelf = buildShelf(kept, analyzer, trainModel(kept, analyzer, known));
  const asked = entries.map((entry, label) => ({ label, texts: entry.phrasings.filter((_, at) => isHeldOut(label + at)).map(({ text }) => text) }));
  const names = namesIn(
    kept.flatMap((entry) => [entry.title, ...entry.phrasings]),
    analyzer,
  ).reverse();
  const wrong = (lines: readonly string[], weight: number) => lines.map((line) => ({ ...observation(shelf, line), weight }));
  const maskedWeight = background.chatter.length > 0 ? WEIGHTS.masked : WEIGHTS.maskedAlone;
  return [
    ...asked.flatMap(({ label, texts }) => texts.map((text) => observation(shelf, text, { right: label }))),
    ...asked.flatMap(({ label, texts }) => texts.map((text) => ({ ...observation(shelf, text, { masked: label }), weight: maskedWeight }))),
    ...wrong(
      nearMisses(
        background.about.filter((_, at) => isHeldOut(at)),
        names,
      ),
      WEIGHTS.near,
    ),
    ...wrong(
      background.chatter.filter((_, at) => isHeldOut(at)),
      WEIGHTS.chatter,
    ),
  ];
}

/** What a shelf makes of one question; `right` is the entry that answers it, `masked` one that is left out. */
export function observation(shelf: Shelf, text: string, entries: { readonly right?: number; readonly masked?: number } = {}): Observation {
  const match = shelf.match(text);
  const ranked = rank(match, shelf, (entry) => entry === entries.masked);
  const signs = signsOf(ranked, match, entries.masked);
  return { features: valuesOf(signs), outcome: entries.right !== undefined && ranked[0]?.entry === entries.right ? 1 : 0 };
}
