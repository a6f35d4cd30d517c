const MOST_REMEMBERED = 20_000;

/** Words repeat; the memory is emptied when full so that hostile text cannot fill it. @param most default: 20,000 */
export function remember<T>(compute: (word: string) => T, most = MOST_REMEMBERED): (word: string) => T {
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
