import type { Vector } from './feature-space.ts';

/** One training text: its features, and the number of the entry it belongs to. */
export interface Example {
  readonly vector: Vector;
  readonly label: number;
}

export interface TrainingOptions {
  /** Passes over the examples; default 8. */
  readonly epochs: number;
  /** Step of Adagrad; default 0.3. */
  readonly rate: number;
  /** Where Adagrad's sums begin; larger steps more calmly at first. Default 0.01. */
  readonly calm: number;
  /** Gradients smaller than this are skipped; default 0.01. */
  readonly least: number;
  /** An example that is given so much probability is passed over once; default 0.95. Saves a third of the time. */
  readonly settled: number;
}

const DEFAULTS: TrainingOptions = { epochs: 8, rate: 0.3, calm: 0.01, least: 0.01, settled: 0.95 };

/**
 * Which entry a question's words point to: multinomial logistic regression, trained with Adagrad.
 * Deterministic: the order of examples is fixed.
 * @param classes number of entries; labels are 0 ... classes - 1.
 * @returns the weights, feature by feature: plain data, so that it can be kept. `classify` reads it.
 */
export function trainPhrasingModel(examples: readonly Example[], features: number, classes: number, options: Partial<TrainingOptions> = {}): Float32Array {
  const settings = { ...DEFAULTS, ...options };
  const weights = new Float32Array(features * classes);
  const squares = new Float32Array(features * classes).fill(settings.calm);
  const ordered = takeTurns(examples);
  const isSettled = new Uint8Array(ordered.length);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (const [at, example] of ordered.entries()) {
      const probability = isSettled[at] ? 0 : step(example, weights, squares, classes, settings);
      isSettled[at] = probability > settings.settled ? 1 : 0;
    }
  }
  return weights;
}

/** One probability per entry, in the order of the labels. */
export function classify(vector: Vector, weights: Float32Array, classes: number): Float32Array {
  return softmax(scoresOf(vector, weights, classes));
}

/** @returns the probability that the example was given before. */
function step({ vector, label }: Example, weights: Float32Array, squares: Float32Array, classes: number, settings: TrainingOptions): number {
  const gradient = softmax(scoresOf(vector, weights, classes));
  const probability = gradient[label] ?? 0;
  gradient[label] = probability - 1;
  const active: number[] = [];
  for (let c = 0; c < classes; c++) if (Math.abs(gradient[c] ?? 0) > settings.least) active.push(c);
  for (let i = 0; i < vector.ids.length; i++) {
    const base = (vector.ids[i] ?? 0) * classes;
    const value = vector.values[i] ?? 0;
    for (const c of active) {
      const slope = (gradient[c] ?? 0) * value;
      const sum = (squares[base + c] ?? 0) + slope * slope;
      squares[base + c] = sum;
      weights[base + c] = (weights[base + c] ?? 0) - (settings.rate * slope) / Math.sqrt(sum);
    }
  }
  return probability;
}

function scoresOf(vector: Vector, weights: Float32Array, classes: number): Float32Array {
  const scores = new Float32Array(classes);
  for (let i = 0; i < vector.ids.length; i++) {
    const base = (vector.ids[i] ?? 0) * classes;
    const value = vector.values[i] ?? 0;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + (weights[base + c] ?? 0) * value;
  }
  return scores;
}

/** Turns scores into probabilities, in place. */
function softmax(scores: Float32Array): Float32Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const e = Math.exp((scores[c] ?? 0) - top);
    scores[c] = e;
    sum += e;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] ?? 0) / sum;
  return scores;
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
