import { PSEUDO_UNITS } from '../calibration/policy.ts';
import { type KeptLines, keepLines } from './line-numbers.ts';
import type { Postings } from './postings.ts';
import type { Fields, Scoring } from './term-index.ts';
import { SHARED } from './text-index.ts';
import { packUnits, type Units } from './units.ts';

/** One entry's terms: stems, or character grams. */
export interface Document {
  readonly title: readonly string[];
  readonly phrasings: readonly (readonly string[])[];
  readonly sentences: readonly (readonly string[])[];
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
 * @param weightOf a term: 0 (not searched) to 1.
 * @param score of the terms in the entries.
 */
export function buildTextIndex(documents: readonly Document[], weightOf: (term: string) => number, score: Scoring): TextIndexData {
  const { ids, numbered } = numberTerms(documents);
  const parts = numbered.map(({ title, phrasings, sentences }) => [title, ...phrasings, ...sentences]);
  const { counts, owners } = countTerms(parts, ids.size);
  const total = parts.reduce((sum, own) => sum + own.length, PSEUDO_UNITS);
  const telling = (count: number) => Math.log(1 + (total - count + 0.5) / (count + 0.5));
  const weights = Float32Array.from(ids.keys(), (term, id) => weightOf(term) * telling(counts[id] ?? 0));
  const fields = numbered.map(({ title, phrasings, sentences }): Fields => [title, join(phrasings), join(sentences)]);
  return { terms: keepLines(ids.keys()), owners, weights, strange: telling(0), units: packUnits(parts, weights), index: score(fields, ids.size) };
}

/** The terms in the order in which they first come, and the documents by their numbers. */
function numberTerms(documents: readonly Document[]) {
  const ids = new Map<string, number>();
  const number = (term: string) => {
    const known = ids.get(term);
    if (known !== undefined) return known;
    ids.set(term, ids.size);
    return ids.size - 1;
  };
  const numbers = (terms: readonly string[]) => {
    const numbered = new Int32Array(terms.length);
    for (let at = 0; at < terms.length; at++) numbered[at] = number(terms[at] ?? '');
    return numbered;
  };
  const numbered = documents.map(({ title, phrasings, sentences }) => ({ title: numbers(title), phrasings: phrasings.map(numbers), sentences: sentences.map(numbers) }));
  return { ids, numbered };
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

function join(parts: readonly Int32Array[]): Int32Array {
  const joined = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
