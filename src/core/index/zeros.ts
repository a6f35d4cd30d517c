let zeros = new Float32Array(0);

/**
 * Room for a sum, the same for everybody: there may be ten thousand indexes, and one question is asked at a time.
 * @returns at least so many zeros, which must be zeros again before anybody else takes them.
 */
export function sharedZeros(size: number): Float32Array {
  if (zeros.length < size) zeros = new Float32Array(Math.ceil(size * 1.25));
  return zeros;
}
