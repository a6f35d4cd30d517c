import MiniSearch, { type Options, type SearchResult } from 'minisearch';
import { LEAST_RARITY_WEIGHT } from '../calibration/reading-policy.ts';
import type { Analysis, Analyzer } from '../text/analyze.ts';
import { isConcept } from '../text/concepts.ts';
import { gramSize, gramsOf } from '../text/tokenize.ts';
import { type EntryMatch, matchParts } from './matches.ts';
import { Parts } from './parts.ts';

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

/** The parts of a question that some texts hold, by each kind of term. */
export type PartMatches = Readonly<Record<'words' | 'concepts' | 'grams', EntryMatch>>;

/** The titles, phrasings and sentences of entries by their words, their concepts and their character grams. */
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

  /** @param entry a number that has no parts yet. */
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

  /** Searches the parts alone: of thousands of lines that are never answered, a MiniSearch takes long to fill. */
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

/** The part of a text's analysis that indexes need: plain data. */
export type TextTerms = Pick<Analysis, 'surface' | 'words' | 'concepts' | 'stretches'>;

/** One entry in one language, read. */
export interface ReadEntry<Text extends TextTerms = TextTerms> {
  readonly title: Text;
  readonly phrasings: readonly Text[];
  readonly sentences: readonly Text[];
}

/** A title or phrasing. */
export interface EntryHeading extends Pick<TextTerms, 'words' | 'stretches'> {
  /** The classes by which it asks; see ../text/question-form.ts. */
  readonly asking: number;
}

/** How many titles and phrasings of an entry ask as a question does, and how many otherwise, each from 0 to below 1. */
export interface AskedShares {
  readonly alike: number;
  readonly otherwise: number;
}

/**
 * Shares of those that ask by a known class, with one more that asks by none, so that a single title proves less than
 * many phrasings. @param asking of the question; 0 if it asks by no class.
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
