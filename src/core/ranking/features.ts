import { MOST_LOG, MOST_MISSING } from '../calibration/policy.ts';
import type { Match } from '../index/language-index.ts';
import type { IndexMatch } from '../index/text-index.ts';

/** What speaks for an entry, by name; each about 0 to 1. The weights of `weights.ts` are keyed alike. */
export const RANK_FEATURES = [
  // Scores of the three indexes, divided by the best.
  'words',
  'grams',
  'concepts',
  // Shares of the question, weighed by how telling its terms are: in the entry's best part (a title, phrasing or sentence), ...
  'wordUnit',
  'gramUnit',
  'conceptUnit',
  // ... of that part's neighbouring terms, ...
  'wordPairs',
  'gramPairs',
  // ... of that part in the question, in return, ...
  'wordBack',
  'gramBack',
  'conceptBack',
  // ... in its best title or phrasing, ...
  'wordHeading',
  'gramHeading',
  'conceptHeading',
  // ... of that title or phrasing in the question, ...
  'wordHeadingBack',
  'gramHeadingBack',
  'conceptHeadingBack',
  // ... and in the entry as a whole.
  'wordHeld',
  'conceptHeld',
  // What was learned from titles and phrasings.
  'probability',
  'logProbability',
  'nearest',
  // Names in the question that the entry lacks.
  'missingNames',
  // Likeness in meaning; 0 where no encoder was asked.
  'meaning',
] as const;

export type RankFeature = (typeof RANK_FEATURES)[number];

/** Those that an encoder gives: 0 without one, so that nothing changes where there is none. */
export const MEANING_RANK_FEATURES = ['meaning'] as const satisfies readonly RankFeature[];
export type RankFeatures = Readonly<Record<RankFeature, number>>;

/**
 * @param rest what the probabilities of all entries that may be answered sum to. @param best the greatest of their probabilities.
 */
export function rankFeatures(entry: number, match: Match, rest: number, best: number): RankFeatures {
  const { words, grams, concepts } = match;
  const [word, gram, concept] = [words.coverage(entry), grams.coverage(entry), concepts.coverage(entry)];
  const probability = match.probability(entry) / rest;
  return {
    words: words.score(entry),
    grams: grams.score(entry),
    concepts: concepts.score(entry),
    wordUnit: word.unit,
    gramUnit: gram.unit,
    conceptUnit: concept.unit,
    wordPairs: word.pairs,
    gramPairs: gram.pairs,
    wordBack: word.back,
    gramBack: gram.back,
    conceptBack: concept.back,
    wordHeading: word.heading,
    gramHeading: gram.heading,
    conceptHeading: concept.heading,
    wordHeadingBack: word.headingBack,
    gramHeadingBack: gram.headingBack,
    conceptHeadingBack: concept.headingBack,
    wordHeld: shareHeld(words, entry),
    conceptHeld: shareHeld(concepts, entry),
    probability,
    logProbability: Math.max(-MOST_LOG, Math.log((probability + 1e-9) / (best / rest + 1e-9))) / MOST_LOG,
    nearest: match.nearest(entry),
    missingNames: Math.min(MOST_MISSING, missingNames(match, entry).length) / MOST_MISSING,
    meaning: match.meaning?.likeness(entry) ?? 0,
  };
}

const shareHeld = (index: IndexMatch, entry: number): number => (index.weight > 0 ? index.held(entry) / index.weight : 0);

/** Names in the question that an entry lacks. */
export function missingNames({ words, question }: Pick<Match, 'words' | 'question'>, entry: number): string[] {
  const missing: string[] = [];
  for (const name of question.names) if (words.weightOf(name) > 0 && !words.holds(entry, name)) missing.push(name);
  return missing;
}
