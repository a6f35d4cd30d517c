import { MOST_LOG, MOST_MISSING } from '../calibration/learning-policy.ts';
import type { Match } from '../index/language-index.ts';
import type { TermMatch } from '../index/matches.ts';
import type { Holders } from '../index/parts.ts';
import { type ConceptMention, rarityOfThing, thingsOf } from '../text/concepts.ts';
import { remember } from '../text/remember.ts';

/** Features that speak for an entry, by name; each about 0 to 1. The weights of `weights.ts` are keyed alike. */
export const RANK_FEATURES = [
  // Scores of the three indexes, divided by the best.
  'words',
  'grams',
  'concepts',
  // Shares of the question, weighed by the idf weights of its terms: in the entry's best part (a title, phrasing or
  // sentence), ...
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
  // Shares of what the question names, by how seldom people use those words: in the entry, in its titles and phrasings.
  'heldRarity',
  'headingRarity',
  // Learned from titles and phrasings.
  'probability',
  'logProbability',
  'nearest',
  // Names in the question that the entry lacks.
  'missingNames',
  // Shares of its titles and phrasings that ask as the question does (why, when, who), and that ask otherwise.
  'askedAlike',
  'askedOtherwise',
] as const;

/** Features that are fitted to packs with phrasings, beside the others. */
export const ASKED_FEATURES = ['askedAlike', 'askedOtherwise'] as const;

export type RankFeature = (typeof RANK_FEATURES)[number];

export type RankFeatures = Readonly<Record<RankFeature, number>>;

/**
 * Values of an entry's features, in the order of the names: named, two dozen numbers of each of thirty entries would be
 * a third of all that a question leaves behind.
 * @param things of the question that the entry holds.
 * @param rest sum of the probabilities of all entries that may be answered. @param best the greatest of their
 * probabilities.
 */
export function rankFeatures(entry: number, match: Match, things: HeldThings, rest: number, best: number): number[] {
  const { words, grams, concepts } = match;
  const word = words.coverage(entry);
  const gram = grams.coverage(entry);
  const concept = concepts.coverage(entry);
  const probability = match.probability(entry) / rest;
  const asked = match.asked(entry);
  return [
    words.score(entry),
    grams.score(entry),
    concepts.score(entry),
    word.unit,
    gram.unit,
    concept.unit,
    word.pairs,
    gram.pairs,
    word.back,
    gram.back,
    concept.back,
    word.heading,
    gram.heading,
    concept.heading,
    word.headingBack,
    gram.headingBack,
    concept.headingBack,
    shareHeld(words, entry),
    shareHeld(concepts, entry),
    things.held,
    things.inHeading,
    probability,
    Math.max(-MOST_LOG, Math.log((probability + 1e-9) / (best / rest + 1e-9))) / MOST_LOG,
    match.nearest(entry),
    Math.min(MOST_MISSING, missingNames(match, entry).length) / MOST_MISSING,
    asked.alike,
    asked.otherwise,
  ];
}

export const nameFeatures = (values: readonly number[]): RankFeatures =>
  Object.fromEntries(RANK_FEATURES.map((name, at) => [name, values[at] ?? 0])) as RankFeatures;

const shareHeld = (index: TermMatch, entry: number): number =>
  index.weight > 0 ? index.held(entry) / index.weight : 0;

/** Names in the question that an entry lacks. */
export function missingNames({ words, question }: Pick<Match, 'words' | 'question'>, entry: number): string[] {
  const missing: string[] = [];
  for (const name of question.names) if (words.weightOf(name) > 0 && !words.holds(entry, name)) missing.push(name);
  return missing;
}

/** Shares of the things that a question names, 0 to 1, by how seldom people use their words. */
interface HeldThings {
  /** Of those that an entry holds. */
  readonly held: number;
  /** Of those in its titles and phrasings. */
  readonly inHeading: number;
}

/**
 * Tells how much of what a question names an entry holds, in these words, in others that mean the same, or by the name
 * of their class. The weight of a word in the pack says less of that: among ten entries any word is rare.
 */
export function heldThings({ question, analyzer, words, concepts }: Match): (entry: number) => HeldThings {
  const [withWord, withConcept] = [remember(words.holders), remember(concepts.holders)];
  const isIn = ({ words: own, same, drawers }: ConceptMention, isHolder: (holders: Holders) => boolean): boolean =>
    own.every((word) => isHolder(withWord(word))) ||
    same.some((concept) => isHolder(withConcept(concept))) ||
    drawers.some((concept) => isHolder(withConcept(concept)));
  const things = thingsOf(question.words, analyzer).map((thing) => ({ thing, rarity: rarityOfThing(thing, analyzer) }));
  const all = things.reduce((sum, { rarity }) => sum + rarity, 0);
  return (entry) => {
    let [held, inHeading] = [0, 0];
    for (const { thing, rarity } of things) {
      if (!isIn(thing, ({ entries }) => entries.has(entry))) continue;
      held += rarity;
      if (isIn(thing, ({ headed }) => headed.has(entry))) inHeading += rarity;
    }
    return all > 0 ? { held: held / all, inHeading: inHeading / all } : { held: 0, inHeading: 0 };
  };
}
