import { LEAST_USES_OF_A_NAME, MOST_NAMES } from '../calibration/reading-policy.ts';
import type { Analysis, Analyzer } from './analyze.ts';
import { isUnspaced } from './tokenize.ts';

/** The names of a pack: words and pairs of words, as written, that its titles and phrasings use often. */
export const namesIn = (texts: readonly Analysis[], analyzer: Analyzer): string[] =>
  mostUsed(texts.map((text) => namesOf(text, analyzer)));

/** Words of a text that may be names, as they are no everyday words, and pairs of these, in order. */
function namesOf({ surface, words }: Pick<Analysis, 'surface' | 'words'>, analyzer: Analyzer): string[] {
  const names: string[] = [];
  const mayBeName = surface.map((word, at) => analyzer.weightOf(words[at] ?? '') === 1 && !isTooShort(word));
  for (const [at, word] of surface.entries()) {
    if (!mayBeName[at]) continue;
    names.push(word);
    const next = surface[at + 1];
    if (next !== undefined && mayBeName[at + 1])
      names.push(isUnspaced(word) && isUnspaced(next) ? word + next : `${word} ${next}`);
  }
  return names;
}

/** Names that several texts use, the most frequent first. @param texts names of each text, or their keys */
function mostUsed<Name>(texts: readonly Iterable<Name>[]): Name[] {
  const uses = new Map<Name, number>();
  for (const names of texts) for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  const often = [...uses].filter(([, times]) => times >= LEAST_USES_OF_A_NAME);
  return often
    .sort((a, b) => b[1] - a[1])
    .map(([name]) => name)
    .slice(0, MOST_NAMES);
}

const isTooShort = (word: string): boolean => [...word].length < (isUnspaced(word) ? 2 : 3);
