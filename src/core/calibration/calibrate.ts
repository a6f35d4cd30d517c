import { openModel } from '../classifier/model.ts';
import { train } from '../classifier/train.ts';
import { type LanguageIndex, LiveIndex, type Match } from '../index/language-index.ts';
import type { ReadEntry } from '../index/read-entry.ts';
import { rank } from '../ranking/rank.ts';
import type { Analysis, Analyzer } from '../text/analyze.ts';
import { type Background, everydayWords, nearMisses } from '../text/background.ts';
import { namesIn } from '../text/names.ts';
import { type ConfidenceWeights, listWeights, nameWeights, valuesOf } from './confidence.ts';
import { confidenceFeatures, questionFeatures, subjectOf } from './features.ts';
import { fitLogistic, type Observation } from './logistic.ts';
import {
  ENOUGH_HELD_OUT,
  FOLDS,
  FOUND_BY_MEMBERS,
  LOCAL_FIT_FROM,
  LOCAL_FIT_IN_FULL,
  OTHERS_SHARE,
  PRIOR_STRENGTH,
  RICH_FROM,
  RICH_IN_FULL,
  RICH_OTHERS_SHARE,
  RICH_SHARPNESS,
  WRONG_WEIGHTS,
} from './policy.ts';
import { PRIOR } from './prior.ts';

/**
 * Fits the confidence to a pack, without any question from outside: phrasings are held out and asked (right or wrong),
 * asked with their own entry masked (wrong), and so are lines about other things (wrong). The more phrasings an entry
 * has, the more they count. A pack of few phrasings stays with the prior, which was fitted on such packs.
 */
export function calibrate(
  entries: readonly ReadEntry<Analysis>[],
  analyzer: Analyzer,
  background: Background,
): ConfidenceWeights {
  const total = entries.reduce((sum, entry) => sum + entry.phrasings.length, 0);
  const each = total / Math.max(1, entries.length);
  if (each < LOCAL_FIT_FROM) return PRIOR;
  const richness = Math.max(0, Math.min(1, (each - RICH_FROM) / (RICH_IN_FULL - RICH_FROM)));
  const parts = Math.max(FOLDS, Math.ceil(total / ENOUGH_HELD_OUT));
  const rounds = Math.min(FOLDS, Math.round((ENOUGH_HELD_OUT * parts) / total));
  const observed = Array.from({ length: rounds }, (_, part) => observe(entries, analyzer, background, part, parts));
  const trust = Math.min(1, each / LOCAL_FIT_IN_FULL);
  const weighed = weigh(observed, richness, background).map((one) => ({ ...one, weight: trust * one.weight }));
  const fitted = fitLogistic(weighed, listWeights(PRIOR), PRIOR_STRENGTH);
  return nameWeights(fitted.map((weight) => between(1, RICH_SHARPNESS, richness) * weight));
}

const between = (low: number, high: number, share: number): number => low + share * (high - low);

/** Observations of one part of the phrasings and lines, by an index that lacks it. */
interface Observed {
  /** The phrasings as they are. */
  readonly asked: readonly Observation[];
  /** Observations of phrasings with their entry left out. */
  readonly masked: readonly Observation[];
  readonly near: readonly Observation[];
  readonly chatter: readonly Observation[];
}

/** How much each observation counts. @param richness of the pack's phrasings, 0 to 1. */
function weigh(
  observed: readonly Observed[],
  richness: number,
  background: Background,
): (Observation & { readonly weight: number })[] {
  const asked = observed.flatMap((part) => part.asked);
  const right = asked.filter(({ outcome }) => outcome === 1).length;
  const failure = failureWeight(right, asked.length - right, richness);
  const masked = background.chatter.length > 0 ? WRONG_WEIGHTS.masked : WRONG_WEIGHTS.maskedAlone;
  return observed.flatMap((part) => {
    const wanted = between(OTHERS_SHARE, RICH_OTHERS_SHARE, richness) * part.asked.length;
    // If there are few, none of them counts for more than a phrasing.
    const others = Math.min(
      1,
      wanted / Math.max(1, WRONG_WEIGHTS.near * part.near.length + WRONG_WEIGHTS.chatter * part.chatter.length),
    );
    const counting = (all: readonly Observation[], weight: number) => all.map((one) => ({ ...one, weight }));
    return [
      ...part.asked.map((one) => ({ ...one, weight: one.outcome === 1 ? 1 : failure })),
      ...counting(part.masked, masked),
      ...counting(part.near, others * WRONG_WEIGHTS.near),
      ...counting(part.chatter, others * WRONG_WEIGHTS.chatter),
    ];
  });
}

/**
 * Somebody who writes many phrasings writes different ones, and so the one that is held out is often unlike all that
 * are left; what members ask is seldom so far from all of them. Those that do not find their entry count together as
 * many as would be expected of members.
 * @param right held-out phrasings that find their entry, @param wrong and that do not. @returns what one of these
 * counts, 0 to 1.
 */
export function failureWeight(right: number, wrong: number, richness: number): number {
  const expected = (right * (1 - FOUND_BY_MEMBERS)) / FOUND_BY_MEMBERS;
  return wrong === 0 ? 1 : Math.min(1, expected / wrong) ** richness;
}

/** @param parts of the phrasings. */
function observe(
  entries: readonly ReadEntry<Analysis>[],
  analyzer: Analyzer,
  background: Background,
  part: number,
  parts: number,
): Observed {
  const isHeldOut = (at: number) => at % parts === part;
  const isOtherHeldOut = (at: number) => at % FOLDS === part;
  const kept = entries.map((entry, label) => ({
    ...entry,
    phrasings: entry.phrasings.filter((_, at) => !isHeldOut(label + at)),
  }));
  const known = {
    chatter: background.chatter.filter((_, at) => !isOtherHeldOut(at)),
    about: background.about.filter((_, at) => !isOtherHeldOut(at)),
  };
  const predict = openModel(train(kept, analyzer, known));
  const index = new LiveIndex({ analyzer, predict, everyday: everydayWords(known, analyzer) }, kept);
  const asked = entries.flatMap((entry, label) =>
    entry.phrasings.filter((_, at) => isHeldOut(label + at)).map(({ text }) => ({ label, text })),
  );
  const names = namesIn(
    kept.flatMap((entry) => [entry.title, ...entry.phrasings]),
    analyzer,
  ).reverse();
  const near = nearMisses(
    background.about.filter((_, at) => isOtherHeldOut(at)),
    names,
  );
  const chatter = background.chatter.filter((_, at) => isOtherHeldOut(at));
  const observeLine = (line: string) => observationOf(index, index.match(line), {});
  return {
    asked: asked.map(({ label, text }) => observationOf(index, index.match(text), { right: label })),
    masked: asked.map(({ label, text }) => observationOf(index, index.match(text), { masked: label })),
    near: near.map(observeLine),
    chatter: chatter.map(observeLine),
  };
}

interface Target {
  /** The entry that answers the question. */
  readonly right?: number;
  /** One that is left out. */
  readonly masked?: number;
}

function observationOf(index: LanguageIndex, match: Match, { right, masked }: Target): Observation {
  const ranked = rank(match, index, (entry) => entry === masked);
  const [first] = ranked;
  const features = first
    ? valuesOf(confidenceFeatures(ranked, questionFeatures(match, masked), subjectOf(match, first.entry)))
    : [];
  return { features, outcome: right !== undefined && first?.entry === right ? 1 : 0 };
}
