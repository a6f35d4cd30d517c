import {
  LARGEST_WEIGHT,
  TRAINING,
  TRAINING_OF_VERY_MANY,
  UNLEARNED_TEMPERATURE,
  VERY_MANY,
} from '../calibration/learning-policy.ts';
import { MOST_PROPOSED } from '../calibration/reading-policy.ts';
import type { PartMatches } from '../index/entry-search.ts';
import type { EntryMatch } from '../index/matches.ts';
import type { Matches, Predict, Prediction } from '../index/prediction.ts';
import { likenessTo, type Prints, printsOf, type Vector, vectorIn } from './feature-space.ts';
import type { EntryModel, Model, Trained } from './train.ts';

/** A function that predicts with a trained model. */
export function openModel({ entries, subject }: Trained): Predict {
  const inScope = subject ? askSubject(subject) : () => 0.5;
  const ask = entries ? learned(entries) : (_: Prints, found: Matches) => searched(found);
  return ({ features }, found) => {
    const question = printsOf(features);
    return { ...ask(question, found), inScope: inScope(question) };
  };
}

function askSubject({ space, weights }: Model): (question: Prints) => number {
  return (question) => classify(vectorIn(space, question), weights, 2)[IN_SCOPE] ?? 0;
}

/** Which entry a question points to, whether or not it is about the pack. */
type EntryPrediction = Omit<Prediction, 'inScope'>;

type AskEntries = (question: Prints, found: Matches) => EntryPrediction;

function learned({ space, weights, phrasings }: EntryModel): AskEntries {
  const likeness = likenessTo(phrasings);
  return (question) => {
    const vector = vectorIn(space, question);
    const probabilities = classify(vector, weights, phrasings.groups.length - 1);
    const alike = likeness(vector);
    return {
      likely: greatest(probabilities, MOST_PROPOSED),
      probability: (entry) => probabilities[entry] ?? 0,
      nearest: (entry) => alike[entry] ?? 0,
    };
  };
}

/**
 * Prediction without a trained phrasing model: by how well a question and the best part of each entry found cover each
 * other.
 */
export const searched = (found: Matches): EntryPrediction => {
  const entries = new Set([...found.words.top, ...found.concepts.top, ...found.grams.top]);
  const alike = new Map([...entries].map((entry) => [entry, likenessOf(found, entry)]));
  const best = Math.max(0, ...alike.values());
  const share = (likeness: number) => Math.exp((likeness - best) / UNLEARNED_TEMPERATURE);
  const sum = [...alike.values()].reduce((total, likeness) => total + share(likeness), 0);
  const probability = (entry: number) => (alike.has(entry) ? share(alike.get(entry) ?? 0) / sum : 0);
  return { likely: [], probability, nearest: (entry) => alike.get(entry) ?? likenessOf(found, entry) };
};

/**
 * How well a question and the best part of an entry cover each other, 0 to 1. For a text of stop words, only grams
 * count.
 */
export function likenessOf({ words, concepts, grams }: PartMatches, entry: number): number {
  const weighted = [words, concepts, grams].filter(({ weight }) => weight > 0);
  return weighted.reduce((sum, index) => sum + likenessIn(index, entry), 0) / Math.max(1, weighted.length);
}

function likenessIn(index: EntryMatch, entry: number): number {
  const { unit, back } = index.coverage(entry);
  return Math.sqrt(unit * back);
}

/**
 * Indexes of the greatest positive values, the greatest first; of equal ones the earlier first.
 * @param wanted most indexes that are returned
 */
export function greatest(values: Float32Array, wanted: number): number[] {
  const top: number[] = [];
  let least = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    if (value <= least) continue;
    insert(top, at, values, wanted);
    if (top.length === wanted) least = values[top[wanted - 1] ?? 0] ?? 0;
  }
  return top;
}

function insert(top: number[], at: number, values: Float32Array, wanted: number): void {
  const value = values[at] ?? 0;
  let place = Math.min(top.length, wanted - 1);
  for (; place > 0 && (values[top[place - 1] ?? 0] ?? 0) < value; place--) top[place] = top[place - 1] ?? 0;
  top[place] = at;
}

/** Label of a text that is about the index's subject. */
export const IN_SCOPE = 1;

/** A training example: its features, and the index of its entry. */
export interface Example {
  readonly vector: Vector;
  readonly label: number;
}

export interface TrainingOptions {
  /** See learning-policy.ts for the defaults. */
  readonly epochs: number;
  /** Step size of Adagrad, above 0. */
  readonly rate: number;
  /** Initial value of Adagrad's sums; larger values make smaller first steps. */
  readonly calm: number;
  /** Smaller gradients are skipped. */
  readonly least: number;
  /** Probability, 0 to 1, above which an example is skipped in the next pass. Saves a third of the time. */
  readonly learnedFrom: number;
}

