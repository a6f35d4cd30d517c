import { LEAST_SPELLING_KEY, MOST_JOINED, SHARE_OF_NAME } from '../calibration/policy.ts';
import type { Analyzer } from '../text/analyze.ts';
import type { InLatin } from '../text/language.ts';
import { latinKey } from '../text/latin-key.ts';
import { foldMarks } from '../text/normalize.ts';
import { romanize } from '../text/romanize.ts';
import { editDistance } from '../text/spelling.ts';
import { words as wordsOf } from '../text/tokenize.ts';

const LATIN = /^[a-z0-9]+$/;

/** A word of an index. */
interface Known {
  readonly word: string;
  /** The word in Latin letters, whole or without affixes. */
  readonly written: string;
  readonly count: number;
}

/**
 * Spells a romanised question with the words of an index, in their own script, so that it can be searched. Unknown
 * words are kept.
 * @param counts the index's normalised words with their frequencies
 */
export function respeller(
  inLatin: InLatin,
  counts: ReadonlyMap<string, number>,
  { stem }: Analyzer,
): (question: string) => string {
  const keyOf = latinKey(inLatin);
  const byKey = wordsByKey(counts, keyOf, stem);
  const wordOf = (parts: readonly string[]): string | undefined => {
    const written = parts.join('');
    if (Object.hasOwn(inLatin.words, written)) return inLatin.words[written];
    const key = keyOf(written);
    const own = key.length < LEAST_SPELLING_KEY * parts.length ? undefined : nearest(byKey.get(key) ?? [], written);
    const count = counts.get(written) ?? 0;
    return count > 0 && count >= SHARE_OF_NAME * (own?.count ?? 0) ? written : own?.word;
  };
  return (question) => {
    const written = wordsOf(foldMarks(question));
    const found: string[] = [];
    for (let at = 0; at < written.length; ) {
      const joined = longestFrom(written.slice(at, at + MOST_JOINED), wordOf);
      found.push(joined?.word ?? written[at] ?? '');
      at += joined?.length ?? 1;
    }
    return found.join(' ');
  };
}

function wordsByKey(
  counts: ReadonlyMap<string, number>,
  keyOf: (word: string) => string,
  stem: (word: string) => string,
): Map<string, Known[]> {
  const found = new Map<string, Known[]>();
  for (const [word, count] of counts) {
    if (LATIN.test(word)) continue;
    for (const form of new Set([word, stem(word)])) {
      const key = keyOf(form);
      found.set(key, [...(found.get(key) ?? []), { word, written: romanize(form), count }]);
    }
  }
  return found;
}

/** The word whose spelling is most similar; of several the most frequent one. */
function nearest(known: readonly Known[], written: string): Known | undefined {
  const near = known.map((one) => ({ one, distance: editDistance(one.written, written) }));
  return near.sort((a, b) => a.distance - b.distance || b.one.count - a.one.count)[0]?.one;
}

function longestFrom(
  written: readonly string[],
  wordOf: (parts: readonly string[]) => string | undefined,
): { readonly word: string; readonly length: number } | undefined {
  for (let length = written.length; length > 0; length--) {
    const word = wordOf(written.slice(0, length));
    if (word !== undefined) return { word, length };
  }
  return undefined;
}
