import {
  DIMENSION,
  EMBEDDED,
  EMBEDDINGS,
  LAST,
  LAYERS,
  type Layer,
  type Matrix,
  MOST_TOKENS,
  type Norm,
  RESIDUAL,
  TIMESCALES,
  WIDEST,
} from './architecture.ts';
import { attend } from './attention.ts';
import type { Kernel } from './kernel.ts';
import { EMBEDDINGS_AT, floatsIn } from './layout.ts';
import { createLinear, type Linear } from './linear.ts';

/** From pieces of a text to its vector, of length 1. */
export type Transform = (tokens: readonly number[]) => Float32Array;

const EPSILON = 1e-6;

/** The forward pass. @param kernel its memory holds the weights. One text at a time: buffers are used again. */
export function createTransformer(kernel: Kernel): Transform {
  const floats = (name: string) => floatsIn(kernel, name);
  const linear = createLinear(kernel);
  const normalize = (norm: Norm) => createNormalize(floats(norm.scale), floats(norm.shift));
  const embed = createEmbed(kernel, floats(TIMESCALES));
  const residual = linear(RESIDUAL);
  const [first, second] = [createLayer(LAYERS[0], linear, normalize), createLayer(LAYERS[1], linear, normalize)];
  const last = linear(LAST);
  const [pieces, states, vector] = [
    new Float32Array(MOST_TOKENS * EMBEDDED),
    new Float32Array(MOST_TOKENS * DIMENSION),
    new Float32Array(DIMENSION),
  ];
  return (tokens) => {
    const count = Math.min(tokens.length, MOST_TOKENS);
    embed(tokens, count, pieces);
    residual(pieces, states, count);
    first(pieces, states, count);
    second(states, states, count);
    last(meanOf(states, count), vector, 1);
    return unit(vector.map(Math.tanh));
  };
}

type Normalize = (input: Float32Array, output: Float32Array, tokens: number) => void;

function createNormalize(scale: Float32Array, shift: Float32Array): Normalize {
  const size = scale.length;
  return (input, output, tokens) => {
    for (let start = 0; start < tokens * size; start += size) {
      let [sum, squares] = [0, 0];
      for (let i = 0; i < size; i++) sum += input[start + i] as number;
      const mean = sum / size;
      for (let i = 0; i < size; i++) squares += ((input[start + i] as number) - mean) ** 2;
      const factor = 1 / Math.sqrt(squares / size + EPSILON);
      for (let i = 0; i < size; i++)
        output[start + i] =
          ((input[start + i] as number) - mean) * factor * (scale[i] as number) + (shift[i] as number);
    }
  };
}

/** Twice the piece's numbers, and sine and cosine of its position: the model was trained so. */
function createEmbed(
  kernel: Kernel,
  timescales: Float32Array,
): (tokens: readonly number[], count: number, output: Float32Array) => void {
  const weights = new Int8Array(kernel.buffer, EMBEDDINGS_AT.weights, EMBEDDINGS.count * EMBEDDED);
  const scales = new Float32Array(kernel.buffer, EMBEDDINGS_AT.scales, EMBEDDINGS.count);
  const half = EMBEDDED / 2;
  return (tokens, count, output) => {
    for (let position = 0; position < count; position++) {
      const token = tokens[position] as number;
      for (let i = 0; i < EMBEDDED; i++) {
        const angle = position * (timescales[i % half] as number);
        output[position * EMBEDDED + i] =
          2 * (weights[token * EMBEDDED + i] as number) * (scales[token] as number) +
          (i < half ? Math.sin(angle) : Math.cos(angle));
      }
    }
  };
}

/** A layer adds what it works out of its input to `states`. */
function createLayer(
  layer: Layer,
  linear: (matrix: Matrix) => Linear,
  normalizer: (norm: Norm) => Normalize,
): (input: Float32Array, states: Float32Array, tokens: number) => void {
  const [attentionIn, attentionOut, widen, narrow] = [
    linear(layer.attentionIn),
    linear(layer.attentionOut),
    linear(layer.widen),
    linear(layer.narrow),
  ];
  const [attentionNorm, widenNorm] = [normalizer(layer.attentionNorm), normalizer(layer.widenNorm)];
  const [wide, work] = [new Float32Array(MOST_TOKENS * WIDEST), new Float32Array(MOST_TOKENS * DIMENSION)];
  return (input, states, tokens) => {
    attentionNorm(input, work, tokens);
    attentionIn(work, wide, tokens);
    attend(wide, work, tokens, layer.head);
    attentionOut(work, wide, tokens);
    addTo(states, wide, tokens * DIMENSION);
    widenNorm(states, work, tokens);
    widen(work, wide, tokens);
    for (let i = 0; i < tokens * layer.widen.rows; i++) wide[i] = Math.max(0, wide[i] as number);
    narrow(wide, work, tokens);
    addTo(states, work, tokens * DIMENSION);
  };
}

function addTo(sums: Float32Array, numbers: Float32Array, length: number): void {
  for (let i = 0; i < length; i++) sums[i] = (sums[i] as number) + (numbers[i] as number);
}

/** An empty text has no tokens, and zeros for a mean. */
function meanOf(states: Float32Array, tokens: number): Float32Array {
  const mean = new Float32Array(DIMENSION);
  for (let token = 0; token < tokens; token++)
    for (let i = 0; i < DIMENSION; i++)
      mean[i] = (mean[i] as number) + (states[token * DIMENSION + i] as number) / tokens;
  return mean;
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((number) => number / length);
}
