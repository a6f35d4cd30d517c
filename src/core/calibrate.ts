import type { Analyzer } from './analyze.ts';
import { type Background, nearMisses } from './background.ts';
import { signsOf, valuesOf } from './confidence.ts';
import type { ReadEntry } from './index-shelf.ts';
import { fitLogistic, type Observation, type Weights } from './logistic.ts';
import { trainModel } from './model.ts';
import { namesIn } from './names.ts';
import { PRIOR } from './prior.ts';
import { rank } from './rank.ts';
import { buildShelf, type Match, type Shelf } from './shelf.ts';

/** Parts into which phrasings are dealt, at least; each may be held out once. The lines about other things are dealt into as many. */
const FOLDS = 5;
/** Held-out phrasings that are about enough: a large pack has one small part held out, once. */
const ENOUGH = 800;
/** How many observations the shipped prior is worth against. */
const PRIOR_STRENGTH = 5;
/**
 * How much the observations that are wrong by construction weigh against a held-out phrasing. Near misses are what a
 * community mixes up; plain chatter is easier; questions whose own entry is masked are harder than anything members ask, and
 * serve above all where a language has no background lines.
 */
const WEIGHTS = { near: 1, chatter: 0.6, masked: 0.05, maskedAlone: 0.3 } as const;
/** What the lines about other things weigh together against the held-out phrasings together, however many there are. */
const OTHERS_SHARE = 0.35;
/** A part of so many phrasings is thought of where there are fewer: a small pack shall rather be silent. */
const LEAST_ASKED = 100;

/**
 * Fits the confidence to a shelf, without any question from outside: phrasings are held out and asked (right or wrong),
 * asked with their own entry masked (wrong), and so are lines about other things (wrong).
 * A shelf that has too few phrasings stays with the prior.
 */
export function calibrate(entries: readonly ReadEntry[], analyzer: Analyzer, background: Background): Weights {
  const total = entries.reduce((sum, entry) => sum + entry.phrasings.length, 0);
  const parts = Math.max(FOLDS, Math.ceil(total / ENOUGH));
  const rounds = total === 0 ? 0 : Math.min(FOLDS, Math.round((ENOUGH * parts) / total));
  const observed = Array.from({ length: rounds }, (_, part) => observe(entries, analyzer, background, part, parts)).flat();
  return fitLogistic(observed, PRIOR, PRIOR_STRENGTH);
}

/** What a shelf that lacks one part of the phrasings and lines makes of that part. @param parts of the phrasings. */
export function observe(entries: readonly ReadEntry[], analyzer: Analyzer, background: Background, part: number, parts = FOLDS): Observation[] {
  const isHeldOut = (at: number) => at % parts === part;
  const isOtherHeldOut = (at: number) => at % FOLDS === part;
  const kept = entries.map((entry, label) => ({ ...entry, phrasings: entry.phrasings.filter((_, at) => !isHeldOut(label + at)) }));
  const known = { chatter: background.chatter.filter((_, at) => !isOtherHeldOut(at)), about: background.about.filter((_, at) => !isOtherHeldOut(at)) };
  const shelf = buildShelf(kept, analyzer, known, trainModel(kept, analyzer, known));
  const asked = entries.flatMap((entry, label) => entry.phrasings.filter((_, at) => isHeldOut(label + at)).map(({ text }) => ({ label, text })));
  const names = namesIn(
    kept.flatMap((entry) => [entry.title, ...entry.phrasings]),
    analyzer,
  ).reverse();
  const near = nearMisses(
    background.about.filter((_, at) => isOtherHeldOut(at)),
    names,
  );
  const chatter = background.chatter.filter((_, at) => isOtherHeldOut(at));
  const masked = background.chatter.length > 0 ? WEIGHTS.masked : WEIGHTS.maskedAlone;
  const wanted = OTHERS_SHARE * Math.max(LEAST_ASKED, asked.length);
  // Where there are few, none of them counts for more than a phrasing.
  const weigh = Math.min(1, wanted / Math.max(1, WEIGHTS.near * near.length + WEIGHTS.chatter * chatter.length));
  return [
    ...asked.flatMap(({ label, text }) => observePhrasing(shelf, text, label, masked)),
    ...near.map((line) => ({ ...observation(shelf, line), weight: weigh * WEIGHTS.near })),
    ...chatter.map((line) => ({ ...observation(shelf, line), weight: weigh * WEIGHTS.chatter })),
  ];
}

/** A phrasing as it is, and with its entry left out. */
function observePhrasing(shelf: Shelf, text: string, label: number, maskedWeight: number): Observation[] {
  const match = shelf.match(text);
  return [observationOf(shelf, match, { right: label }), { ...observationOf(shelf, match, { masked: label }), weight: maskedWeight }];
}

interface Meant {
  /** The entry that answers the question. */
  readonly right?: number;
  /** One that is left out. */
  readonly masked?: number;
}

/** What a shelf makes of one question. */
export const observation = (shelf: Shelf, text: string, meant: Meant = {}): Observation => observationOf(shelf, shelf.match(text), meant);

function observationOf(shelf: Shelf, match: Match, { right, masked }: Meant): Observation {
  const ranked = rank(match, shelf, (entry) => entry === masked);
  return { features: valuesOf(signsOf(ranked, match, masked)), outcome: right !== undefined && ranked[0]?.entry === right ? 1 : 0 };
}
