import type { LanguageIndex, Match } from '../index/language-index.ts';
import type { Ranked } from '../ranking/rank.ts';
import { rarityOfThing, thingsOf } from '../text/concepts.ts';
import {
  DENSE_POWER,
  LEAST_PROBABILITY,
  MOST_CONTENT,
  MOST_LOG_SHARE,
  MOST_LOGIT,
  MOST_WEIGHT,
} from './learning-policy.ts';

/**
 * Features that count more with every phrasing of an entry, and not at all for one with only a title. Their weights are
 * fitted separately, on packs with phrasings, so that results for packs of bare titles do not change.
 */
export const DENSE_FEATURES = [
  // The question asks by a class (why, not when) by which none of the titles and phrasings ask; as it is, and
  // multiplied by how closely the question repeats one.
  'denseAskedOtherwise',
  'denseRepeatedOtherwise',
  // The question names a thing that no text of the entry mentions, multiplied by how closely it repeats a title or
  // phrasing.
  'denseRepeated',
] as const;

/**
 * Names of the features that tell a right first answer from a wrong one, and from questions without an answer. Values
 * are about 0 to 1. The weights in `prior.ts` have the same keys. The first features are those of the ranking.
 */
export const CONFIDENCE_FEATURES = [
  'nearest',
  'probability',
  'wordPairs',
  'wordBack',
  'conceptUnit',
  'conceptHeading',
  'missingNames',
  // The softmax share that the ranking gives the first entry, and its logit.
  'choice',
  'choiceLogit',
  'probabilityLog',
  // Idf weight of the question's rarest words: of those that the entry has, of those that its titles and phrasings
  // have, ...
  'subject',
  'subjectHeading',
  // ... and of those that the entry lacks.
  'missingSubject',
  'choiceSubject',
  // Share of the things that the question names which the entry has, weighed by how rare their words are in general.
  'heldRarity',
  // Share of the question's idf weight in words that the entry has literally, not by synonyms.
  'wordHeld',
  // Weights that do not depend on the question's length: of what matches in the entry's best part, and in its best
  // title or phrasing; and of what is missing.
  'unitWeight',
  'unitWeightShort',
  'headingWeight',
  'missingWeight',
  // Likeness, multiplied by further evidence: no other entry is as near, the question is long, or only the answer
  // matches.
  'unitWeightChoice',
  'unitLength',
  'unitWeightBody',
  // Features of the question alone.
  'length',
  'unknown',
  'inScope',
  'inScopeLogit',
  // Features that weigh differently for entries with few phrasings.
  'sparsity',
  'sparseNearest',
  'sparseProbability',
  'sparseProbabilityLog',
  'sparseChoiceLogit',
  'sparseInScope',
  'sparseUnitWeight',
  'sparseHeldRarity',
  'sparseWordHeld',
  // The question repeats a title or phrasing in order, and names something that the entry lacks.
  'sparseRepeated',
  ...DENSE_FEATURES,
] as const;

export type ConfidenceFeature = (typeof CONFIDENCE_FEATURES)[number];
export type ConfidenceFeatures = Readonly<Record<ConfidenceFeature, number>>;

/** Features of a question and an index, independent of the first entry. */
export interface QuestionFeatures {
  /** Share of the question's weight in words that no entry has, 0 to 1. */
  readonly unknown: number;
  /** Number of words that are not stop words. */
  readonly content: number;
  /** See Prediction: 0 to 1. */
  readonly inScope: number;
  /** Sum of the weights of its words. */
  readonly weight: number;
}

export const questionFeatures = (match: Match, masked?: number): QuestionFeatures => ({
  unknown: match.unknown(masked),
  content: match.content,
  inScope: match.inScope,
  weight: match.words.weight,
});

/** 0 for up to half of a title or phrasing, 1 for all of it word for word. */
const closeness = (frame: number): number => Math.max(0, 2 * frame - 1);

const upTo = (value: number, most: number): number => Math.min(value, most) / most;
const logit = (p: number): number =>
  Math.max(-MOST_LOGIT, Math.min(MOST_LOGIT, Math.log((p + 1e-6) / (1 - p + 1e-6)))) / MOST_LOGIT;

/**
 * Features of the first entry of a ranking.
 * @param ranked at least one entry
 * @param scores of all competing entries, the first entry's own at the head. Default: those of the ranking
 * @throws Error if nothing is ranked
 */
