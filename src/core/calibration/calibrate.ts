import { trainModel } from '../classifier/model.ts';
import type { ReadEntry } from '../index/index-entries.ts';
import { buildLanguageIndex, type LanguageIndex, type Match } from '../index/language-index.ts';
import { rank } from '../ranking/rank.ts';
import type { Analyzer } from '../text/analyze.ts';
import { type Background, nearMisses } from '../text/background.ts';
import { namesIn } from '../text/names.ts';
import { type ConfidenceWeights, listWeights, nameWeights, valuesOf } from './confidence.ts';
import { confidenceFeatures, questionFeatures, subjectOf } from './features.ts';
import { fitLogistic, type Observation } from './logistic.ts';
import { LOCAL_FIT_FROM, LOCAL_FIT_IN_FULL, LOCAL_SHARPNESS, LOCAL_SHARPNESS_FROM, LOCAL_SHARPNESS_IN_FULL, OTHERS_SHARE, PRIOR_STRENGTH } from './policy.ts';
import { PRIOR } from './prior.ts';

/** Parts into which phrasings are dealt, at least; each may be held out once. The lines about other things are dealt into as many. */
const FOLDS = 5;
/** Held-out phrasings that are about enough: a large pack has one small part held out, once. */
const ENOUGH = 400;
/**
 * How much the observations that are wrong by construction weigh against a held-out phrasing. Near misses are what a
 * community mixes up; plain chatter is easier; questions whose own entry is masked are harder than anything members ask, and
 * serve above all where a language has no background lines.
 */
const WEIGHTS = { near: 1, chatter: 0.6, masked: 0.05, maskedAlone: 0.3 } as const;
/**
 * Fits the confidence to a pack, without any question from outside: phrasings are held out and asked (right or wrong), asked with
 * their own entry masked (wrong), and so are lines about other things (wrong). The more phrasings an entry has, the more they count.
 * A pack of few phrasings stays with the prior, which was fitted on such packs.
 */
export function calibrate(entries: readonly ReadEntry[], analyzer: Analyzer, background: Background): ConfidenceWeights {
  const total = entries.reduce((sum, entry) => sum + entry.phrasings.length, 0);
  const each = total / Math.max(1, entries.length);
  if (each < LOCAL_FIT_FROM) return PRIOR;
  const parts = Math.max(FOLDS, Math.ceil(total / ENOUGH));
  const rounds = Math.min(FOLDS, Math.round((ENOUGH * parts) / total));
  const trust = Math.min(1, each / LOCAL_FIT_IN_FULL);
  const observed = Array.from({ length: rounds }, (_, part) => observe(entries, analyzer, background, part, parts)).flat();
  const weighed = observed.map((one) => ({ ...one, weight: trust * (one.weight ?? 1) }));
  const fitted = fitLogistic(weighed, listWeights(PRIOR), PRIOR_STRENGTH);
  return nameWeights(fitted.map((weight) => sharpnessOf(each) * weight));
}

/** @param each phrasings an entry. */
function sharpnessOf(each: number): number {
  const share = (each - LOCAL_SHARPNESS_FROM) / (LOCAL_SHARPNESS_IN_FULL - LOCAL_SHARPNESS_FROM);
  return 1 + Math.max(0, Math.min(1, share)) * (LOCAL_SHARPNESS - 1);
}

/** What an index that lacks one part of the phrasings and lines makes of that part. @param parts of the phrasings. */
function observe(entries: readonly ReadEntry[], analyzer: Analyzer, background: Background, part: number, parts: number): Observation[] {
  const isHeldOut = (at: number) => at % parts === part;
  const isOtherHeldOut = (at: number) => at % FOLDS === part;
  const kept = entries.map((entry, label) => ({ ...entry, phrasings: entry.phrasings.filter((_, at) => !isHeldOut(label + at)) }));
  const known = { chatter: background.chatter.filter((_, at) => !isOtherHeldOut(at)), about: background.about.filter((_, at) => !isOtherHeldOut(at)) };
  const index = buildLanguageIndex(kept, analyzer, known, trainModel(kept, analyzer, known));
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
  const wanted = OTHERS_SHARE * asked.length;
  // Where there are few, none of them counts for more than a phrasing.
  const weigh = Math.min(1, wanted / Math.max(1, WEIGHTS.near * near.length + WEIGHTS.chatter * chatter.length));
  return [
    ...asked.flatMap(({ label, text }) => observePhrasing(index, text, label, masked)),
    ...near.map((line) => ({ ...observationOf(index, index.match(line), {}), weight: weigh * WEIGHTS.near })),
    ...chatter.map((line) => ({ ...observationOf(index, index.match(line), {}), weight: weigh * WEIGHTS.chatter })),
  ];
}

/** A phrasing as it is, and with its entry left out. */
function observePhrasing(index: LanguageIndex, text: string, label: number, maskedWeight: number): Observation[] {
  const match = index.match(text);
  return [observationOf(index, match, { right: label }), { ...observationOf(index, match, { masked: label }), weight: maskedWeight }];
}

interface Meant {
  /** The entry that answers the question. */
  readonly right?: number;
  /** One that is left out. */
  readonly masked?: number;
}

function observationOf(index: LanguageIndex, match: Match, { right, masked }: Meant): Observation {
  const ranked = rank(match, index, (entry) => entry === masked);
  const [first] = ranked;
  const features = first ? valuesOf(confidenceFeatures(ranked, questionFeatures(match, masked), subjectOf(match, first.entry))) : [];
  return { features, outcome: right !== undefined && first?.entry === right ? 1 : 0 };
}
