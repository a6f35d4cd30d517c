import { MOST_LOG, MOST_MISSING } from '../calibration/learning-policy.ts';
import type { Match } from '../index/language-index.ts';
import type { TermMatch } from '../index/matches.ts';
import type { Holders } from '../index/parts.ts';
import { type ConceptMention, rarityOfThing, thingsOf } from '../text/concepts.ts';
import { remember } from '../text/remember.ts';

/** Names of features that support an entry; values are about 0 to 1. The weights in `weights.ts` have the same keys. */
export const RANK_FEATURES = [
  // Scores in the three indexes, divided by the best score.
  'words',
  'grams',
  'concepts',
  // Shares of the question, by the idf weights of its terms: in the entry's best part (a title, phrasing or sentence),
  // ...
  'wordUnit',
  'gramUnit',
  'conceptUnit',
  // ... in pairs of adjacent terms of that part, ...
  'wordPairs',
  'gramPairs',
  // ... conversely, of that part in the question, ...
  'wordBack',
  'gramBack',
  'conceptBack',
  // ... in its best title or phrasing, ...
  'wordHeading',
  'gramHeading',
  'conceptHeading',
  // ... conversely, of that heading in the question, ...
  'wordHeadingBack',
  'gramHeadingBack',
  'conceptHeadingBack',
  // ... and in the entry as a whole.
  'wordHeld',
  'conceptHeld',
  // Shares of the things that the question names, in the entry and in its titles and phrasings, weighed by how rare
  // their words are in general.
  'heldRarity',
  'headingRarity',
  // Predictions of the model trained on titles and phrasings.
  'probability',
  'logProbability',
  'nearest',
  // Number of names in the question that the entry lacks.
  'missingNames',
  // Shares of titles and phrasings that ask by the question's class (why, when, who), and by another.
  'askedAlike',
  'askedOtherwise',
] as const;

/** Features whose weights are fitted separately, on packs with phrasings. */
export const ASKED_FEATURES = ['askedAlike', 'askedOtherwise'] as const;

export type RankFeature = (typeof RANK_FEATURES)[number];

export type RankFeatures = Readonly<Record<RankFeature, number>>;

/**
 * Values of an entry's features in the order of their names: objects with named properties would be a third of a
 * question's garbage.
 * @param things how much of what the question names the entry has
 * @param rest sum of the probabilities of all eligible entries
 * @param best greatest of them
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

/** Shares, 0 to 1, of the things that a question names, weighed by the rarity of their words. */
interface HeldThings {
  /** Share in the whole entry. */
  readonly held: number;
  /** Share in its titles and phrasings. */
  readonly inHeading: number;
}

/**
 * A function that tells how much of what a question names an entry has: literally, by synonyms, or by the name of a
 * category. Idf weights would tell less, as any word is rare among ten entries.
 */
export function heldThings({ question, analyzer, words, concepts }: Match): (entry: number) => HeldThings {
  const [withWord, withConcept] = [remember(words.holders), remember(concepts.holders)];
  const isIn = (
    { words: own, same, categoryNames }: ConceptMention,
    isHolder: (holders: Holders) => boolean,
  ): boolean =>
    own.every((word) => isHolder(withWord(word))) ||
    same.some((concept) => isHolder(withConcept(concept))) ||
    categoryNames.some((concept) => isHolder(withConcept(concept)));
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
