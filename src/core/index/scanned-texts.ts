import type { Analyzer } from '../text/analyze.ts';
import { passing } from '../text/remember.ts';
import { gramSize, isOfUnits } from '../text/tokenize.ts';
import { tellingIn } from './build-text-index.ts';
import { type ReadEntry, tellingConcepts } from './index-entries.ts';
import { joinLines, splitLines } from './line-numbers.ts';
import { Numbering } from './numbered-text.ts';
import { createRoom } from './room.ts';
import { startsOf } from './units.ts';

/**
 * The texts of a few entries as they are searched by being read from end to end: a tenth of the memory of an index, and
 * made in a fraction of its time.
 */
export interface ScannedTexts {
  /** Number of each entry's first part, which is its title; one more than there are entries. */
  readonly entries: Uint16Array;
  /** How many titles and phrasings each entry has; they come first. */
  readonly headings: Uint16Array;
  /** Words and what they stand for, a line each. */
  readonly terms: string;
  readonly vocabulary: () => Vocabulary;
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

/** The texts' terms, and the number of each. */
export interface Vocabulary {
  readonly terms: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
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
  const read = entries.flatMap(({ title, phrasings, sentences }) => [title, ...phrasings, ...sentences]);
  const stretches = writeStretches(read.map((text) => text.stretches));
  if (stretches.length > MOST_SCANNED || !isOfUnits(stretches)) return undefined;
  const places = {
    entries: Uint16Array.from(
      startsOf(entries.map(({ phrasings, sentences }) => 1 + phrasings.length + sentences.length)),
    ),
    headings: Uint16Array.from(entries, ({ phrasings }) => 1 + phrasings.length),
  };
  const [allWords, allConcepts] = [read.map((text) => text.words), read.map((text) => text.concepts)];
  // A word of several groups has a concept for each.
  if ([allWords, allConcepts].some((parts) => parts.reduce((sum, { length }) => sum + length, 0) > MOST_NUMBERED))
    return undefined;
  const terms = new Numbering();
  const [words, concepts] = [numberTerms(allWords, terms), numberTerms(allConcepts, terms)];
  // A word that stands for nothing else is as telling as what it stands for.
  const telling = Float64Array.from(terms.terms, tellingConcepts(analyzer));
  const { grams, count } = numberGrams(stretches, read.length);
  const of = {
    words: measure(words, places, telling),
    grams: measure(grams, places, new Float64Array(count).fill(1)),
    concepts: measure(concepts, places, telling),
  };
  const joined = joinLines(terms.terms);
  const surfaces = countEach(read.map(({ surface }) => surface));
  return {
    ...places,
    terms: joined,
    vocabulary: vocabularyOf(joined),
    telling: Uint8Array.from(telling, (weight) => (weight > 0 ? 1 : 0)),
    words,
    concepts,
    stretches,
    surfaces: joinLines(surfaces.keys()),
    counts: Uint16Array.from(surfaces.values()),
    weights: { words: of.words.weights, grams: of.grams.weights, concepts: of.concepts.weights },
    lengths: { words: of.words.lengths, grams: of.grams.lengths, concepts: of.concepts.lengths },
  };
}

/** Apart, so that nothing stays of what the terms were made from. */
const vocabularyOf = (joined: string): ScannedTexts['vocabulary'] =>
  passing(() => {
    const terms = splitLines(joined);
    return { terms, numbers: new Map(terms.map((term, number) => [term, number])) };
  });

function numberTerms(parts: readonly (readonly string[])[], terms: Numbering): TermsOfParts {
  const starts = Uint16Array.from(startsOf(parts.map(({ length }) => length)));
  const numbers = new Uint16Array(starts[parts.length] ?? 0);
  let next = 0;
  for (const own of parts) for (const term of own) numbers[next++] = terms.of(term);
  return { starts, terms: numbers };
}

const [lastParts, lastFields, partCounts] = [createRoom(), createRoom(), createRoom()];
const [TITLE, PHRASINGS, SENTENCES] = [0, 1, 2];

/** What an index of all terms would know, and what cannot be told from those of a question alone. */
function measure(
  { starts, terms }: TermsOfParts,
  { entries, headings }: Pick<ScannedTexts, 'entries' | 'headings'>,
  weightsOfTerms: Float64Array,
): { readonly weights: Float32Array; readonly lengths: Uint16Array } {
  const weightOf = weightsIn({ starts, terms }, weightsOfTerms);
  const weights = new Float32Array(starts.length - 1);
  const lengths = new Uint16Array(3 * headings.length);
  // Counted from 1.
  const [lastPart, lastField] = [lastParts(weightOf.length), lastFields(weightOf.length)];
  for (const [entry, own] of headings.entries()) {
    const first = entries[entry] ?? 0;
    for (let part = first; part < (entries[entry + 1] ?? 0); part++) {
      const field = headings.length * (part === first ? TITLE : part < first + own ? PHRASINGS : SENTENCES) + entry;
      for (let at = starts[part] ?? 0; at < (starts[part + 1] ?? 0); at++) {
        const term = terms[at] ?? 0;
        if (lastPart[term] === part + 1) continue;
        lastPart[term] = part + 1;
        weights[part] = (weights[part] ?? 0) + (weightOf[term] ?? 0);
        if (lastField[term] === field + 1) continue;
        lastField[term] = field + 1;
        lengths[field] = (lengths[field] ?? 0) + 1;
      }
    }
  }
  return { weights, lengths };
}

/** How telling each term is by itself and by how many parts have it. */
function weightsIn({ starts, terms }: TermsOfParts, weightsOfTerms: Float64Array): Float32Array {
  const [parts, size] = [starts.length - 1, weightsOfTerms.length];
  const [counts, lastIn] = [partCounts(size), lastParts(size)];
  for (let part = 0; part < parts; part++) {
    for (let at = starts[part] ?? 0; at < (starts[part + 1] ?? 0); at++) {
      const term = terms[at] ?? 0;
      if (lastIn[term] !== part + 1) counts[term] = (counts[term] ?? 0) + 1;
      lastIn[term] = part + 1;
    }
  }
  const tellingOf = tellingIn(parts);
  const telling = Float64Array.from({ length: parts + 1 }, (_, count) => tellingOf(count));
  const weights = new Float32Array(size);
  for (let term = 0; term < size; term++)
    weights[term] = (weightsOfTerms[term] ?? 0) * (telling[counts[term] ?? 0] ?? 0);
  return weights;
}

function countEach(parts: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of parts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const [END_OF_PART, END_OF_STRETCH] = ['\n', '\t'];
const [PART_ENDS, STRETCH_ENDS] = [END_OF_PART.charCodeAt(0), END_OF_STRETCH.charCodeAt(0)];

/** The stretches of some parts as one text: with a space on either side, as the grams of words have. */
const writeStretches = (parts: readonly (readonly string[])[]): string =>
  parts.map((own) => own.map((stretch) => ` ${stretch} `).join(END_OF_STRETCH) + END_OF_PART).join('');

/**
 * @param visit is told the number of the part, and where in the text the stretch begins and ends, without the spaces.
 * @param from where to begin; `part` begins there.
 */
export function eachStretch(
  written: string,
  visit: (part: number, from: number, to: number) => void,
  parts = Number.POSITIVE_INFINITY,
  from = 0,
): void {
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

const [gramTable, gramStarts, gramEnds] = [createRoom(), createRoom(), createRoom()];

/**
 * Numbers for the grams of each part, in the order in which they first come; found by what they say where they stand,
 * so that none is made into a string.
 */
function numberGrams(written: string, parts: number): { readonly grams: TermsOfParts; readonly count: number } {
  const mask = 2 ** Math.ceil(Math.log2(2 * written.length + 2)) - 1;
  const [table, starts, ends] = [gramTable(mask + 1), gramStarts(written.length), gramEnds(written.length)];
  const [numbers, partStarts] = [new Uint16Array(written.length), new Uint16Array(parts + 1)];
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
  for (let part = 1; part <= parts; part++)
    partStarts[part] = Math.max(partStarts[part] ?? 0, partStarts[part - 1] ?? 0);
  return { grams: { starts: partStarts, terms: numbers }, count };
}

function isSame(text: string, start: number, end: number, from: number, to: number): boolean {
  if (end - start !== to - from) return false;
  for (let at = 0; at < to - from; at++) if (text.charCodeAt(start + at) !== text.charCodeAt(from + at)) return false;
  return true;
}
