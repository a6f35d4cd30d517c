import { openModel } from '../classifier/model.ts';
import type { OtherLine, Training, TrainingSet } from '../classifier/train.ts';
import type { ReadEntry } from '../index/entry-search.ts';
import { type LanguageIndex, LiveIndex, type Match } from '../index/language-index.ts';
import type { RankFeature } from '../ranking/features.ts';
import { fitRanking, type RankExample } from '../ranking/fit-ranking.ts';
import { type RankWeights, rank } from '../ranking/rank.ts';
import { RANK_WEIGHTS } from '../ranking/weights.ts';
import type { Analysis, Analyzer } from '../text/analyze.ts';
import {
  CONFIDENCE_FEATURES,
  type ConfidenceFeature,
  type ConfidenceWeights,
  confidenceFeatures,
  listWeights,
  nameWeights,
  questionFeatures,
  subjectOf,
  valuesOf,
} from './features.ts';
import { ENOUGH_HELD_OUT, FOLDS, LEAST_ROUNDS, LINES_A_PHRASING, WRONG_WEIGHTS } from './learning-policy.ts';
import { fitLogistic, type Observation } from './logistic.ts';
import {
  FOUND_BY_MEMBERS,
  LOCAL_FIT_IN_FULL,
  OTHERS_SHARE,
  PRIOR_STRENGTH,
  RICH_FROM,
  RICH_IN_FULL,
  RICH_OTHERS_SHARE,
  RICH_SHARPNESS,
  TUNED_FROM,
} from './policy.ts';
import { PRIOR, QUICK_PRIOR } from './prior.ts';

/** An index's weights for ranking its entries, and for the confidence in the first one. */
export interface IndexWeights {
  readonly ranking: RankWeights;
  readonly confidence: ConfidenceWeights;
}

/** For indexes with too few texts to fit weights; always the same object. */
export const SHIPPED_WEIGHTS: IndexWeights = { ranking: RANK_WEIGHTS, confidence: PRIOR };
/** For indexes without a trained model. */
export const UNTRAINED_WEIGHTS: IndexWeights = { ranking: RANK_WEIGHTS, confidence: QUICK_PRIOR };

/**
 * Fits ranking and confidence to a pack by its own texts only. Phrasings are held out and asked (right or wrong), asked
 * without their own entry (wrong), and so are lines about other subjects (wrong). The more phrasings an entry has, the
 * more they count. A pack with few phrasings keeps the shipped weights, which were fitted on such packs.
 * @param known weights that were fitted to nearly the same texts. They save most of the time that learning takes.
 * Default: none
 */
export function calibrate(
  entries: readonly ReadEntry<Analysis>[],
  analyzer: Analyzer,
  training: Training,
  known?: IndexWeights,
): IndexWeights {
  const total = entries.reduce((sum, entry) => sum + entry.phrasings.length, 0);
  const each = total / Math.max(1, entries.length);
  if (each < TUNED_FROM) return SHIPPED_WEIGHTS;
  if (known) return known;
  const richness = Math.max(0, Math.min(1, (each - RICH_FROM) / (RICH_IN_FULL - RICH_FROM)));
  const parts = Math.max(FOLDS, Math.ceil((LEAST_ROUNDS * total) / ENOUGH_HELD_OUT));
  const rounds = Math.min(FOLDS, Math.max(LEAST_ROUNDS, Math.round((ENOUGH_HELD_OUT * parts) / total)));
  const trust = Math.min(1, each / LOCAL_FIT_IN_FULL);
  const trials = Array.from({ length: rounds }, (_, part) => trialOf(entries, analyzer, training, part, parts));
  const examples = trials.map((trial) => rankExamples(trial).map((one) => ({ ...one, weight: trust })));
  // Each fold is ranked by weights that were fitted to the others. Otherwise the confidence would be fitted to a
  // ranking that has seen its questions.
  const ranking = rankingBy(examples.flat());
  const observed = trials.map((trial, part) => observe(trial, rankingBy(examples.toSpliced(part, 1).flat())));
  const hasChatter = training.lines.some(({ kind }) => kind === 'chatter');
  const weighed = weigh(observed, richness, hasChatter).map((one) => ({ ...one, weight: trust * one.weight }));
  const sharpness = between(1, RICH_SHARPNESS, richness);
  return { ranking, confidence: nameWeights(confidenceBy(weighed).map((weight) => sharpness * weight)) };
}

/** Features that held-out phrasings cannot teach, as every phrasing is right. Their weights stay as shipped. */
const SHIPPED: ReadonlySet<ConfidenceFeature> = new Set<ConfidenceFeature>([
  'denseAskedOtherwise',
  'denseRepeatedOtherwise',
]);
const IS_SHIPPED = [false, ...CONFIDENCE_FEATURES.map((name) => SHIPPED.has(name))];

/**
 * Prior for packs with many phrasings. Their phrasings themselves show how much it matters that none of them names a
 * thing; the shipped weight was measured on packs with few, which need more.
 */
const BELIEVED: ConfidenceWeights = { ...PRIOR, denseRepeated: 0 };

/** Weights of the confidence, as the regression lists them. */
function confidenceBy(observations: readonly Observation[]): number[] {
  const prior = listWeights(BELIEVED);
  const isShipped = (at: number): boolean => IS_SHIPPED[at] === true;
  const rows = observations.map(({ features, ...one }) => ({
    ...one,
    features: features.filter((_, at) => !isShipped(at + 1)),
    offset: features.reduce((sum, value, at) => sum + (isShipped(at + 1) ? value * (prior[at + 1] ?? 0) : 0), 0),
  }));
  const free = fitLogistic(
    rows,
    prior.filter((_, at) => !isShipped(at)),
    PRIOR_STRENGTH,
  );
  let next = 0;
  return prior.map((weight, at) => (isShipped(at) ? weight : (free[next++] ?? 0)));
}

