/**
 * Words repeat: what is worked out of one is remembered. The memory is emptied when it is full, so that hostile text
 * cannot fill it.
 * @param compute its other arguments must follow from the word
 * @param most values that are remembered. Default: 20,000.
 */
export function remember<T, Rest extends readonly unknown[] = []>(
  compute: (word: string, ...rest: Rest) => T,
  most = 20_000,
): (word: string, ...rest: Rest) => T {
  const seen = new Map<string, T>();
  return (word, ...rest) => {
    const known = seen.get(word);
    if (known !== undefined) return known;
    const value = compute(word, ...rest);
    if (seen.size >= most) seen.clear();
    seen.set(word, value);
    return value;
  };
}
