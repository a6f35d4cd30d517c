/**
 * The Universal Sentence Encoder, lite: two layers of a transformer over pieces of words, the mean of what comes out,
 * and one more layer. Tensors are named as in the package's model.json.
 */

/** A matrix with a bias; the tensor has `columns` rows of `rows` numbers. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly tensor: string;
  readonly bias: string;
}

/** Scale and shift of a normalisation. */
export interface Norm {
  readonly size: number;
  readonly scale: string;
  readonly shift: string;
}

export interface Layer {
  /** Width of each of the four heads. */
  readonly head: number;
  readonly attentionNorm: Norm;
  /** To queries, keys and values, one after the other. */
  readonly attentionIn: Matrix;
  readonly attentionOut: Matrix;
  readonly widenNorm: Norm;
  readonly widen: Matrix;
  readonly narrow: Matrix;
}

export const HEADS = 4;
/** Numbers for a piece; each vector thereafter has DIMENSION. */
export const EMBEDDED = 256;
export const DIMENSION = 512;
const WIDE = 1536;
/** Pieces that are read; the rest of a text is left out. */
export const MOST_TOKENS = 128;
export const EMBEDDINGS = { tensor: 'module/Embeddings_en', count: 8002 } as const;

const APPLIED = 'module_apply_default/Encoder_en/KonaTransformer/Encode';
/** Half as many as EMBEDDED: each gives a sine and a cosine of the position. */
export const TIMESCALES = `${APPLIED}/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1`;

const biasOf = (name: string): string => `${name}/bias/ConcatPartitions/concat`;

function layerOf(number: number, input: number): Layer {
  const layer = `Layer_${number}/TransformerLayer`;
  const norm = (part: string, size: number): Norm => {
    const name = `${APPLIED}/${layer}${part}/layer_prepostprocess/layer_norm/layer_norm_`;
    return { size, scale: `${name}scale/ConcatPartitions/concat`, shift: `${name}bias/ConcatPartitions/concat` };
  };
  const attention = (part: string, rows: number): Matrix => {
    const name = `${layer}/MultiheadAttention/${part}_transform_single`;
    return {
      rows,
      columns: input,
      tensor: `module/Encoder_en/KonaTransformer/Encode/${name}/kernel/part_0`,
      bias: biasOf(`${APPLIED}/${name}`),
    };
  };
  const dense = (part: string, rows: number, columns: number): Matrix => ({
    rows,
    columns,
    tensor: `${APPLIED}/TransformerStack/${layer}/FFN/${part}/Tensordot/Reshape_1`,
    bias: biasOf(`${APPLIED}/${layer}/FFN/${part}`),
  });
  return {
    head: input / HEADS,
    attentionNorm: norm('', input),
    attentionIn: attention('qkv', 3 * input),
    attentionOut: attention('output', DIMENSION),
    widenNorm: norm('/FFN', DIMENSION),
    widen: dense('conv1', WIDE, DIMENSION),
    narrow: dense('conv2', DIMENSION, WIDE),
  };
}

const RESIDUAL_NAME = `${APPLIED}/Layer_0/TransformerLayer/dense`;
/** Widens what the first layer hands on beside what it works out. */
export const RESIDUAL: Matrix = {
  rows: DIMENSION,
  columns: EMBEDDED,
  tensor: `${RESIDUAL_NAME}/kernel/ConcatPartitions/concat`,
  bias: biasOf(RESIDUAL_NAME),
};
export const LAYERS: readonly [Layer, Layer] = [layerOf(0, EMBEDDED), layerOf(1, DIMENSION)];

const LAST_NAME = 'module/Encoder_en/hidden_layers/tanh_layer_0';
export const LAST: Matrix = {
  rows: DIMENSION,
  columns: DIMENSION,
  tensor: `${LAST_NAME}/weights`,
  bias: `${LAST_NAME}/bias`,
};

export const MATRICES: readonly Matrix[] = [
  RESIDUAL,
  ...LAYERS.flatMap(({ attentionIn, attentionOut, widen, narrow }) => [attentionIn, attentionOut, widen, narrow]),
  LAST,
];
export const NORMS: readonly Norm[] = LAYERS.flatMap(({ attentionNorm, widenNorm }) => [attentionNorm, widenNorm]);
/** Columns of the widest matrix. */
export const WIDEST = Math.max(...MATRICES.flatMap(({ rows, columns }) => [rows, columns]));
