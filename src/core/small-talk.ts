/**
 * Drops greetings and politeness ("hey bot, please …"). Where nothing else is left the words stay,
 * so that a pack may have an entry for a greeting.
 */
export function smallTalkRemover(phrases: readonly (readonly string[])[]): (words: readonly string[]) => string[] {
  const known = new Set(phrases.map((words) => words.join(' ')));
  const longest = Math.max(0, ...phrases.map((words) => words.length));
  return (words) => {
    const kept: string[] = [];
    for (let at = 0; at < words.length; ) {
      const length = matchAt(words, at, longest, known);
      if (length === 0) kept.push(words[at] ?? '');
      at += Math.max(1, length);
    }
    return kept.length > 0 ? kept : [...words];
  };
}

function matchAt(words: readonly string[], at: number, longest: number, known: ReadonlySet<string>): number {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    if (known.has(words.slice(at, at + length).join(' '))) return length;
  }
  return 0;
}
