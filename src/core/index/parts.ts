import { PSEUDO_UNITS, SHORTNESS } from '../calibration/reading-policy.ts';
import { remember } from '../text/remember.ts';

/** How much of a question an entry contains. All are shares, 0 to 1, by the idf weights of the terms. */
export interface Coverage {
  /** Share of the question in the entry's best title, phrasing or sentence. */
  readonly unit: number;
  /** Share of the question's pairs of adjacent terms in that part. */
  readonly pairs: number;
  /** Conversely, share of that part in the question. */
  readonly back: number;
  /** Share of the question in the entry's best title or phrasing. */
  readonly heading: number;
  /** Conversely, share of that heading in the question. */
  readonly headingBack: number;
}

/** The distinct terms of a question in order, with their idf weights, 0 or more. */
export type AskedTerms = ReadonlyMap<string, number>;

/** Terms of an entry's parts in order, except those without weight. */
export interface EntryTerms {
  /** The title first. */
  readonly headings: readonly (readonly string[])[];
  readonly sentences: readonly (readonly string[])[];
}

export interface Holders {
  readonly entries: ReadonlySet<number>;
  /** Those with the term in a title or phrasing. */
  readonly headed: ReadonlySet<number>;
}

/** A title, phrasing or sentence. */
interface Part {
  readonly entry: number;
  readonly isHeading: boolean;
  readonly terms: readonly string[];
  /** Sum of the weights of its distinct terms, and the number of changes that the index had when this was computed. */
  weight: number;
  weighed: number;
}

/** One string for each term, as repetitions of the same grams would take most of an index's memory. */
const shared = remember((term) => term);

/**
 * Length up to which a list is copied in order to grow. One that grows in place reserves room for half as much again
 * and sixteen items, which is most of a short list.
 */
const SHORT_LIST = 64;

const NOTHING: Coverage = { unit: 0, pairs: 0, back: 0, heading: 0, headingBack: 0 };

/**
 * The titles, phrasings and sentences of all entries, by terms of one kind (words, concepts or character grams): finds
 * how much of a question the best part of an entry contains. An inverted index: comparing all parts of thirty entries
 * would take 5 ms for a question in a pack with a hundred phrasings per entry.
 */
export class Parts {
  /** Parts by number. The entry of each is in an array of its own, as it is read most often. */
  readonly #parts: Part[] = [];
  readonly #entryOf: number[] = [];
  readonly #free: number[] = [];
  /** Numbers of the parts with each term; those of an entry are consecutive. */
  readonly #having = new Map<string, number[]>();
  /** Numbers of each entry's parts, the title's first. */
  readonly #entries = new Map<number, readonly number[]>();
  readonly #ownWeight: (term: string) => number;
  #length = 0;
  #changes = 0;

  /** @param ownWeight weight of a term in the language, 0 (left out) to 1 */
  constructor(ownWeight: (term: string) => number) {
    this.#ownWeight = ownWeight;
  }

