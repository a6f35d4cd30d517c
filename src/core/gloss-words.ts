import type { Lexicon } from './lexicon.ts';

/** Meanings that are read: later ones are rare. */
const MOST_MEANINGS = 4;
/** Words that are asked for one word; more cost precision (measured). */
const MOST_WORDS = 2;
/** Remarks of lexicographers, no words for the thing. */
const REMARK = /\([^)]*\)|\[[^\]]*\]/g;

/**
 * A few telling words of what a dictionary says: the first, and others that are known. An unknown first one is kept, so that
 * the question counts as partly strange.
 */
export function glossWords(meanings: readonly string[], word: string, { analyzer, has }: Lexicon): string[] {
  const text = meanings.slice(0, MOST_MEANINGS).map((meaning) => meaning.replace(REMARK, ' '));
  const telling = text.flatMap((meaning) => analyzer.read(meaning).surface).filter((one) => analyzer.weightOf(analyzer.stem(one)) > 0);
  const words = [...new Set(telling)];
  const known = words.filter(has);
  // One character means a great deal, most of it elsewhere.
  const most = [...word].length === 1 ? 1 : MOST_WORDS;
  return [...new Set([...words.slice(0, 1), ...known])].slice(0, most);
}
