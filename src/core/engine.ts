import { confidenceOf, type Signs, signsOf } from './confidence.ts';
import type { Entry } from './entry.ts';
import { baseOf } from './language.ts';
import type { LanguageShelf, Library } from './library.ts';
import { type Ranked, rank } from './rank.ts';

/** From here on an answer is given outright: on held-out questions about 19 of 20 such answers are right. */
export const SURE = 0.6;
/** From here on an entry is worth a "did you mean". */
export const UNSURE = 0.15;
/** What an entry of another language than the asker's must be better by. */
const FOREIGN = 0.9;
/** Characters of a question; a longer one is no question. */
export const LONGEST_QUESTION = 2000;
const MOST_CANDIDATES = 10;
const CLAUSE_END = /[.!?;,:…\n。！？；，：]+/u;
const MOST_CLAUSES = 6;
/** A clause of fewer words says too little by itself. */
const LEAST_WORDS = 3;
/** What a clause is trusted, compared to a whole question. */
const CLAUSE = 0.9;

export interface Candidate {
  readonly entry: Entry;
  /** The language in which it was found. */
  readonly language: string;
  /** Probability that it is the answer: 0 to 1. */
  readonly confidence: number;
}

export interface Answer {
  readonly kind: 'sure' | 'unsure' | 'unknown';
  /** The best ten, best first, whatever the kind. */
  readonly candidates: readonly Candidate[];
  /** Why, for each shelf that was searched. */
  readonly findings: readonly Finding[];
}

/** What one language's shelf found. */
export interface Finding {
  readonly language: string;
  /** Words of the question, as they were searched. */
  readonly words: readonly string[];
  readonly corrected: readonly string[];
  readonly unknown: readonly string[];
  readonly signs: Signs;
  readonly confidence: number;
  readonly ranked: readonly (Ranked & { readonly id: string })[];
}

/**
 * Answers a question from every language's shelf, the asker's preferred.
 * @param language a BCP 47 tag.
 */
export function answerFrom(library: Library, question: string, language: string): Answer {
  if (question.length > LONGEST_QUESTION || library.shelves.length === 0) return { kind: 'unknown', candidates: [], findings: [] };
  const home = library.shelves.filter((shelf) => shelf.base === baseOf(language));
  const abroad = library.shelves.filter((shelf) => shelf.base !== baseOf(language));
  const findings = home.map((shelf) => search(shelf, question));
  // A sure answer at home needs no second opinion.
  if (!findings.some((finding) => finding.confidence >= SURE)) findings.push(...abroad.map((shelf) => search(shelf, question)));
  const candidates = pool(library, findings, baseOf(language));
  const best = candidates[0]?.confidence ?? 0;
  return { kind: best >= SURE ? 'sure' : best >= UNSURE ? 'unsure' : 'unknown', candidates, findings };
}

/** The question as a whole; where that is not sure, its clauses: members lead in with a story. */
function search(shelf: LanguageShelf, question: string): Finding {
  const whole = searchText(shelf, question);
  if (whole.confidence >= SURE) return whole;
  const clauses = question.split(CLAUSE_END).filter((clause) => clause.trim() !== '');
  if (clauses.length < 2) return whole;
  const parts = clauses.slice(0, MOST_CLAUSES).map((clause) => searchText(shelf, clause));
  const telling = parts.filter(({ words }) => words.length >= LEAST_WORDS).map((part) => ({ ...part, confidence: part.confidence * CLAUSE }));
  const sure = telling.filter(({ confidence }) => confidence >= SURE).sort((a, b) => b.confidence - a.confidence);
  return sure[0] ?? whole;
}

function searchText(shelf: LanguageShelf, question: string): Finding {
  const match = shelf.shelf.match(question);
  const ranked = rank(match, shelf.shelf);
  const signs = signsOf(ranked, match);
  return {
    language: shelf.language,
    words: match.question.words,
    corrected: [...match.question.corrected],
    unknown: match.strangers(),
    signs,
    confidence: ranked.length > 0 ? confidenceOf(signs, shelf.weights) : 0,
    ranked: ranked.slice(0, MOST_CANDIDATES).map((one) => ({ ...one, id: shelf.ids[one.entry] ?? '' })),
  };
}

/** One list of all languages; an entry found in several is kept where it is most likely. */
function pool(library: Library, findings: readonly Finding[], home: string): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const finding of findings) {
    const preference = baseOf(finding.language) === home ? 1 : FOREIGN;
    const shares = sharesOf(finding.ranked);
    for (const [at, { id }] of finding.ranked.entries()) {
      const entry = library.entries.get(id);
      const confidence = preference * (at === 0 ? finding.confidence : Math.min(finding.confidence, 1 - finding.confidence) * (shares[at] ?? 0));
      if (entry && confidence >= (best.get(id)?.confidence ?? 0)) best.set(id, { entry, language: finding.language, confidence });
    }
  }
  return [...best.values()].sort((a, b) => b.confidence - a.confidence).slice(0, MOST_CANDIDATES);
}

/** How the runners-up share what the first leaves: by their scores. */
function sharesOf(ranked: readonly Ranked[]): number[] {
  const top = ranked[1]?.score ?? 0;
  return ranked.map(({ score }) => Math.exp(score - top));
}
