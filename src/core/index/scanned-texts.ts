import type { Analyzer } from '../text/analyze.ts';
import { gramSize, isOfUnits } from '../text/tokenize.ts';
import { countTerms, joinParts, tellingIn } from './build-text-index.ts';
import { type ReadEntry, tellingConcepts, tellingWords } from './index-entries.ts';
import { joinLines } from './line-numbers.ts';
import { Numbering } from './numbered-text.ts';
import { lengthsOf } from './postings.ts';
import type { Fields } from './term-index.ts';
import { packUnits, startsOf } from './units.ts';

/**
 * The texts of a few entries as they are searched by being read from end to end: a tenth of the memory of an index, and made in a
 * fraction of its time. Plain data.
 */
export interface ScannedTexts {
  /** Number of each entry's first part, which is its title; one more than there are entries. */
  readonly entries: Uint16Array;
  /** How many titles and phrasings each entry has; they come first. */
  readonly headings: Uint16Array;
  /** Words and what they stand for, a line each. */
  readonly terms: string;
  /** For each of them 1 where it is searched, 0 for stop words. */
  readonly telling: Uint8Array;
  readonly words: TermsOfParts;
  readonly concepts: TermsOfParts;
  /** All stretches of all parts, as `writeStretches` writes them. */
  readonly stretches: string;
  /** Words as written (normalised), a line each, and how often each occurs. */
  readonly surfaces: string;
  readonly counts: Uint16Array;
  /** What each part's terms weigh together, each counted once. */
  readonly weights: Readonly<Record<Way, Float32Array>>;
  /** Distinct terms of each field, by entry, one field after the other. */
  readonly lengths: Readonly<Record<Way, Uint16Array>>;
}

type Way = 'words' | 'grams' | 'concepts';

/** The terms of each part by their numbers, one part after the other. */
export interface TermsOfParts {
  /** Where each part's begin; one more than there are parts. */
  readonly starts: Uint16Array;
  readonly terms: Uint16Array;
}

/** Characters that are read from end to end for a question in less than a millisecond: of some hundred entries. */
export const MOST_SCANNED = 60_000;

/** What a number of two bytes can count. */
const MOST_NUMBERED = 0xffff;

/** @returns undefined where there is too much, or letters are not one unit each. */
export function scanTexts(entries: readonly ReadEntry[], analyzer: Analyzer): ScannedTexts | undefined {
  const read = entries.map(({ title, phrasings, sentences }) => [title, ...phrasings, ...sentences]);
  const stretches = writeStretches(read.flat().map((text) => text.stretches));
  if (stretches.length > MOST_SCANNED || !isOfUnits(stretches)) return undefined;
  const terms = new Numbering();
  const [words, concepts] = [read.map((own) => own.map((text) => terms.all(text.words))), read.map((own) => own.map((text) => terms.all(text.concepts)))];
  // A word of several groups has a concept for each.
  if ([words, concepts].some((parts) => parts.flat().reduce((sum, { length }) => sum + length, 0) > MOST_NUMBERED)) return undefined;
  const headings = entries.map(({ phrasings }) => 1 + phrasings.length);
  const weightsBy = (weightOf: (term: string) => number) => Float64Array.from(terms.terms, weightOf);
  const grams = numberGrams(stretches, read);
  const of = {
    words: measure(words, headings, weightsBy(tellingWords(analyzer))),
    grams: measure(grams.parts, headings, new Float64Array(grams.count).fill(1)),
    concepts: measure(concepts, headings, weightsBy(tellingConcepts(analyzer))),
  };
  const surfaces = countEach(read.flat().flatMap(({ surface }) => surface));
  return {
    entries: Uint16Array.from(startsOf(read.map(({ length }) => length))),
    headings: Uint16Array.from(headings),
    terms: joinLines(terms.terms),
    telling: Uint8Array.from(terms.terms, (term) => (analyzer.weightOf(term) > 0 ? 1 : 0)),
    words: termsOfParts(words.flat()),
    concepts: termsOfParts(concepts.flat()),
    stretches,
    surfaces: joinLines(surfaces.keys()),
    counts: Uint16Array.from(surfaces.values()),
    weights: { words: of.words.weights, grams: of.grams.weights, concepts: of.concepts.weights },
    lengths: { words: of.words.lengths, grams: of.grams.lengths, concepts: of.concepts.lengths },
  };
}

const termsOfParts = (parts: readonly Int32Array[]): TermsOfParts => ({ starts: Uint16Array.from(startsOf(parts.map(({ length }) => length))), terms: Uint16Array.from(joinParts(parts)) });

