import type { LanguageIndex, Match } from '../index/language-index.ts';
import { rarityOfThing, thingsOf } from '../text/things.ts';

/** The subject of a question, and how much of it an entry has. */
export interface Subject {
  /** Idf weight of the question's rarest words: of those that the entry holds, ... */
  readonly held: number;
  /** ... of those that it lacks, ... */
  readonly missing: number;
  /** ... and of those that its titles and phrasings hold. */
  readonly inHeading: number;
  /** How seldom people use the rarest thing that the entry lacks, 0 to 1. */
  readonly missingRarity: number;
  /** How much of the best title or phrasing it says in its order, 0 to 1; see frameLikeness. */
  readonly frame: number;
}

type Asked = Pick<Match, 'conceptWeights' | 'concepts' | 'words' | 'question' | 'analyzer'>;

export function subjectOf(match: Asked, entry: number, index: Pick<LanguageIndex, 'headingsOf'>): Subject {
  const { conceptWeights, concepts, question } = match;
  const found = { held: 0, missing: 0, inHeading: 0 };
  for (const [concept, weight] of conceptWeights) {
    const isHeld = concepts.holds(entry, concept);
    if (isHeld) found.held = Math.max(found.held, weight);
    else found.missing = Math.max(found.missing, weight);
    if (isHeld && concepts.heads(entry, concept)) found.inHeading = Math.max(found.inHeading, weight);
  }
  const frames = index.headingsOf(entry).map(({ words }) => frameLikeness(words, question.words));
  return { ...found, missingRarity: missingRarity(match, entry), frame: Math.max(0, ...frames) };
}

function missingRarity({ words, concepts, question, analyzer }: Asked, entry: number): number {
  const missing = thingsOf(question.words, analyzer).filter(
    (thing) =>
      !thing.words.every((word) => words.holds(entry, word)) &&
      ![...thing.same, ...thing.drawers].some((concept) => concepts.holds(entry, concept)),
  );
  return Math.max(0, ...missing.map((thing) => rarityOfThing(thing, analyzer)));
}

/**
 * How much of a heading a text says in its order, function words too: twice the length of their longest common
 * subsequence, divided by the lengths of both. @returns 0 (no word) to 1 (word by word the same).
 */
export const frameLikeness = (heading: readonly string[], text: readonly string[]): number =>
  (2 * wordsInOrder(heading, text)) / Math.max(1, heading.length + text.length);

/** Length of the longest common subsequence. */
export function wordsInOrder(a: readonly string[], b: readonly string[]): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const row = [0];
    for (const [at, other] of b.entries())
      row.push(word === other ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0));
    above = row;
  }
  return above.at(-1) ?? 0;
}
