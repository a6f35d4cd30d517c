import { createMatrix, type Matrix, type Rows } from './matrix.ts';

// The Universal Sentence Encoder, lite: two layers of a transformer over pieces of words, the mean of their states, and
// one more layer. Tensors are named as in the package's model.json.

/** Numbers in a vector, and in a state. */
export const DIMENSION = 512;
/** Numbers of a piece. */
const EMBEDDED = 256;
const HEADS = 4;
/** Pieces that are read; the rest of a text is left out. */
const MOST_PIECES = 128;
const EPSILON = 1e-6;

type TensorOf = (name: string) => Float32Array;
type Layer = (input: Rows, states: Rows) => Rows;

const PIECES = 'module/Embeddings_en';
const HIDDEN = 'module/Encoder_en/hidden_layers/tanh_layer_0';
const KERNELS = 'module/Encoder_en/KonaTransformer/Encode';
const APPLIED = 'module_apply_default/Encoder_en/KonaTransformer/Encode';
const WIDEN = `${APPLIED}/Layer_0/TransformerLayer/dense`;
const TIMESCALES = `${APPLIED}/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1`;

const partOf = (name: string): string => `${name}/ConcatPartitions/concat`;

/** From pieces of a text, by their number in the vocabulary, to its vector. No pieces have one, too. */
export function createForwardPass(
  tensors: ReadonlyMap<string, Float32Array>,
): (pieces: readonly number[]) => Float32Array {
  const tensorOf: TensorOf = (name) => tensors.get(name) ?? missing(name);
  const embed = createEmbed(tensorOf);
  const widen = createMatrix(tensorOf(partOf(`${WIDEN}/kernel`)), tensorOf(partOf(`${WIDEN}/bias`)));
  const [first, second] = [createLayer(tensorOf, 0), createLayer(tensorOf, 1)];
  const last = createMatrix(tensorOf(`${HIDDEN}/weights`), tensorOf(`${HIDDEN}/bias`));
  return (pieces) => {
    const embedded = embed(pieces.slice(0, MOST_PIECES));
    const states = first(embedded, widen(embedded));
    const [vector] = last([meanOf(second(states, states))]);
    return (vector as Float32Array).map(Math.tanh);
  };
}

/** Twice the piece's numbers, and sine and cosine of its position: the model was trained so. */
function createEmbed(tensorOf: TensorOf): (pieces: readonly number[]) => Rows {
  // Copies, so that the rest of what was read can be let go.
  const [numbers, timescales] = [tensorOf(PIECES).slice(), tensorOf(TIMESCALES).slice()];
  return (pieces) =>
    pieces.map((piece, position) =>
      numbers.slice(piece * EMBEDDED, (piece + 1) * EMBEDDED).map((number, i) => {
        const angle = position * (timescales[i % timescales.length] as number);
        return 2 * number + (i < timescales.length ? Math.sin(angle) : Math.cos(angle));
      }),
    );
}

/** A layer adds to the states what it works out of its input. */
function createLayer(tensorOf: TensorOf, number: 0 | 1): Layer {
  const layer = `Layer_${number}/TransformerLayer`;
  const biasOf = (part: string) => tensorOf(partOf(`${APPLIED}/${layer}/${part}/bias`));
  const attention = (name: string): Matrix => {
    const part = `MultiheadAttention/${name}_transform_single`;
    return createMatrix(tensorOf(`${KERNELS}/${layer}/${part}/kernel/part_0`), biasOf(part));
  };
  const dense = (name: string): Matrix =>
    createMatrix(
      tensorOf(`${APPLIED}/TransformerStack/${layer}/FFN/${name}/Tensordot/Reshape_1`),
      biasOf(`FFN/${name}`),
    );
  const norm = (part: string) => {
    const name = `${APPLIED}/${layer}${part}/layer_prepostprocess/layer_norm/layer_norm_`;
    return createNorm(tensorOf(partOf(`${name}scale`)).slice(), tensorOf(partOf(`${name}bias`)).slice());
  };
  const [queriesKeysValues, attended] = [attention('qkv'), attention('output')];
  const [wider, narrower] = [dense('conv1'), dense('conv2')];
  const [inputNorm, stateNorm] = [norm(''), norm('/FFN')];
  return (input, states) => {
    const sums = added(states, attended(attend(queriesKeysValues(inputNorm(input)))));
    const wide = wider(stateNorm(sums)).map((row) => row.map((number) => Math.max(0, number)));
    return added(sums, narrower(wide));
  };
}

function createNorm(scale: Float32Array, shift: Float32Array): (rows: Rows) => Rows {
  const { length } = scale;
  return (rows) =>
    rows.map((row) => {
      const mean = row.reduce((sum, number) => sum + number, 0) / length;
      const variance = row.reduce((sum, number) => sum + (number - mean) ** 2, 0) / length;
      const factor = 1 / Math.sqrt(variance + EPSILON);
      return row.map((number, i) => (number - mean) * factor * (scale[i] as number) + (shift[i] as number));
    });
}

/**
 * Each head of each token takes from the values of all tokens, the more the better its query and their key agree.
 * @param rows for each token its queries, keys and values, each for all heads
 */
function attend(rows: Rows): Rows {
  const width = (rows[0]?.length ?? 0) / 3;
  const head = width / HEADS;
  return rows.map((row) => {
    const output = new Float32Array(width);
    for (let start = 0; start < width; start += head) {
      const query = row.subarray(start, start + head);
      const shares = softmax(rows.map((other) => dot(query, other.subarray(width + start)) / Math.sqrt(head)));
      for (const [token, share] of shares.entries()) {
        const values = (rows[token] as Float32Array).subarray(2 * width + start);
        for (let i = 0; i < head; i++) (output[start + i] as number) += share * (values[i] as number);
      }
    }
    return output;
  });
}

function softmax(numbers: readonly number[]): number[] {
  const most = Math.max(...numbers);
  const powers = numbers.map((number) => Math.exp(number - most));
  const sum = powers.reduce((one, other) => one + other);
  return powers.map((power) => power / sum);
}

const dot = (one: Float32Array, other: Float32Array): number =>
  one.reduce((sum, number, i) => sum + number * (other[i] as number), 0);

const added = (rows: Rows, others: Rows): Rows =>
  rows.map((row, token) => row.map((number, i) => number + ((others[token] as Float32Array)[i] as number)));

const meanOf = (rows: Rows): Float32Array =>
  new Float32Array(DIMENSION).map((_, i) => rows.reduce((sum, row) => sum + (row[i] as number) / rows.length, 0));

function missing(name: string): never {
  throw new Error(`the model has no ${name}`);
}
