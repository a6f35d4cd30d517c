/** One training text: what it says, and the class (entry) it belongs to. */
export interface Example {
  readonly features: readonly string[];
  readonly label: number;
}

export interface PhrasingModel {
  /** Probability of each class, in the order of the labels. */
  readonly classify: (features: readonly string[]) => Float32Array;
}

export interface TrainingOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Gradients smaller than this are skipped. */
  readonly least: number;
}

const DEFAULTS: TrainingOptions = { epochs: 8, rate: 0.6, least: 0.002 };

interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** Multinomial logistic regression on tf-idf, trained with Adagrad. Deterministic: no random order. */
export function trainPhrasingModel(examples: readonly Example[], classes: number, options: Partial<TrainingOptions> = {}): PhrasingModel {
  const settings = { ...DEFAULTS, ...options };
  const space = featureSpace(examples);
  const vectors = examples.map((example) => space.vector(example.features));
  const weights = fit(vectors, examples, space.size, classes, settings);
  return {
    classify: (features) => {
      const scores = new Float32Array(classes);
      addScores(space.vector(features), weights, classes, scores);
      return softmax(scores);
    },
  };
}

function featureSpace(examples: readonly Example[]) {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  for (const { features } of examples) {
    for (const feature of new Set(features)) {
      const id = ids.get(feature);
      if (id === undefined) {
        ids.set(feature, counts.length);
        counts.push(1);
      } else counts[id] = (counts[id] ?? 0) + 1;
    }
  }
  const idf = counts.map((count) => Math.log((examples.length + 1) / (count + 1)) + 1);
  const unknown = Math.log(examples.length + 1) + 1;
  // Unknown features have no weight but count in the length: text that is mostly foreign gets a low probability.
  const vector = (features: readonly string[]): Vector => {
    const seen = new Set(features);
    const found: number[] = [];
    let length = 0;
    for (const feature of seen) {
      const id = ids.get(feature);
      const value = id === undefined ? unknown : (idf[id] ?? 0);
      length += value * value;
      if (id !== undefined) found.push(id);
    }
    const norm = length > 0 ? 1 / Math.sqrt(length) : 0;
    return { ids: Int32Array.from(found), values: Float32Array.from(found, (id) => (idf[id] ?? 0) * norm) };
  };
  return { size: counts.length, vector };
}

function fit(vectors: readonly Vector[], examples: readonly Example[], features: number, classes: number, settings: TrainingOptions): Float32Array {
  const weights = new Float32Array(features * classes);
  const squares = new Float32Array(features * classes).fill(1e-6);
  const order = interleave(examples);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (const at of order) {
      const vector = vectors[at];
      const example = examples[at];
      if (vector && example) step(vector, example.label, weights, squares, classes, settings);
    }
  }
  return weights;
}

function step(vector: Vector, label: number, weights: Float32Array, squares: Float32Array, classes: number, settings: TrainingOptions): void {
  const scores = new Float32Array(classes);
  addScores(vector, weights, classes, scores);
  const gradient = softmax(scores);
  gradient[label] = (gradient[label] ?? 0) - 1;
  const active: number[] = [];
  for (let c = 0; c < classes; c++) if (Math.abs(gradient[c] ?? 0) > settings.least) active.push(c);
  for (let i = 0; i < vector.ids.length; i++) {
    const base = (vector.ids[i] ?? 0) * classes;
    const value = vector.values[i] ?? 0;
    for (const c of active) {
      const g = (gradient[c] ?? 0) * value;
      const s = (squares[base + c] ?? 0) + g * g;
      squares[base + c] = s;
      weights[base + c] = (weights[base + c] ?? 0) - (settings.rate * g) / Math.sqrt(s);
    }
  }
}

function addScores(vector: Vector, weights: Float32Array, classes: number, scores: Float32Array): void {
  for (let i = 0; i < vector.ids.length; i++) {
    const base = (vector.ids[i] ?? 0) * classes;
    const value = vector.values[i] ?? 0;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + (weights[base + c] ?? 0) * value;
  }
}

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

/** An order in which the classes take turns, the same every time. */
function interleave(examples: readonly Example[]): number[] {
  const turn = new Map<number, number>();
  return examples
    .map((example, at) => {
      const round = turn.get(example.label) ?? 0;
      turn.set(example.label, round + 1);
      return { at, round, label: (example.label * 7919) % 10_007 };
    })
    .sort((a, b) => a.round - b.round || a.label - b.label)
    .map((item) => item.at);
}