/** What an index of all terms would know, and what cannot be told from those of a question alone. */
function measure(parts: readonly (readonly Int32Array[])[], headings: readonly number[], weightsOfTerms: Float64Array): { readonly weights: Float32Array; readonly lengths: Uint16Array } {
  const { counts } = countTerms(parts, weightsOfTerms.length);
  const telling = tellingIn(parts.reduce((sum, { length }) => sum + length, 0));
  const weights = Float32Array.from(weightsOfTerms, (weight, term) => weight * telling(counts[term] ?? 0));
  const fields = parts.map((own, entry): Fields => [own[0] ?? NONE, joinParts(own.slice(1, headings[entry])), joinParts(own.slice(headings[entry]))]);
  return { weights: packUnits(parts, weights).weights, lengths: Uint16Array.from(lengthsOf(fields, weights.length).flatMap((lengths) => Array.from(lengths))) };
}

const NONE = new Int32Array();

function countEach(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const [END_OF_PART, END_OF_STRETCH] = ['\n', '\t'];
const [PART_ENDS, STRETCH_ENDS] = [END_OF_PART.charCodeAt(0), END_OF_STRETCH.charCodeAt(0)];

/** The stretches of some parts as one text: with a space on either side, as the grams of words have. */
const writeStretches = (parts: readonly (readonly string[])[]): string => parts.map((own) => own.map((stretch) => ` ${stretch} `).join(END_OF_STRETCH) + END_OF_PART).join('');

/** @param visit is told the number of the part, and where in the text the stretch begins and ends, without the spaces. @param from where to begin; `part` begins there. */
export function eachStretch(written: string, visit: (part: number, from: number, to: number) => void, parts = Number.POSITIVE_INFINITY, from = 0): void {
  let part = 0;
  let start = from;
  for (let at = from; at < written.length && part < parts; at++) {
    const code = written.charCodeAt(at);
    if (code !== PART_ENDS && code !== STRETCH_ENDS) continue;
    if (at > start) visit(part, start + 1, at - 1);
    if (code === PART_ENDS) part++;
    start = at + 1;
  }
}

/** Told by the first letter alone, so that it is known for each. */
const SIZES = new Map<number, number>();

/** See gramSize. @param at where the text is looked at */
export function gramSizeAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const size = SIZES.get(code) ?? gramSize(text.slice(at, at + 1));
  SIZES.set(code, size);
  return size;
}

/** Numbers for the grams of each part, in the order in which they first come; found by what they say where they stand, so that none is made into a string. */
function numberGrams(written: string, read: readonly (readonly unknown[])[]): { readonly parts: readonly (readonly Int32Array[])[]; readonly count: number } {
  const mask = 2 ** Math.ceil(Math.log2(2 * written.length + 2)) - 1;
  const table = new Int32Array(mask + 1);
  const [starts, ends] = [new Int32Array(written.length), new Int32Array(written.length)];
  const [numbers, partStarts] = [new Int32Array(written.length), new Int32Array(read.reduce((sum, { length }) => sum + length, 1))];
  let [count, next] = [0, 0];
  const numberOf = (from: number, to: number): number => {
    let hash = 0x811c9dc5;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ written.charCodeAt(at), 0x01000193);
    for (let at = (hash ^ (hash >>> 15)) & mask; ; at = (at + 1) & mask) {
      const number = (table[at] ?? 0) - 1;
      if (number < 0) {
        starts[count] = from;
        ends[count] = to;
        table[at] = ++count;
        return count - 1;
      }
      if (isSame(written, starts[number] ?? 0, ends[number] ?? 0, from, to)) return number;
    }
  };
  eachStretch(written, (part, from, to) => {
    const size = gramSizeAt(written, from);
    for (let at = from; at === from || at + size <= to; at++) numbers[next++] = numberOf(at, Math.min(at + size, to));
    partStarts[part + 1] = next;
  });
  for (let part = 1; part < partStarts.length; part++) partStarts[part] = Math.max(partStarts[part] ?? 0, partStarts[part - 1] ?? 0);
  let part = 0;
  const parts = read.map((own) => own.map(() => numbers.subarray(partStarts[part], partStarts[++part])));
  return { parts, count };
}

function isSame(text: string, start: number, end: number, from: number, to: number): boolean {
  if (end - start !== to - from) return false;
  for (let at = 0; at < to - from; at++) if (text.charCodeAt(start + at) !== text.charCodeAt(from + at)) return false;
  return true;
}
