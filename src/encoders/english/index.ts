import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Description, EnglishSource } from '../source.ts';
import { DIMENSION } from './architecture.ts';
import type { Kernel } from './kernel.ts';
import { MEMORY_BYTES, WEIGHT_BYTES } from './layout.ts';
import { CHECKSUMS, readPackageFile } from './package-files.ts';
import { plainKernel } from './plain-kernel.ts';
import { quantizeWeights } from './quantize.ts';
import { simdKernel } from './simd-kernel.ts';
import { tensorsIn } from './tensors.ts';
import { createTokenizer, type Vocabulary } from './tokenizer.ts';
import { createTransformer } from './transformer.ts';
import { loadWeights } from './weights-file.ts';

/** Raised with every change of this folder that changes a vector, or the layout of the weights. */
const REVISION = 1;
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

export const weightsFile = (cacheDir: string): string => join(cacheDir, 'encoders', `${ENGLISH.id}.weights`);

/**
 * @param onUnkept told why the smaller weights cannot be kept.
 * @param kernel of MEMORY_BYTES. Default: the quickest that runs here.
 * @throws EncoderError where the package is damaged.
 */
export function loadEnglish(
  { folder, cacheDir }: EnglishSource,
  onUnkept: (why: string) => void,
  kernel: Kernel = simdKernel(MEMORY_BYTES) ?? plainKernel(MEMORY_BYTES),
): (texts: readonly string[]) => readonly Float32Array[] {
  const weights = new Uint8Array(kernel.buffer, 0, WEIGHT_BYTES);
  const tokenize = createTokenizer(JSON.parse(readPackageFile(folder, 'vocab.json').toString()) as Vocabulary);
  const file = weightsFile(cacheDir);
  const unkept = loadWeights(weights, file, () => quantizeWeights(tensorsIn(folder), weights));
  if (unkept !== undefined)
    onUnkept(
      `the sentence encoder's weights cannot be kept in ${file}: ${unkept} (make the folder writable for the user of the bot, or set WENDA_CACHE to one that is); until then every start makes them again`,
    );
  const transform = createTransformer(kernel);
  return (texts) => texts.map((text) => transform(tokenize(text)));
}
