import { LONGEST_SHORT_PART, OWN_SHARE } from '../calibration/reading-policy.ts';
import type { Analysis, Analyzer } from '../text/analyze.ts';
import { latinNames } from '../text/latin-names.ts';
import { bridger, speller } from '../text/spelling.ts';
import { gramSize, gramsOf } from '../text/tokenize.ts';
import {
  type AskedShares,
  askedShares,
  type EntryHeading,
  EntrySearch,
  gramsIn,
  PartsOfTexts,
  type ReadEntry,
} from './entry-search.ts';
import { matchParts, matchTerms } from './matches.ts';
import type { Matches, Predict, Prediction } from './prediction.ts';

/** The results of search and model for a question. */
export interface Match extends Matches, Prediction {
  readonly question: Analysis;
  /**
   * Share of the question's weight in words that no entry except `masked` has. In text without spaces, parts of words
   * count.
   */
  readonly unknown: (masked?: number) => number;
  /** Words of the question that no entry has. */
  readonly unknownWords: () => string[];
  /** Unknown words that are not common, and that no entry expresses by other words of the same concept. */
  readonly outOfVocabulary: () => string[];
  /** Idf weight of each concept of the question, stop words excluded. */
  readonly conceptWeights: ReadonlyMap<string, number>;
  /** Number of words that are not stop words. */
  readonly content: number;
  /** How an entry's titles and phrasings ask, compared with the question; see `askedShares`. */
  readonly asked: (entry: number) => AskedShares;
  /** The analyzer that read the question. */
  readonly analyzer: Analyzer;
}

/** A searchable index of all entries in one language. */
export interface LanguageIndex {
  /** Number of entries. */
  readonly size: number;
  readonly read: (question: string) => Analysis;
  readonly match: (question: string | Analysis) => Match;
  /** Words as written (normalised), and how often each occurs. */
  readonly surfaces: () => ReadonlyMap<string, number>;
  /** Whether an entry has a stem. */
  readonly knows: (word: string) => boolean;
  /**
   * A function that tells whether a question shares a word, concept or weighted word part with any of these entries,
   * stop words excluded. If it does not, none of them can be its direct answer.
   */
  readonly sharing: (entries: Iterable<number>) => (question: string) => boolean;
  /** The title and phrasings of an entry, the title first. */
  readonly headingsOf: (entry: number) => readonly EntryHeading[];
  /** From 1, if all entries have titles only, towards 0 with every phrasing of this entry and of the others. */
  readonly sparsity: (entry: number) => number;
  /** Average number of phrasings per entry, without titles. */
  readonly phrasings: number;
}

export interface LanguageIndexOptions {
  readonly analyzer: Analyzer;
  /** A model that was trained on the same entries. */
  readonly predict: Predict;
  /** Words that are spelt correctly although no entry has them. */
  readonly everyday: ReadonlySet<string>;
}

/** An index to which entries can be added and from which they can be removed. */
export class LiveIndex implements LanguageIndex {
  readonly #options: LanguageIndexOptions;
  readonly #search: EntrySearch;
  readonly #parts: PartsOfTexts;
  /** The title and phrasings of each entry. */
  readonly #headings = new Map<number, readonly EntryHeading[]>();
  readonly #surfaces = new Map<string, number>();
  #reread: (words: readonly string[]) => readonly string[];
  /** Average over all entries. */
  #sparsity = 0;
  #phrasings = 0;

  /**
   * @param entries by number. Default: none
   * @param kept result of `toJSON` for the same entries, so that they need not be indexed again. Default: none
   */
  constructor(options: LanguageIndexOptions, entries: readonly ReadEntry[] = [], kept?: string) {
    this.#options = options;
    this.#search = new EntrySearch(options.analyzer, kept);
    this.#parts = new PartsOfTexts(options.analyzer);
    for (const [entry, read] of entries.entries()) this.#add(entry, read, kept === undefined);
    this.#reread = this.#rereader();
    this.#average();
  }