/** A model's weights: plain data, so that they can be stored. */
export interface ModelWeights {
  /** Feature by feature, one for each entry: -127 to 127, in a quarter of the memory of floats. */
  readonly values: Int8Array;
  /** Factor for all values. */
  readonly scale: number;
}

/** Arrays for training, allocated once: collecting new ones as garbage would take as long as the training. */
interface Bench {
  readonly settings: TrainingOptions;
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  /** One for each entry. */
  readonly gradient: Float32Array;
  /** Entries whose gradient is not skipped. */
  readonly active: Int32Array;
}

/**
 * Trains which entry a question means: multinomial logistic regression with Adagrad. Deterministic: the order of
 * examples is fixed.
 * @param classes number of entries; labels are 0 ... classes - 1.
 * @returns weights for `classify`
 */
export function trainPhrasingModel(
  examples: readonly Example[],
  features: number,
  classes: number,
  options: Partial<TrainingOptions> = {},
): ModelWeights {
  const settings = { ...(examples.length < VERY_MANY ? TRAINING : TRAINING_OF_VERY_MANY), ...options };
  const [weights, squares] = [
    new Float32Array(features * classes),
    new Float32Array(features * classes).fill(settings.calm),
  ];
  const bench: Bench = {
    settings,
    weights,
    squares,
    gradient: new Float32Array(classes),
    active: new Int32Array(classes),
  };
  const ordered = takeTurns(examples);
  const isLearned = new Uint8Array(ordered.length);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (const [at, example] of ordered.entries()) {
      const probability = isLearned[at] ? 0 : step(example, bench);
      isLearned[at] = probability > settings.learnedFrom ? 1 : 0;
    }
  }
  return rounded(weights);
}

function rounded(weights: Float32Array): ModelWeights {
  let most = 0;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const scale = most / LARGEST_WEIGHT || 1;
  const values = new Int8Array(weights.length);
  for (let at = 0; at < values.length; at++) values[at] = Math.round((weights[at] ?? 0) / scale);
  return { values, scale };
}

/** A probability for each entry, in the order of the labels. */
export function classify(vector: Vector, { values, scale }: ModelWeights, classes: number): Float32Array {
  const probabilities = new Float32Array(classes);
  scoreInto(probabilities, vector, values);
  for (let c = 0; c < classes; c++) probabilities[c] = (probabilities[c] ?? 0) * scale;
  softmax(probabilities);
  return probabilities;
}

/** @returns the example's probability before the step */
function step({ vector, label }: Example, bench: Bench): number {
  const { gradient, weights } = bench;
  scoreInto(gradient, vector, weights);
  softmax(gradient);
  const probability = gradient[label] ?? 0;
  gradient[label] = probability - 1;
  descend(vector, bench, findActive(bench));
  return probability;
}

/** @returns how many items of `active` are in use */
function findActive({ gradient, active, settings }: Bench): number {
  let count = 0;
  for (let c = 0; c < gradient.length; c++) if (Math.abs(gradient[c] ?? 0) > settings.least) active[count++] = c;
  return count;
}

function descend(
  { ids, values }: Vector,
  { weights, squares, gradient, active, settings: { rate } }: Bench,
  count: number,
): void {
  for (let i = 0; i < ids.length; i++) {
    const base = (ids[i] ?? 0) * gradient.length;
    const value = values[i] ?? 0;
    for (let n = 0; n < count; n++) {
      const c = active[n] ?? 0;
      const slope = (gradient[c] ?? 0) * value;
      const sum = (squares[base + c] ?? 0) + slope * slope;
      squares[base + c] = sum;
      weights[base + c] = (weights[base + c] ?? 0) - (rate * slope) / Math.sqrt(sum);
    }
  }
}

/**
 * Puts the entries' examples in turns, as long runs of one entry would make weights oscillate. The order is always the
 * same.
 */
function takeTurns(examples: readonly Example[]): Example[] {
  const turns = new Map<number, number>();
  return examples
    .map((example) => {
      const turn = turns.get(example.label) ?? 0;
      turns.set(example.label, turn + 1);
      return { example, turn, shuffled: (example.label * 7919) % 10_007 };
    })
    .sort((a, b) => a.turn - b.turn || a.shuffled - b.shuffled)
    .map((item) => item.example);
}

/** Computes a score for each entry. @param scores is overwritten */
function scoreInto(scores: Float32Array, { ids, values }: Vector, weights: Float32Array | Int8Array): void {
  const classes = scores.length;
  scores.fill(0);
  for (let i = 0; i < ids.length; i++) {
    const [first, value] = [(ids[i] ?? 0) * classes, values[i] ?? 0];
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + (weights[first + c] ?? 0) * value;
  }
}

/** Turns scores into probabilities, in place. */
function softmax(scores: Float32Array): void {
  const top = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const e = Math.exp((scores[c] ?? 0) - top);
    scores[c] = e;
    sum += e;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] ?? 0) / sum;
}
