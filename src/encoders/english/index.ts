import { createHash } from 'node:crypto';
import type { Description } from '../source.ts';
import { createForwardPass, DIMENSION } from './forward-pass.ts';
import { CHECKSUMS, readPackageFile, readTensors } from './package.ts';
import { createTokenizer, type Vocabulary } from './tokenizer.ts';

/** Raised with each change of this folder that changes a vector. */
const REVISION = 2;
const VERSION = createHash('sha256')
  .update(JSON.stringify([REVISION, CHECKSUMS]))
  .digest('hex')
  .slice(0, 16);

/** Universal Sentence Encoder, lite, by Google; Apache-2.0. */
export const ENGLISH: Description = {
  id: `universal-sentence-encoder-lite-${VERSION}`,
  dimension: DIMENSION,
  languages: ['en'],
};

/** @param folder of the package's weights @throws EncoderError if the package is damaged. */
export function loadEnglish(folder: string): (text: string) => Float32Array {
  const tokenize = createTokenizer(JSON.parse(readPackageFile(folder, 'vocab.json').toString()) as Vocabulary);
  const vectorOf = createForwardPass(readTensors(folder));
  return (text) => vectorOf(tokenize(text));
}