  /** Does the constructor's work in steps of some milliseconds, one for each entry. */
  static *steps(
    options: LanguageIndexOptions,
    entries: Iterable<ReadEntry>,
    kept?: string,
  ): Generator<undefined, LiveIndex> {
    const index = new LiveIndex(options, [], kept);
    yield;
    let number = 0;
    for (const entry of entries) {
      index.#add(number++, entry, kept === undefined);
      yield;
    }
    index.#renew();
    return index;
  }

  get size(): number {
    return this.#headings.size;
  }

  get phrasings(): number {
    return this.#phrasings;
  }

  /** Adds an entry, or replaces the one with its number. */
  put(entry: number, read: ReadEntry): void {
    this.#forget(entry);
    this.#add(entry, read, true);
    this.#renew();
  }

  remove(entry: number): void {
    this.#forget(entry);
    this.#renew();
  }

  read(question: string): Analysis {
    return this.#options.analyzer.analyze(question, this.#reread);
  }

  match(asked: string | Analysis): Match {
    const { analyzer, predict } = this.#options;
    const { weightOf, meantBy } = analyzer;
    const question = typeof asked === 'string' ? this.read(asked) : asked;
    const found: Matches = {
      words: matchTerms(this.#search, this.#parts.words, question.words, weightOf),
      concepts: matchTerms(this.#search, this.#parts.concepts, question.concepts, weightOf),
      grams: matchParts(this.#parts.grams, gramsIn(question)),
    };
    const asking = analyzer.asking.classesOf(question.surface);
    const content = question.words.filter((word) => weightOf(word) > 0);
    const concepts = question.concepts.filter((concept) => weightOf(concept) > 0);
    const unknownWords = () => content.filter((word) => !this.#parts.words.knows(word) && this.#shareKnown(word) < 1);
    const isNew = (word: string) =>
      weightOf(word) === 1 &&
      !meantBy([word]).some(({ same }) => same.some((concept) => this.#parts.concepts.knows(concept)));
    return {
      ...found,
      ...predict(question, found),
      question,
      unknown: (masked) => found.words.unknown(masked, (word) => this.#shareKnown(word, masked)),
      unknownWords,
      outOfVocabulary: () => unknownWords().filter(isNew),
      conceptWeights: new Map(concepts.map((concept) => [concept, found.concepts.weightOf(concept)])),
      asked: (entry) => askedShares(asking, this.headingsOf(entry)),
      analyzer,
      content: content.length,
    };
  }

  surfaces(): ReadonlyMap<string, number> {
    return this.#surfaces;
  }

  knows(word: string): boolean {
    return this.#parts.words.knows(word);
  }

  sharing(entries: Iterable<number>): (question: string) => boolean {
    const { language, read, stem, weightOf, conceptsOf } = this.#options.analyzer;
    const numbers = [...entries];
    const [words, concepts, grams] = [this.#parts.words, this.#parts.concepts, this.#parts.grams].map((parts) =>
      parts.termsOf(numbers),
    );
    const hasWeight = (term: string) => weightOf(term) > 0;
    const written = new Set(numbers.flatMap((entry) => [...this.#search.wordsOf(entry)]));
    const letters = new Set([...written].join(''));
    // Respelling is the slowest step. Only unknown words and beginnings of known compounds can be respelt; a word that
    // shares no letters with theirs only by its sound.
    const mayBecomeTheirs = (word: string) =>
      (language.latinNames !== undefined || [...word].some((letter) => letters.has(letter))) &&
      hasWeight(stem(word)) &&
      (!this.#parts.words.knows(stem(word)) ||
        [...written].some((other) => other.length > word.length && other.startsWith(word)));
    const isShared = (groups: readonly (readonly string[])[]): boolean => {
      const asked = groups.flat();
      return (
        !asked.some(hasWeight) ||
        asked.some((word) => hasWeight(word) && words?.has(word)) ||
        groups.flatMap(conceptsOf).some((concept) => hasWeight(concept) && concepts?.has(concept)) ||
        asked.some((word) => partsOfWord(word).some((gram) => grams?.has(gram)))
      );
    };
    return (question) => {
      const { surface, smallTalk } = read(question);
      // Small talk is read separately, as words around it are not adjacent and make no phrase.
      const apart = smallTalk.map((phrase) => phrase.split(' ').map(stem));
      const asked = surface.some(mayBecomeTheirs) ? this.#reread(surface) : surface;
      return isShared([asked.map(stem), ...apart]);
    };
  }

  headingsOf(entry: number): readonly EntryHeading[] {
    return this.#headings.get(entry) ?? [];
  }

  sparsity(entry: number): number {
    return OWN_SHARE / (this.#headings.get(entry)?.length ?? 1) + (1 - OWN_SHARE) * this.#sparsity;
  }

  /** JSON that the constructor accepts as `kept`. */
  toJSON(): string {
    return this.#search.toJSON();
  }

  #add(entry: number, read: ReadEntry, isToBeRead: boolean): void {
    if (isToBeRead) this.#search.put(entry, read);
    else this.#search.know(entry, read);
    const headings = [read.title, ...read.phrasings];
    const { classesOf } = this.#options.analyzer.asking;
    this.#parts.add(entry, read);
    for (const word of this.#search.wordsOf(entry)) this.#surfaces.set(word, (this.#surfaces.get(word) ?? 0) + 1);
    this.#headings.set(
      entry,
      headings.map(({ words, stretches, surface }) => ({ words, stretches, asking: classesOf(surface) })),
    );
  }

  #forget(entry: number): void {
    for (const word of this.#search.wordsOf(entry)) {
      const count = (this.#surfaces.get(word) ?? 0) - 1;
      if (count > 0) this.#surfaces.set(word, count);
      else this.#surfaces.delete(word);
    }
    this.#parts.remove(entry);
    this.#headings.delete(entry);
    this.#search.remove(entry);
  }

  #renew(): void {
    this.#reread = this.#rereader();
    this.#average();
  }

  /** A function that spells a question's words as entries do, and corrects those that are misspelt. */
  #rereader(): (words: readonly string[]) => readonly string[] {
    const { everyday, analyzer } = this.#options;
    const { stem, weightOf, rarityOf } = analyzer;
    const has = (word: string) => this.#parts.words.knows(stem(word));
    const isFrequent = (word: string) => weightOf(stem(word)) < 1 || rarityOf(stem(word)) < 1;
    const isUsual = (word: string) => everyday.has(word) || isFrequent(word);
    const named = latinNames(analyzer.language, this.#surfaces, stem);
    const bridge = bridger({
      has,
      hasPair: (first, second) => this.#parts.words.hasPair(stem(first), stem(second)),
      isUsual,
      hasWeight: (word) => weightOf(stem(word)) > 0,
      nameOf: (word) => {
        const found = isFrequent(word) ? undefined : named([word, stem(word)]);
        return found?.isSame || !everyday.has(word) ? found?.name : undefined;
      },
    });
    const correct = speller(this.#surfaces, (word) => has(word) || isUsual(word));
    return (words) => bridge(words).map(correct);
  }

  #average(): void {
    let [sparsity, phrasings] = [0, 0];
    for (const headings of this.#headings.values()) {
      sparsity += 1 / headings.length;
      phrasings += headings.length - 1;
    }
    this.#sparsity = sparsity / Math.max(1, this.size);
    this.#phrasings = phrasings / Math.max(1, this.size);
  }

  /**
   * Share of a word's parts that entries have: dictionaries segment text without spaces differently from sentence to
   * sentence, and Korean words have hundreds of endings.
   */
  #shareKnown(word: string, masked?: number): number {
    const parts = partsOfWord(word);
    return parts.length === 0 ? 0 : parts.filter((gram) => this.#parts.grams.knows(gram, masked)).length / parts.length;
  }
}

/** Grams of a word that mean something by themselves; none in alphabets, whose letters may match by chance. */
const partsOfWord = (word: string): readonly string[] =>
  gramSize(word) <= LONGEST_SHORT_PART ? gramsOf(word, gramSize(word)) : [];
