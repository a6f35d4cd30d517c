/**
 * Words repeat: what is worked out of one is remembered. The memory is emptied when it is full, so that hostile text
 * cannot fill it.
 * @param most values that are remembered. Default: 20,000.
 */
export function remember<T>(compute: (word: string) => T, most = 20_000): (word: string) => T {
  const seen = new Map<string, T>();
  return (word) => {
    const known = seen.get(word);
    if (known !== undefined) return known;
    const value = compute(word);
    if (seen.size >= most) seen.clear();
    seen.set(word, value);
    return value;
  };
}