export function confidenceFeatures(
  ranked: readonly Pick<Ranked, 'features' | 'score' | 'sparsity'>[],
  question: QuestionFeatures,
  subject: Subject,
  scores: readonly number[] = ranked.map(({ score }) => score),
): ConfidenceFeatures {
  const [first] = ranked;
  if (!first) throw new Error('nothing was ranked');
  const { features, sparsity } = first;
  const [own = 0] = scores;
  const choice = 1 / scores.reduce((sum, score) => sum + Math.exp(score - own), 0);
  const choiceLogit = logit(choice);
  const probabilityLog = Math.log(features.probability + LEAST_PROBABILITY) / MOST_LOG_SHARE;
  const subjectHeading = upTo(subject.inHeading, MOST_WEIGHT.word);
  const unitWeight = upTo(features.wordUnit * question.weight, MOST_WEIGHT.unit);
  const length = upTo(question.content, MOST_CONTENT);
  // If one phrasing asks by the question's class, others that do not are no evidence against the entry.
  const otherwise = features.askedAlike > 0 ? 0 : features.askedOtherwise;
  return {
    nearest: features.nearest,
    probability: features.probability,
    wordPairs: features.wordPairs,
    wordBack: features.wordBack,
    conceptUnit: features.conceptUnit,
    conceptHeading: features.conceptHeading,
    missingNames: features.missingNames,
    choice,
    choiceLogit,
    probabilityLog,
    subject: upTo(subject.held, MOST_WEIGHT.word),
    subjectHeading,
    missingSubject: upTo(subject.missing, MOST_WEIGHT.word),
    choiceSubject: choice * subjectHeading,
    heldRarity: features.heldRarity,
    wordHeld: features.wordHeld,
    unitWeight,
    unitWeightShort: upTo(features.wordUnit * question.weight, MOST_WEIGHT.short),
    headingWeight: upTo(features.conceptHeading * question.weight, MOST_WEIGHT.heading),
    missingWeight: upTo((1 - features.conceptHeld) * question.weight, MOST_WEIGHT.unit),
    unitWeightChoice: unitWeight * choice,
    unitLength: length * features.wordUnit,
    unitWeightBody: Math.max(0, features.wordUnit - features.wordHeading) * unitWeight,
    length,
    unknown: question.unknown,
    inScope: question.inScope,
    inScopeLogit: logit(question.inScope),
    sparsity,
    sparseNearest: sparsity * features.nearest,
    sparseProbability: sparsity * features.probability,
    sparseProbabilityLog: sparsity * probabilityLog,
    sparseChoiceLogit: sparsity * choiceLogit,
    sparseInScope: sparsity * question.inScope,
    sparseUnitWeight: sparsity * unitWeight,
    sparseHeldRarity: sparsity * features.heldRarity,
    sparseWordHeld: sparsity * features.wordHeld,
    sparseRepeated: sparsity * subject.frame * subject.missingRarity,
    denseAskedOtherwise: (1 - sparsity) * otherwise,
    denseRepeatedOtherwise: (1 - sparsity) * closeness(subject.frame) * otherwise,
    denseRepeated: ((1 - sparsity) * subject.frame) ** DENSE_POWER * subject.missingRarity,
  };
}

/** How much of a question's subject an entry has. */
export interface Subject {
  /** Idf weight of the question's rarest words that the entry has. */
  readonly held: number;
  /** Idf weight of the rarest words that the entry lacks. */
  readonly missing: number;
  /** Idf weight of the rarest words that its titles and phrasings have. */
  readonly inHeading: number;
  /** How rare the rarest of the missing things is in general, 0 to 1. */
  readonly missingRarity: number;
  /** How much of the best title or phrasing the question repeats in order, 0 to 1; see frameLikeness. */
  readonly frame: number;
}

type Asked = Pick<Match, 'conceptWeights' | 'concepts' | 'words' | 'question' | 'analyzer'>;

export function subjectOf(match: Asked, entry: number, index: Pick<LanguageIndex, 'headingsOf'>): Subject {
  const { conceptWeights, concepts, question } = match;
  const found = { held: 0, missing: 0, inHeading: 0 };
  for (const [concept, weight] of conceptWeights) {
    const isHeld = concepts.holds(entry, concept);
    if (isHeld) found.held = Math.max(found.held, weight);
    else found.missing = Math.max(found.missing, weight);
    if (isHeld && concepts.heads(entry, concept)) found.inHeading = Math.max(found.inHeading, weight);
  }
  const frames = index.headingsOf(entry).map(({ words }) => frameLikeness(words, question.words));
  return { ...found, missingRarity: missingRarity(match, entry), frame: Math.max(0, ...frames) };
}

function missingRarity({ words, concepts, question, analyzer }: Asked, entry: number): number {
  const missing = thingsOf(question.words, analyzer).filter(
    (thing) =>
      !thing.words.every((word) => words.holds(entry, word)) &&
      ![...thing.same, ...thing.categoryNames].some((concept) => concepts.holds(entry, concept)),
  );
  return Math.max(0, ...missing.map((thing) => rarityOfThing(thing, analyzer)));
}

/**
 * How much of a heading a text repeats in order, function words too: twice the length of their longest common
 * subsequence, divided by the lengths of both.
 * @returns 0 (no word) to 1 (word by word the same).
 */
export const frameLikeness = (heading: readonly string[], text: readonly string[]): number =>
  (2 * wordsInOrder(heading, text)) / Math.max(1, heading.length + text.length);

/** Length of the longest common subsequence. */
export function wordsInOrder(a: readonly string[], b: readonly string[]): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const row = [0];
    for (const [at, other] of b.entries())
      row.push(word === other ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0));
    above = row;
  }
  return above.at(-1) ?? 0;
}

/** Weights of a logistic regression, by feature, and its intercept. */
export type ConfidenceWeights = Readonly<Record<'intercept' | ConfidenceFeature, number>>;

/** Values in the order of the regression's weights. */
export const valuesOf = (features: ConfidenceFeatures): number[] => CONFIDENCE_FEATURES.map((name) => features[name]);

/** The weights as a list for the regression, and back. */
export const listWeights = (weights: ConfidenceWeights): number[] => [
  weights.intercept,
  ...CONFIDENCE_FEATURES.map((name) => weights[name]),
];
export const nameWeights = ([intercept = 0, ...weights]: readonly number[]): ConfidenceWeights =>
  Object.fromEntries([
    ['intercept', intercept],
    ...CONFIDENCE_FEATURES.map((name, at) => [name, weights[at] ?? 0]),
  ]) as ConfidenceWeights;

/** Probability that the first entry answers the question. */
export function confidenceOf(features: ConfidenceFeatures, weights: ConfidenceWeights): number {
  let logit = weights.intercept;
  for (const name of CONFIDENCE_FEATURES) logit += features[name] * weights[name];
  return 1 / (1 + Math.exp(-logit));
}
