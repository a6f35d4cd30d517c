import { CLAUSES_OF_A_SENTENCE } from '../calibration/reading-policy.ts';
import { remember } from './remember.ts';

/**
 * Scripts that have no spaces between words: one takes the place of a comma, or of a full stop, which the platform
 * seldom finds.
 */
const UNMARKED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** To make one takes as long as to part some texts. */
const segmenterOf = remember((tag) => new Intl.Segmenter(tag, { granularity: 'sentence' }));

/** Sentences of a text, trimmed. */
export function sentencesOf(text: string, tag: string): string[] {
  const sentences = [...segmenterOf(tag).segment(text)]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => sentence !== '');
  return sentences.flatMap((sentence) => (isUnmarked(sentence) ? gathered(sentence.split(/\s+/)) : [sentence]));
}

/** A word of such a script in another one's sentence changes nothing. */
const isUnmarked = (sentence: string): boolean => 2 * (sentence.match(UNMARKED)?.length ?? 0) > sentence.length;

/** One sentence by the platform is a whole paragraph there, and a question would be found in each of its parts. */
function gathered(clauses: readonly string[]): string[] {
  const sentences: string[] = [];
  for (const clause of clauses) {
    const last = sentences.at(-1);
    if (last === undefined || last.length >= CLAUSES_OF_A_SENTENCE) sentences.push(clause);
    else sentences[sentences.length - 1] = `${last} ${clause}`;
  }
  return sentences;
}