/**
 * Ranking features that phrasings can teach by finding each other. Phrasings teach nothing about answers, for which
 * members ask in other words, so the weights for answers stay as shipped.
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

/** Observations of one fold of phrasings and lines, made with an index that does not have them. */
interface Observed {
  /** Phrasings, asked as they are. */
  readonly asked: readonly Observation[];
  /** Phrasings, asked without their own entry. */
  readonly masked: readonly Observation[];
  readonly near: readonly Observation[];
  readonly chatter: readonly Observation[];
}

/** How much each observation counts. @param richness of the pack's phrasings, 0 to 1. */
function weigh(
  observed: readonly Observed[],
  richness: number,
  hasChatter: boolean,
): (Observation & { readonly weight: number })[] {
  const asked = observed.flatMap((part) => part.asked);
  const right = asked.filter(({ outcome }) => outcome === 1).length;
  const failure = failureWeight(right, asked.length - right, richness);
  const masked = hasChatter ? WRONG_WEIGHTS.masked : WRONG_WEIGHTS.maskedAlone;
  return observed.flatMap((part) => {
    const wanted = between(OTHERS_SHARE, RICH_OTHERS_SHARE, richness) * part.asked.length;
    // Few lines do not count for more than a phrasing each.
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
 * The weight of a held-out phrasing that misses its entry. An author of many phrasings makes them different, so a
 * held-out one is often unlike all the others, while members' questions seldom are. So the misses count only for the
 * share that is expected of members.
 * @param right number of held-out phrasings that find their entry
 * @param wrong number of those that do not
 * @returns 0 to 1
 */
export function failureWeight(right: number, wrong: number, richness: number): number {
  const expected = (right * (1 - FOUND_BY_MEMBERS)) / FOUND_BY_MEMBERS;
  return wrong === 0 ? 1 : Math.min(1, expected / wrong) ** richness;
}

/** An index without one fold, and its results for the questions of that fold. */
interface Trial {
  readonly index: LanguageIndex;
  readonly asked: readonly { readonly label: number; readonly match: Match }[];
  readonly near: readonly string[];
  readonly chatter: readonly string[];
}

/** @param parts folds of the phrasings */
function trialOf(
  entries: readonly ReadEntry<Analysis>[],
  analyzer: Analyzer,
  training: Training,
  part: number,
  parts: number,
): Trial {
  const isHeldOut = (entry: number, phrasing: number) => (entry + phrasing) % parts === part;
  const kept: TrainingSet = {
    hasText: (entry, at) => at === 0 || !isHeldOut(entry, at - 1),
    hasLine: ({ number }) => number % FOLDS !== part,
  };
  const index = new LiveIndex(
    {
      analyzer,
      predict: openModel(training.learn(kept)),
      everyday: new Set(training.lines.filter(kept.hasLine).flatMap(({ surface }) => surface)),
    },
    entries.map((entry, label) => ({
      ...entry,
      phrasings: entry.phrasings.filter((_, at) => !isHeldOut(label, at)),
    })),
  );
  const asked = entries.flatMap((entry, label) =>
    entry.phrasings.filter((_, at) => isHeldOut(label, at)).map(({ text }) => ({ label, match: index.match(text) })),
  );
  const others = training.lines.filter((line) => !kept.hasLine(line));
  const share = Math.min(1, (LINES_A_PHRASING * asked.length) / Math.max(1, others.length));
  const someOf = (wanted: OtherLine['kind']) =>
    evenly(
      others.filter(({ kind }) => kind === wanted).map(({ text }) => text),
      share,
    );
  return { index, asked, near: someOf('near'), chatter: someOf('chatter') };
}

/** A share of a list, evenly spaced. @param share 0 to 1 */
const evenly = <T>(list: readonly T[], share: number): T[] =>
  list.filter((_, at) => Math.floor((at + 1) * share) > Math.floor(at * share));

const rankExamples = ({ index, asked }: Trial): Pick<RankExample, 'candidates'>[] =>
  asked.map(({ label, match }) => ({
    candidates: rank(match, index).map(({ entry, features, sparsity }) => ({
      features,
      sparsity,
      right: entry === label,
    })),
  }));

function observe({ index, asked, near, chatter }: Trial, weights: RankWeights): Observed {
  const observeLine = (line: string) => observationOf(index, index.match(line), weights, {});
  return {
    asked: asked.map(({ label, match }) => observationOf(index, match, weights, { right: label })),
    masked: asked.map(({ label, match }) => observationOf(index, match, weights, { masked: label })),
    near: near.map(observeLine),
    chatter: chatter.map(observeLine),
  };
}

interface Target {
  /** The entry that answers the question. */
  readonly right?: number;
  /** The entry that is left out. */
  readonly masked?: number;
}

function observationOf(
  index: LanguageIndex,
  match: Match,
  weights: RankWeights,
  { right, masked }: Target,
): Observation {
  const ranked = rank(match, index, { weights, isMasked: (entry) => entry === masked });
  const [first] = ranked;
  const features = first
    ? valuesOf(confidenceFeatures(ranked, questionFeatures(match, masked), subjectOf(match, first.entry, index)))
    : [];
  return { features, outcome: right !== undefined && first?.entry === right ? 1 : 0 };
}
