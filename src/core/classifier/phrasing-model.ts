import { LARGEST_WEIGHT, TRAINING, TRAINING_OF_VERY_MANY, VERY_MANY } from '../calibration/learning-policy.ts';
import type { Vector } from './feature-space.ts';

/** One training text: its features, and the number of the entry it belongs to. */
export interface Example {
  readonly vector: Vector;
  readonly label: number;
}

export interface TrainingOptions {
  /** Passes over the examples; see learning-policy.ts for all defaults. */
  readonly epochs: number;
  /** Step of Adagrad, above 0. */
  readonly rate: number;
  /** Start of Adagrad's sums; larger steps more calmly at first. */
  readonly calm: number;
  /** Gradients smaller than this are skipped. */
  readonly least: number;
  /** Probability, 0 to 1: an example that is given so much is passed over once. Saves a third of the time. */
  readonly learnedFrom: number;
}

/** The weights of a model: plain data, so that they can be kept. */
export interface ModelWeights {
  /** Feature by feature, one for each entry: -127 to 127, a quarter of the room of exact ones. */
  readonly values: Int8Array;
  /** Factor of all of them. */
  readonly scale: number;
}

/** Arrays that learning reads and writes, made once: the garbage of new ones would cost as much as the learning. */
interface Bench {
  readonly settings: TrainingOptions;
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  /** One for each entry. */
  readonly gradient: Float32Array;
  /** Entries whose gradient is worth a step. */
  readonly active: Int32Array;
}

/**
 * Which entry a question's words point to: multinomial logistic regression, trained with Adagrad.
 * Deterministic: the order of examples is fixed.
 * @param classes number of entries; labels are 0 ... classes - 1.
 * @returns what `classify` takes.
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

/** One probability per entry, in the order of the labels. */
export function classify(vector: Vector, { values, scale }: ModelWeights, classes: number): Float32Array {
  const probabilities = new Float32Array(classes);
  scoreInto(probabilities, vector, values);
  for (let c = 0; c < classes; c++) probabilities[c] = (probabilities[c] ?? 0) * scale;
  softmax(probabilities);
  return probabilities;
}

/** @returns the probability that the example was given before. */
function step({ vector, label }: Example, bench: Bench): number {
  const { gradient, weights } = bench;
  scoreInto(gradient, vector, weights);
  softmax(gradient);
  const probability = gradient[label] ?? 0;
  gradient[label] = probability - 1;
  descend(vector, bench, findActive(bench));
  return probability;
}

/** @returns how many of `active` are meant. */
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

/** The entries take turns, the same way every time: long runs of one entry would pull the weights to and fro. */
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

/** Scores of each entry by a question's features. @param scores one for each entry: overwritten. */
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