  /** @param entry number without parts so far */
  add(entry: number, { headings, sentences }: EntryTerms): void {
    this.#changes++;
    const own = headings.map((terms) => this.#addPart(entry, true, terms));
    this.#entries.set(entry, own.concat(sentences.map((terms) => this.#addPart(entry, false, terms))));
  }

  #addPart(entry: number, isHeading: boolean, all: readonly string[]): number {
    const terms = all.filter((term) => this.#ownWeight(term) > 0).map(shared);
    const number = this.#free.pop() ?? this.#parts.length;
    this.#entryOf[number] = entry;
    this.#parts[number] = { entry, isHeading, terms, weight: 0, weighed: -1 };
    this.#length += terms.length;
    for (const term of new Set(terms)) {
      const having = this.#having.get(term) ?? [];
      if (having.length < SHORT_LIST) this.#having.set(term, having.concat(number));
      else having.push(number);
    }
    return number;
  }

  remove(entry: number): void {
    const own = new Set(this.#entries.get(entry));
    this.#changes++;
    this.#entries.delete(entry);
    this.#free.push(...own);
    const terms = [...own].flatMap((number) => this.#parts[number]?.terms ?? []);
    this.#length -= terms.length;
    for (const term of new Set(terms)) {
      const others = this.#having.get(term)?.filter((number) => !own.has(number)) ?? [];
      if (others.length > 0) this.#having.set(term, others);
      else this.#having.delete(term);
    }
  }

  /** Number of entries with parts. */
  get size(): number {
    return this.#entries.size;
  }

  /** Number of parts with a term. */
  countOf(term: string): number {
    return this.#having.get(term)?.length ?? 0;
  }

  /** Number of titles and phrasings with a term. */
  headingsWith(term: string): number {
    return this.#holding(term).filter(({ isHeading }) => isHeading).length;
  }

  /** Idf weight of a term, multiplied by its weight in the language. */
  weightOf(term: string): number {
    const [total, count] = [this.#parts.length - this.#free.length + PSEUDO_UNITS, this.countOf(term)];
    return this.#ownWeight(term) * Math.log(1 + (total - count + 0.5) / (count + 0.5));
  }

  /** Whether any entry but `masked` contains a term. */
  knows(term: string, masked?: number): boolean {
    return this.#isHeld(term, ({ entry }) => entry !== masked);
  }

  /** All terms of some entries. */
  termsOf(entries: Iterable<number>): ReadonlySet<string> {
    return new Set(
      [...entries].flatMap((entry) => this.#entries.get(entry) ?? []).flatMap((number) => this.#part(number).terms),
    );
  }

  /** Whether two terms are adjacent in a part, if terms without weight are ignored. */
  hasPair(first: string, second: string): boolean {
    return this.#isHeld(first, ({ terms }) => terms.some((term, at) => term === first && terms[at + 1] === second));
  }

  holds(wanted: number, term: string): boolean {
    return this.#isHeld(term, ({ entry }) => entry === wanted);
  }

  /** Whether one of an entry's titles and phrasings contains a term. */
  heads(wanted: number, term: string): boolean {
    return this.#isHeld(term, ({ entry, isHeading }) => isHeading && entry === wanted);
  }

  /** All entries with a term. A frequent term is in thousands of parts; those of an entry are consecutive. */
  holders(term: string): Holders {
    const [entries, headed] = [new Set<number>(), new Set<number>()];
    let [last, lastHeaded] = [-1, -1];
    for (const number of this.#having.get(term) ?? []) {
      const entry = this.#entryOf[number] ?? -1;
      if (entry !== last) entries.add(entry);
      last = entry;
      if (entry === lastHeaded || !this.#part(number).isHeading) continue;
      headed.add(entry);
      lastHeaded = entry;
    }
    return { entries, headed };
  }

  #isHeld(term: string, isWanted: (part: Part) => boolean): boolean {
    return this.#having.get(term)?.some((number) => isWanted(this.#part(number))) ?? false;
  }

  #holding(term: string): readonly Part[] {
    return this.#having.get(term)?.map((number) => this.#part(number)) ?? [];
  }

  #part(number: number): Part {
    return this.#parts[number] as Part;
  }

  /** Whether an entry's title has exactly these terms. */
  isTitle(entry: number, terms: ReadonlySet<string>): boolean {
    const title = new Set(this.#parts[this.#entries.get(entry)?.[0] ?? -1]?.terms);
    return title.size > 0 && title.size === terms.size && [...title].every((term) => terms.has(term));
  }

  /** Calls `visit` for each entry with a term, with the number of its parts that contain it. */
  tally(term: string, visit: (entry: number, count: number) => void): void {
    let [entry, count] = [-1, 0];
    for (const number of this.#having.get(term) ?? []) {
      const own = this.#entryOf[number] ?? -1;
      if (own !== entry && count > 0) visit(entry, count);
      count = own === entry ? count + 1 : 1;
      entry = own;
    }
    if (count > 0) visit(entry, count);
  }

  /** Number of terms in all parts of an entry. */
  lengthOf(entry: number): number {
    return (this.#entries.get(entry) ?? []).reduce((sum, number) => sum + this.#part(number).terms.length, 0);
  }

  /** Average number of terms of an entry. */
  get averageLength(): number {
    return this.#length / Math.max(1, this.size);
  }

  /**
   * A function from an entry to its coverage of a question.
   * @param looked terms whose parts are compared. Default: all
   */
  cover(asked: AskedTerms, looked: Iterable<string> = asked.keys()): (entry: number) => Coverage {
    const shares = new Float64Array(this.#parts.length);
    for (const term of looked) {
      const weight = asked.get(term) ?? 0;
      for (const number of this.#having.get(term) ?? []) shares[number] = (shares[number] ?? 0) + weight;
    }
    const sum = [...asked.values()].reduce((total, weight) => total + weight, 0);
    const follows = followers([...asked.keys()]);
    return rememberFor((entry) => {
      const { part, heading } = this.#best(entry, shares);
      if (!part || sum === 0) return NOTHING;
      return {
        unit: part.share / sum,
        pairs: pairsIn(part.part, follows) / Math.max(1, asked.size - 1),
        back: this.#backOf(part),
        heading: (heading?.share ?? 0) / sum,
        headingBack: heading ? this.#backOf(heading) : 0,
      };
    });
  }

  /** The part, and the heading, that contain most of the question; of equal ones the shorter. */
  #best(entry: number, shares: Float64Array): { readonly part?: Found; readonly heading?: Found } {
    let part: Found | undefined;
    let heading: Found | undefined;
    for (const number of this.#entries.get(entry) ?? []) {
      const share = shares[number] ?? 0;
      if (share === 0) continue;
      const own = this.#part(number);
      const score = share + (SHORTNESS * share * share) / (this.#weigh(own) + share + 1e-6);
      if (score > (part?.score ?? 0)) part = { part: own, share, score };
      if (own.isHeading && score > (heading?.score ?? 0)) heading = { part: own, share, score };
    }
    return { part, heading };
  }

  #backOf({ part, share }: Found): number {
    return Math.min(1, share / this.#weigh(part));
  }

  #weigh(part: Part): number {
    if (part.weighed !== this.#changes) {
      part.weight = 0;
      for (const term of new Set(part.terms)) part.weight += this.weightOf(term);
      part.weighed = this.#changes;
    }
    return part.weight;
  }
}

/** A part, with its share of the question. */
interface Found {
  readonly part: Part;
  readonly share: number;
  readonly score: number;
}

/** Caches coverage, as both the model and the ranking need it. */
function rememberFor(cover: (entry: number) => Coverage): (entry: number) => Coverage {
  const known = new Map<number, Coverage>();
  return (entry) => {
    const coverage = known.get(entry) ?? cover(entry);
    known.set(entry, coverage);
    return coverage;
  };
}

/** The term after each term. */
const followers = (terms: readonly string[]): ReadonlyMap<string, string | undefined> =>
  new Map(terms.map((term, at) => [term, terms[at + 1]]));

function pairsIn({ terms }: Part, follows: ReadonlyMap<string, string | undefined>): number {
  let pairs = 0;
  let wanted: string | undefined;
  for (const term of terms) {
    if (wanted === term) pairs++;
    wanted = follows.get(term);
  }
  return pairs;
}
