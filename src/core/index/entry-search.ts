import MiniSearch, { type Options, type SearchResult } from 'minisearch';
import type { Analyzer } from '../text/analyze.ts';
import { isConcept } from '../text/concepts.ts';
import type { ReadEntry, TextTerms } from './parts-of-texts.ts';

/** An entry as MiniSearch gets it: words as written (normalised), a line for each title, phrasing or sentence. */
interface Document {
  readonly id: number;
  readonly title: string;
  readonly phrasings: string;
  readonly sentences: string;
}

/**
 * Entries by their stems, and by the concepts of words: one MiniSearch for all entries of a pack in one language, or
 * for a community's own. It finds entries; what of a question they hold is looked at by `Parts`.
 */
export class EntrySearch {
  readonly #index: MiniSearch<Document>;
  /** As they were added, for `remove`. */
  readonly #documents = new Map<number, Document>();

  /** @param kept what `toJSON` gave, of the same language; `know` says what is in it. Default: no entries. */
  constructor(analyzer: Analyzer, kept?: string) {
    const options = optionsFor(analyzer);
    this.#index = kept === undefined ? new MiniSearch(options) : MiniSearch.loadJSON<Document>(kept, options);
  }

  /** Adds an entry, or puts it in the place of the one with its number. */
  put(id: number, entry: ReadEntry): void {
    this.remove(id);
    this.#index.add(this.know(id, entry));
  }

  /** Tells of an entry that is in what was kept. */
  know(id: number, { title, phrasings, sentences }: ReadEntry): Document {
    const document = { id, title: textOf([title]), phrasings: textOf(phrasings), sentences: textOf(sentences) };
    this.#documents.set(id, document);
    return document;
  }

  /**
   * Not by `discard`, which leaves a document in the counts of its terms until the index is vacuumed: among a few
   * entries a term would then be in more documents than there are, and count against what holds it.
   */
  remove(id: number): void {
    const document = this.#documents.get(id);
    if (document) this.#index.remove(document);
    this.#documents.delete(id);
  }

  /** Words of an entry as written, as often as they are there. */
  wordsOf(id: number): readonly string[] {
    const { title, phrasings, sentences } = this.#documents.get(id) ?? NONE;
    return [title, phrasings, sentences].join('\n').match(WORDS) ?? [];
  }

  /**
   * Entries that hold some of the terms, best first (BM25+).
   * @param terms stems or concepts. @param boostTerm how much each counts: 0 to 1.
   */
  search(terms: readonly string[], boostTerm: (term: string) => number): SearchResult[] {
    return this.#index.search(terms.join(' '), { tokenize: (text) => text.split(' '), processTerm: asItIs, boostTerm });
  }

  /** How many entries there are. */
  get size(): number {
    return this.#index.documentCount;
  }

  /** All of it, as the constructor takes it. */
  toJSON(): string {
    return JSON.stringify(this.#index);
  }
}

const WORDS = /[^ \n]+/g;
const NONE: Omit<Document, 'id'> = { title: '', phrasings: '', sentences: '' };

const textOf = (texts: readonly TextTerms[]): string => texts.map(({ surface }) => surface.join(' ')).join('\n');

const asItIs = (term: string): string | null => term || null;

const optionsFor = ({ stem, conceptsOf }: Analyzer): Options<Document> => ({
  fields: ['title', 'phrasings', 'sentences'],
  tokenize: (text) =>
    text.split('\n').flatMap((line) => {
      const words = line.split(' ');
      return [...words, ...conceptsOf(words.map(stem)).filter(isConcept)];
    }),
  processTerm: (word) => (isConcept(word) ? word : stem(word)) || null,
});
