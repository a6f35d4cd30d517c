import { openModel } from '../classifier/model.ts';
import { train } from '../classifier/train.ts';
import { type LanguageIndex, LiveIndex } from '../index/language-index.ts';
import type { ReadEntry } from '../index/parts-of-texts.ts';
import type { RankFeature } from '../ranking/features.ts';
import { fitRanking, type RankExample } from '../ranking/fit-ranking.ts';
import { type RankWeights, rank } from '../ranking/rank.ts';
import { RANK_WEIGHTS } from '../ranking/weights.ts';
import type { Analysis, Analyzer } from '../text/analyze.ts';
import { type Background, everydayWords, nearMisses } from '../text/background.ts';
import { namesIn } from '../text/names.ts';
import { type ConfidenceWeights, listWeights, nameWeights, valuesOf } from './confidence.ts';
import { confidenceFeatures, questionFeatures } from './features.ts';
import { ENOUGH_HELD_OUT, FOLDS, WRONG_WEIGHTS } from './learning-policy.ts';
import { fitLogistic, type Observation } from './logistic.ts';
import {
  FOUND_BY_MEMBERS,
  LOCAL_FIT_FROM,
  LOCAL_FIT_IN_FULL,
  OTHERS_SHARE,
  PRIOR_STRENGTH,
  RICH_FROM,
  RICH_IN_FULL,
  RICH_OTHERS_SHARE,
  RICH_SHARPNESS,
} from './policy.ts';
import { PRIOR, QUICK_PRIOR } from './prior.ts';
import { subjectOf } from './subject.ts';

/** Weights by which the entries of an index are ranked, and the first one is trusted. */
export interface IndexWeights {
  readonly ranking: RankWeights;
  readonly confidence: ConfidenceWeights;
}

const SHIPPED_WEIGHTS: IndexWeights = { ranking: RANK_WEIGHTS, confidence: PRIOR };
/** Of an index without a model of its phrasings. */
export const UNTRAINED_WEIGHTS: IndexWeights = { ranking: RANK_WEIGHTS, confidence: QUICK_PRIOR };

/**
 * Fits ranking and confidence to a pack, without any question from outside: phrasings are held out and asked (right or
 * wrong), asked with their own entry masked (wrong), and so are lines about other things (wrong). The more phrasings an
 * entry has, the more they count. A pack of few phrasings stays with what is shipped, which was fitted on such packs.
 */
export function calibrate(
  entries: readonly ReadEntry<Analysis>[],
  analyzer: Analyzer,
  background: Background,
): IndexWeights {
  const total = entries.reduce((sum, entry) => sum + entry.phrasings.length, 0);
  const each = total / Math.max(1, entries.length);
  if (each < LOCAL_FIT_FROM) return SHIPPED_WEIGHTS;
  const richness = Math.max(0, Math.min(1, (each - RICH_FROM) / (RICH_IN_FULL - RICH_FROM)));
  const parts = Math.max(FOLDS, Math.ceil(total / ENOUGH_HELD_OUT));
  const rounds = Math.min(FOLDS, Math.round((ENOUGH_HELD_OUT * parts) / total));
  const trust = Math.min(1, each / LOCAL_FIT_IN_FULL);
  const trials = Array.from({ length: rounds }, (_, part) => trialOf(entries, analyzer, background, part, parts));
  const examples = trials.map((trial) => rankExamples(trial).map((one) => ({ ...one, weight: trust })));
  // Each is ranked by weights that have not seen it: else the confidence would be fitted to a ranking that knows it.
  const ranking = rankingBy(examples.flat());
  const observed = trials.map((trial, part) =>
    observe(trial, rounds > 1 ? rankingBy(examples.toSpliced(part, 1).flat()) : ranking),
  );
  const weighed = weigh(observed, richness, background).map((one) => ({ ...one, weight: trust * one.weight }));
  const fitted = fitLogistic(weighed, listWeights(PRIOR), PRIOR_STRENGTH);
  return {
    ranking,
    confidence: nameWeights(fitted.map((weight) => between(1, RICH_SHARPNESS, richness) * weight)),
  };
}

/**
 * What phrasings tell by finding each other. They tell nothing of answers, which members ask for in words of their own:
 * what an answer counts stays as it is shipped.
 */
const FREE = [
  'wordHeading',
  'gramHeading',
  'conceptHeading',
  'wordHeadingBack',
  'gramHeadingBack',
  'conceptHeadingBack',
  'probability',
  'logProbability',
  'nearest',
] as const satisfies readonly RankFeature[];

const rankingBy = (examples: readonly RankExample[]): RankWeights =>
  fitRanking(examples, { free: FREE, prior: RANK_WEIGHTS }, PRIOR_STRENGTH);

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

/** An index that lacks one part of the phrasings and lines, and these. */
interface Trial {
  readonly index: LanguageIndex;
  readonly asked: readonly { readonly label: number; readonly text: string }[];
  readonly near: readonly string[];
  readonly chatter: readonly string[];
}

/** @param parts of the phrasings. */
function trialOf(
  entries: readonly ReadEntry<Analysis>[],
  analyzer: Analyzer,
  background: Background,
  part: number,
  parts: number,
): Trial {
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
  const names = namesIn(
    kept.flatMap((entry) => [entry.title, ...entry.phrasings]),
    analyzer,
  ).reverse();
  return {
    index: new LiveIndex({ analyzer, predict, everyday: everydayWords(known, analyzer) }, kept),
    asked: entries.flatMap((entry, label) =>
      entry.phrasings.filter((_, at) => isHeldOut(label + at)).map(({ text }) => ({ label, text })),
    ),
    near: nearMisses(
      background.about.filter((_, at) => isOtherHeldOut(at)),
      names,
    ),
    chatter: background.chatter.filter((_, at) => isOtherHeldOut(at)),
  };
}

const rankExamples = ({ index, asked }: Trial): Pick<RankExample, 'candidates'>[] =>
  asked.map(({ label, text }) => ({
    candidates: rank(index.match(text), index).map(({ entry, features, sparsity }) => ({
      features,
      sparsity,
      right: entry === label,
    })),
  }));

function observe({ index, asked, near, chatter }: Trial, weights: RankWeights): Observed {
  const observeLine = (line: string) => observationOf(index, line, weights, {});
  return {
    asked: asked.map(({ label, text }) => observationOf(index, text, weights, { right: label })),
    masked: asked.map(({ label, text }) => observationOf(index, text, weights, { masked: label })),
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

function observationOf(
  index: LanguageIndex,
  text: string,
  weights: RankWeights,
  { right, masked }: Target,
): Observation {
  const match = index.match(text);
  const ranked = rank(match, index, { weights, isMasked: (entry) => entry === masked });
  const [first] = ranked;
  const features = first
    ? valuesOf(confidenceFeatures(ranked, questionFeatures(match, masked), subjectOf(match, first.entry, index)))
    : [];
  return { features, outcome: right !== undefined && first?.entry === right ? 1 : 0 };
}
