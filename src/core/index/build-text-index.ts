import { PSEUDO_UNITS } from '../calibration/policy.ts';
import { type KeptLines, keepLines } from './line-numbers.ts';
import type { Postings } from './postings.ts';
import type { Fields, Scoring } from './term-index.ts';
import { SHARED } from './text-index.ts';
import { packUnits, type Units } from './units.ts';

/** One entry's terms (stems, concepts or character grams) by their numbers. */
export interface Document {
  readonly title: Int32Array;
  readonly phrasings: readonly Int32Array[];
  readonly sentences: readonly Int32Array[];
}

/** All that an index is asked, as plain data. */
export interface TextIndexData {
  /** In the order of their numbers. */
  readonly terms: KeptLines;
  /** The only entry that has each term, or `SHARED`. */
  readonly owners: Int32Array;
  /** How telling each term is. */
  readonly weights: Float32Array;
  /** How telling one would be that no entry has. */
  readonly strange: number;
  readonly units: Units;
  readonly index: Postings;
}

/**
 * @param names what the documents' numbers stand for; there may be more.
 * @param weightOf a term: 0 (not searched) to 1.
 * @param score of the terms in the entries.
 */
export function buildTextIndex(
  documents: readonly Document[],
  names: readonly string[],
  weightOf: (term: string) => number,
  score: Scoring,
): TextIndexData {
  const { terms, numbered } = numberAnew(documents, names);
  const parts = numbered.map(({ title, phrasings, sentences }) => [title, ...phrasings, ...sentences]);
  const { counts, owners } = countTerms(parts, terms.length);
  const telling = tellingIn(parts.reduce((sum, own) => sum + own.length, 0));
  const weights = Float32Array.from(terms, (term, id) => weightOf(term) * telling(counts[id] ?? 0));
  const fields = numbered.map(
    ({ title, phrasings, sentences }): Fields => [title, joinParts(phrasings), joinParts(sentences)],
  );
  return {
    terms: keepLines(terms),
    owners,
    weights,
    strange: telling(0),
    units: packUnits(parts, weights),
    index: score(fields, terms.length),
  };
}

/**
 * The terms in the order in which they first come here, and the documents by their places in it: the given numbers may
 * be those of many texts.
 */
function numberAnew(documents: readonly Document[], names: readonly string[]) {
  const terms: string[] = [];
  // Counted from 1.
  const places = new Int32Array(names.length);
  const place = (numbers: Int32Array) => {
    const own = new Int32Array(numbers.length);
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] ?? 0;
      if (places[number] === 0) places[number] = terms.push(names[number] ?? '');
      own[at] = (places[number] ?? 0) - 1;
    }
    return own;
  };
  const numbered = documents.map(
    ({ title, phrasings, sentences }): Document => ({
      title: place(title),
      phrasings: phrasings.map(place),
      sentences: sentences.map(place),
    }),
  );
  return { terms, numbered };
}

/** How telling a term is by how many parts have it. @param parts how many there are. */
export function tellingIn(parts: number): (count: number) => number {
  const total = parts + PSEUDO_UNITS;
  return (count) => Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

/** In how many parts each term is, and which entry alone has it. */
function countTerms(parts: readonly (readonly Int32Array[])[], terms: number) {
  const counts = new Int32Array(terms);
  const owners = new Int32Array(terms);
  const lastIn = new Int32Array(terms);
  let unit = 0;
  for (const [entry, own] of parts.entries()) {
    for (const part of own) {
      unit++;
      for (const id of part) {
        if (lastIn[id] === unit) continue;
        lastIn[id] = unit;
        owners[id] = counts[id] === 0 || owners[id] === entry ? entry : SHARED;
        counts[id] = (counts[id] ?? 0) + 1;
      }
    }
  }
  return { counts, owners };
}

function joinParts(parts: readonly Int32Array[]): Int32Array {
  const joined = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
