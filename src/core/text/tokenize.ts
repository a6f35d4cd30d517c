import { CLAUSES_OF_A_SENTENCE } from '../calibration/reading-policy.ts';
import { remember } from './remember.ts';

/** Scripts without spaces between words; all others are split at spaces. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー' +
  '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const LETTERS = /[\p{L}\p{N}\p{M}]+/gu;
const RUN = new RegExp(`[${UNSPACED}]+|[\\p{L}\\p{N}\\p{M}]+`, 'gu');
const SPLIT = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, 'gu');
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');
const UNSPACED_START = new RegExp(`^[${UNSPACED}]`, 'u');
/**
 * First character of Thai. In Unicode, all scripts before it have spaces, and comparing takes a fiftieth of a pattern's
 * time.
 */
const FIRST_UNSPACED = '\u0e00';
const IDEOGRAPHIC = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const HANGUL = /^\p{Script=Hangul}/u;
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** A run of text, written with or without spaces between words. */
export interface Run {
  readonly text: string;
  readonly unspaced: boolean;
}

const isEarly = (text: string): boolean => text < FIRST_UNSPACED;

export const isUnspaced = (text: string): boolean => !isEarly(text) && UNSPACED_START.test(text);

/** Runs of letters and digits of a normalised text, in order. */
export function runs(text: string): Run[] {
  if (!HAS_UNSPACED.test(text)) return spaced(text).map((word) => ({ text: word, unspaced: false }));
  const found: Run[] = [];
  for (const [whole] of text.matchAll(RUN)) {
    if (!HAS_UNSPACED.test(whole)) found.push({ text: whole, unspaced: false });
    else for (const [part] of whole.matchAll(SPLIT)) found.push({ text: part, unspaced: isUnspaced(part) });
  }
  return found;
}

const spaced = (text: string): readonly string[] => text.match(LETTERS) ?? [];

/** Words of a normalised text. Text without spaces is segmented by the runtime's dictionary. */
export function words(text: string): readonly string[] {
  if (!HAS_UNSPACED.test(text)) return spaced(text);
  return runs(text).flatMap((run) =>
    run.unspaced ? [...segmenter.segment(run.text)].map((s) => s.segment) : [run.text],
  );
}

/**
 * Length of a gram, so that it means about as much in each script: 2 in ideographs and syllables, 3 in other scripts
 * without spaces, 4 in alphabets (measured).
 */
export function gramSize(run: string): number {
  if (isEarly(run)) return 4;
  if (IDEOGRAPHIC.test(run) || HANGUL.test(run)) return 2;
  return isUnspaced(run) ? 3 : 4;
}

/** Spaced words together, joined by single spaces, and each unspaced run by itself. */
export function stretches(text: string): string[] {
  const joined: string[] = [];
  let open = false;
  for (const run of runs(text)) {
    if (open && !run.unspaced) joined.push(`${joined.pop() ?? ''} ${run.text}`);
    else joined.push(run.text);
    open = !run.unspaced;
  }
  return joined;
}

const PAIRED = /[\ud800-\udfff]/;

/** The parts of a text with `size` code points each. A shorter text is one gram. */
export function gramsOf(text: string, size: number): string[] {
  // Usually, each code point is one UTF-16 unit. Slicing is ten times as fast.
  const points = PAIRED.test(text) ? [...text] : undefined;
  const length = points?.length ?? text.length;
  const grams = [points ? points.slice(0, size).join('') : text.slice(0, size)];
  for (let at = 1; at + size <= length; at++)
    grams.push(points ? points.slice(at, at + size).join('') : text.slice(at, at + size));
  return grams;
}

/** Scripts in which a space may be a comma or full stop, which the runtime's segmenter seldom recognises. */
const UNMARKED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** Cached, as making a segmenter takes as long as segmenting some texts. */
const segmenterOf = remember((tag) => new Intl.Segmenter(tag, { granularity: 'sentence' }));

/** Sentences of a text, trimmed. */
export function sentencesOf(text: string, tag: string): string[] {
  const sentences = [...segmenterOf(tag).segment(text)]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => sentence !== '');
  return sentences.flatMap((sentence) => (isUnmarked(sentence) ? gathered(sentence.split(/\s+/)) : [sentence]));
}

/** Whether most of a sentence is in such a script; a single word of it is not enough. */
const isUnmarked = (sentence: string): boolean => 2 * (sentence.match(UNMARKED)?.length ?? 0) > sentence.length;

/**
 * Joins clauses into sentences. In such scripts the segmenter takes a paragraph for one sentence, and a question would
 * match it anywhere.
 */
function gathered(clauses: readonly string[]): string[] {
  const sentences: string[] = [];
  for (const clause of clauses) {
    const last = sentences.at(-1);
    if (last === undefined || last.length >= CLAUSES_OF_A_SENTENCE) sentences.push(clause);
    else sentences[sentences.length - 1] = `${last} ${clause}`;
  }
  return sentences;
}
