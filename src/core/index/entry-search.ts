import MiniSearch, { type Options, type SearchResult } from 'minisearch';
import { LEAST_RARITY_WEIGHT } from '../calibration/reading-policy.ts';
import type { Analysis, Analyzer } from '../text/analyze.ts';
import { isConcept } from '../text/concepts.ts';
import { gramSize, gramsOf } from '../text/tokenize.ts';
import { type EntryMatch, matchParts } from './matches.ts';
import { Parts } from './parts.ts';

/** An entry as MiniSearch indexes it: words as written (normalised), a line for each title, phrasing or sentence. */
interface Document {
  readonly id: number;
  readonly title: string;
  readonly phrasings: string;
  readonly sentences: string;
}

/**
 * Full-text index of entries by stems and concepts: one MiniSearch for all entries of a pack in one language, or for a
 * community's own. It finds candidates. `Parts` then tells how much of a question each of them contains.
 */
export class EntrySearch {
  readonly #index: MiniSearch<Document>;
  /** Documents as they were added: MiniSearch needs them to remove one. */
  readonly #documents = new Map<number, Document>();

  /**
   * @param kept result of `toJSON` for the same language. `know` must then be called for each entry in it. Default: an
   * empty index
   */
  constructor(analyzer: Analyzer, kept?: string) {
    const options = optionsFor(analyzer);
    this.#index = kept === undefined ? new MiniSearch(options) : MiniSearch.loadJSON<Document>(kept, options);
  }

  /** Adds an entry, or replaces the one with its number. */
  put(id: number, entry: ReadEntry): void {
    this.remove(id);
    this.#index.add(this.know(id, entry));
  }

  /** Makes an entry known that the restored index already contains. */
  know(id: number, { title, phrasings, sentences }: ReadEntry): Document {
    const document = { id, title: textOf([title]), phrasings: textOf(phrasings), sentences: textOf(sentences) };
    this.#documents.set(id, document);
    return document;
  }

  /**
   * Uses MiniSearch's `remove`: after `discard`, a document is in the term counts until vacuuming. In a small index, a
   * term would then be in more documents than there are, and lower the scores of entries that contain it.
   */
  remove(id: number): void {
    const document = this.#documents.get(id);
    if (document) this.#index.remove(document);
    this.#documents.delete(id);
  }

  /** Words of an entry as written, with repetitions. */
  wordsOf(id: number): readonly string[] {
    const { title, phrasings, sentences } = this.#documents.get(id) ?? NONE;
    return [title, phrasings, sentences].join('\n').match(WORDS) ?? [];
  }

  /**
   * Entries that contain some of the terms, best first (BM25+).
   * @param terms stems or concepts
   * @param boostTerm weight of each, 0 to 1
   */
  search(terms: readonly string[], boostTerm: (term: string) => number): SearchResult[] {
    return this.#index.search(terms.join(' '), { tokenize: (text) => text.split(' '), processTerm: asItIs, boostTerm });
  }

  /** Number of entries. */
  get size(): number {
    return this.#index.documentCount;
  }

  /** The index in the form that the constructor restores. */
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

/** How texts match a question, by each kind of term. */
export type PartMatches = Readonly<Record<'words' | 'concepts' | 'grams', EntryMatch>>;

/** Titles, phrasings and sentences of entries, by words, concepts and character grams. */
export class PartsOfTexts {
  readonly words: Parts;
  readonly concepts: Parts;
  readonly grams = new Parts(() => 1);
  readonly #weightOf: Analyzer['weightOf'];

  constructor({ weightOf, rarityOf, conceptRarity }: Analyzer) {
    const weightByRarity = (weight: number, rarity: number) =>
      weight * (LEAST_RARITY_WEIGHT + (1 - LEAST_RARITY_WEIGHT) * rarity);
    this.words = new Parts((word) => weightByRarity(weightOf(word), rarityOf(word)));
    this.concepts = new Parts((concept) => weightByRarity(weightOf(concept), conceptRarity(concept)));
    this.#weightOf = weightOf;
  }

  /** @param entry number without parts so far */
  add(entry: number, { title, phrasings, sentences }: ReadEntry): void {
    const add = (parts: Parts, termsOf: (text: TextTerms) => readonly string[]): void =>
      parts.add(entry, { headings: [title, ...phrasings].map(termsOf), sentences: sentences.map(termsOf) });
    add(this.words, ({ words }) => words);
    add(this.concepts, ({ concepts }) => concepts);
    add(this.grams, gramsIn);
  }

  remove(entry: number): void {
    for (const parts of [this.words, this.concepts, this.grams]) parts.remove(entry);
  }

  /**
   * Searches only the parts. For thousands of background lines, which are never answers, filling a MiniSearch would
   * take too long.
   */
  match(question: Analysis): PartMatches {
    const hasWeight = (term: string) => this.#weightOf(term) > 0;
    return {
      words: matchParts(this.words, question.words.filter(hasWeight)),
      concepts: matchParts(this.concepts, question.concepts.filter(hasWeight)),
      grams: matchParts(this.grams, gramsIn(question)),
    };
  }
}

/** Character grams of a text, in order. */
export const gramsIn = ({ stretches }: Pick<Analysis, 'stretches'>): readonly string[] =>
  stretches.flatMap((stretch) => gramsOf(stretch, gramSize(stretch)));

/** The part of an analysis that indexes need: plain data. */
export type TextTerms = Pick<Analysis, 'surface' | 'words' | 'concepts' | 'stretches'>;

/** An entry's analysed texts in one language. */
export interface ReadEntry<Text extends TextTerms = TextTerms> {
  readonly title: Text;
  readonly phrasings: readonly Text[];
  readonly sentences: readonly Text[];
}

/** A title or phrasing. */
export interface EntryHeading extends Pick<TextTerms, 'words' | 'stretches'> {
  /** The classes by which it asks, such as why or when; see ../text/question-form.ts. */
  readonly asking: number;
}

/**
 * Shares, from 0 to below 1, of an entry's titles and phrasings that ask by the question's class, and by another class.
 */
export interface AskedShares {
  readonly alike: number;
  readonly otherwise: number;
}

/**
 * Shares among the headings whose class is known, plus one, so that a single title proves less than many phrasings.
 * @param asking classes of the question; 0 for none
 */
export function askedShares(asking: number, headings: readonly Pick<EntryHeading, 'asking'>[]): AskedShares {
  if (asking === 0) return NOT_ASKED;
  let [alike, otherwise] = [0, 0];
  for (const heading of headings) {
    if ((heading.asking & asking) !== 0) alike++;
    else if (heading.asking !== 0) otherwise++;
  }
  const all = alike + otherwise + 1;
  return { alike: alike / all, otherwise: otherwise / all };
}

const NOT_ASKED: AskedShares = { alike: 0, otherwise: 0 };
