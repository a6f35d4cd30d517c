import type { Encoder } from '../core/classifier/encoder.ts';
import type { OnnxSource } from './onnx.ts';

/** Known of an encoder before it is loaded. */
export type Description = Pick<Encoder, 'id' | 'dimension' | 'languages'>;

/** Files that a thread loads an encoder from. */
export type EncoderSource = OnnxSource | { readonly kind: 'english'; readonly folder: string };

/** An encoder that has been loaded: from a text to its vector, of any length. */
export type EncodeHere = (text: string) => Float32Array | Promise<Float32Array>;

/** The answer to a text: its vector, or why the encoder cannot be used at all. */
export type Outcome = { readonly vector: Float32Array } | { readonly unusable: string };

/** Keeps an encoder from being used; its message names the culprit and the cure. */
export class EncoderError extends Error {
  override readonly name = 'EncoderError';
}
