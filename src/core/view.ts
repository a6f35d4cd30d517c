import { type Coverage, coverageOf, NO_UNIT, type Units } from './coverage.ts';
import type { Fields, TermIndex } from './term-index.ts';

/** One entry's terms: stems, or character grams. */
export interface Document {
  readonly title: readonly string[];
  readonly phrasings: readonly (readonly string[])[];
  readonly sentences: readonly (readonly string[])[];
}

export interface ViewMatch {
  /** The best entries by the index' score, best first. */
  readonly top: readonly number[];
  /** Score divided by the best one: 0 to 1. */
  readonly score: (entry: number) => number;
  readonly coverage: (entry: number) => Coverage;
  /**
   * Share of the question's weight in terms that no entry (other than `masked`) has.
   * @param familiarity of a term that is not there: 0 (default) to 1.
   */
  readonly unknown: (masked?: number, familiarity?: (term: string) => number) => number;
}

export interface View {
  readonly match: (terms: readonly string[], wanted: number) => ViewMatch;
  /** Whether any entry but `masked` has the term. */
  readonly knows: (term: string, masked?: number) => boolean;
}

/** Longer questions are cut: thousands of terms would block the process. */
const MOST_TERMS = 32;
/** Units that every pack is pretended to have, so that words weigh sensibly in a pack of one entry. */
const PSEUDO_UNITS = 10;
const SHARED = -1;

/** Makes the index of a view. @param terms how many there are. */
export type Indexer = (entries: readonly Fields[], terms: number) => TermIndex;

/**
 * One way of reading a pack (by words or by grams): an index, and what each part of an entry covers.
 * @param weightOf a term: 0 (not searched) to 1.
 */
export function buildView(documents: readonly Document[], weightOf: (term: string) => number, indexer: Indexer): View {
  const terms = countTerms(documents);
  const idOf = (term: string) => terms.ids.get(term) ?? -1;
  const total = documents.reduce((sum, document) => sum + partsOf(document).length, PSEUDO_UNITS);
  const weigh = (term: string) => {
    const count = terms.counts[idOf(term)] ?? 0;
    return weightOf(term) * Math.log(1 + (total - count + 0.5) / (count + 0.5));
  };
  const weights = Float32Array.from(terms.ids.keys(), weigh);
  const units = documents.map((document) => unitsOf(document, idOf, weights));
  const index = indexer(
    documents.map((document) => fieldsOf(document, idOf)),
    terms.counts.length,
  );
  const knows = (term: string, masked = SHARED) => {
    const owner = terms.owners[idOf(term)];
    return owner !== undefined && (owner === SHARED || owner !== masked);
  };
  const scratch = new Float32Array(weights.length);
  const match = (query: readonly string[], wanted: number): ViewMatch => {
    const asked = [...new Set(query)].filter((term) => weightOf(term) > 0).slice(0, MOST_TERMS);
    const ask = { ids: asked.map(idOf), weights: asked.map(weigh) };
    const known = asked.map((term) => ({ id: idOf(term), boost: weightOf(term) })).filter(({ id }) => id >= 0);
    const { top, of } = index(known, wanted);
    const best = of(top[0] ?? -1) || 1;
    const sum = ask.weights.reduce((a, b) => a + b, 0);
    const covered = new Map<number, Coverage>();
    return {
      top,
      score: (entry) => of(entry) / best,
      coverage: (entry) => {
        const known = covered.get(entry) ?? coverageOf(ask, sum, units[entry], scratch);
        covered.set(entry, known);
        return known;
      },
      unknown: (masked, familiarity = () => 0) => {
        const strange = asked.map((term, at) => (knows(term, masked) ? 0 : (ask.weights[at] ?? 0) * (1 - familiarity(term))));
        return sum > 0 ? strange.reduce((a, b) => a + b, 0) / sum : 1;
      },
    };
  };
  return { match, knows };
}

const partsOf = (document: Document) => [document.title, ...document.phrasings, ...document.sentences];

function fieldsOf({ title, phrasings, sentences }: Document, idOf: (term: string) => number): Fields {
  const ids = (terms: readonly string[]) => Int32Array.from(terms, idOf);
  return [ids(title), ids(phrasings.flat()), ids(sentences.flat())];
}

function countTerms(documents: readonly Document[]) {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const owners: number[] = [];
  for (const [entry, document] of documents.entries()) {
    for (const term of partsOf(document).flatMap((part) => [...new Set(part)])) {
      const id = ids.get(term) ?? counts.length;
      ids.set(term, id);
      counts[id] = (counts[id] ?? 0) + 1;
      owners[id] = owners[id] === undefined || owners[id] === entry ? entry : SHARED;
    }
  }
  return { ids, counts, owners };
}

function unitsOf(document: Document, idOf: (term: string) => number, weights: Float32Array): Units {
  const all = partsOf(document).map((part) => {
    const terms = Int32Array.from(part.map(idOf).filter((id) => (weights[id] ?? 0) > 0));
    const distinct = Int32Array.from(new Set(terms));
    return { terms, distinct, weight: distinct.reduce((sum, id) => sum + (weights[id] ?? 0), 0) };
  });
  return { title: all[0] ?? NO_UNIT, all };
}
