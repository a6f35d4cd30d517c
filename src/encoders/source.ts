import type { Encoder } from '../core/classifier/encoder.ts';
import type { OnnxSource } from './onnx/settings.ts';

/** What is known of an encoder before it is loaded. */
export type Description = Pick<Encoder, 'id' | 'dimension' | 'languages'>;

/** What a thread loads an encoder from. */
export type EncoderSource = EnglishSource | OnnxSource;

export interface EnglishSource {
  readonly kind: 'english';
  /** Of the package's weights. */
  readonly folder: string;
  /** Where smaller weights that are made of them are kept. */
  readonly cacheDir: string;
}

/** An encoder that has been loaded: vectors of length 1, in the texts' order. */
export type EncodeHere = (texts: readonly string[]) => readonly Float32Array[] | Promise<readonly Float32Array[]>;

/** What keeps an encoder from being used; its message names the culprit and the cure. */
export class EncoderError extends Error {
  override readonly name = 'EncoderError';
}
