import type { Encoder } from '../../src/core/classifier/encoder.ts';

export interface MadeEncoder extends Encoder {
  /** Texts that it was given, one call after the other. */
  readonly given: string[][];
}

const DIMENSION = 512;

/**
 * An encoder that knows which words mean the same: a text's vector has a place for each of the groups, and one for each
 * other word.
 * @param groups of words that mean the same. @param isDown whether it gives nothing.
 */
export function madeEncoder(
  groups: readonly (readonly string[])[],
  {
    languages = ['en'],
    isDown = () => false,
  }: { readonly languages?: readonly string[]; readonly isDown?: () => boolean } = {},
): MadeEncoder {
  const given: string[][] = [];
  const placeOf = (word: string): number => {
    const group = groups.findIndex((one) => one.includes(word));
    return group >= 0
      ? group
      : groups.length +
          ([...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1009, 7) %
            (DIMENSION - groups.length));
  };
  const vectorOf = (text: string): Float32Array => {
    const vector = new Float32Array(DIMENSION);
    for (const word of text.toLowerCase().match(/[a-z]+/g) ?? [])
      vector[placeOf(word)] = (vector[placeOf(word)] ?? 0) + 1;
    const length = Math.hypot(...vector) || 1;
    return vector.map((one) => one / length);
  };
  return {
    id: 'made',
    dimension: DIMENSION,
    languages,
    given,
    encode: async (texts) => {
      given.push([...texts]);
      return isDown() ? undefined : texts.map(vectorOf);
    },
  };
}
