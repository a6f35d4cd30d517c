import { LEAST_USES_OF_A_NAME, MOST_NAMES } from '../calibration/policy.ts';
import type { Analysis, Analyzer } from './analyze.ts';
import { isUnspaced } from './tokenize.ts';

/** The words that a pack's titles and phrasings keep using, one by one and in pairs, as written. */
export function namesIn(texts: readonly Analysis[], analyzer: Pick<Analyzer, 'weightOf'>): string[] {
  const uses = new Map<string, number>();
  const count = (name: string) => uses.set(name, (uses.get(name) ?? 0) + 1);
  for (const { surface, words } of texts) {
    const telling = surface.map((word, at) => analyzer.weightOf(words[at] ?? '') === 1 && !isTooShort(word));
    for (const [at, word] of surface.entries()) {
      if (!telling[at]) continue;
      count(word);
      const next = surface[at + 1];
      if (next !== undefined && telling[at + 1]) count(isUnspaced(word) && isUnspaced(next) ? word + next : `${word} ${next}`);
    }
  }
  const often = [...uses].filter(([, times]) => times >= LEAST_USES_OF_A_NAME);
  return often
    .sort((a, b) => b[1] - a[1])
    .map(([name]) => name)
    .slice(0, MOST_NAMES);
}

const isTooShort = (word: string): boolean => [...word].length < (isUnspaced(word) ? 2 : 3);
