import type { Match } from '../index/language-index.ts';
import type { Holders } from '../index/parts.ts';
import type { Meant } from '../text/concepts.ts';
import { remember } from '../text/remember.ts';
import { rarityOfThing, thingsOf } from '../text/things.ts';

/** Shares of the things that a question names, 0 to 1, by how seldom people use their words. */
export interface HeldThings {
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
  const isIn = ({ words: own, same, drawers }: Meant, isHolder: (holders: Holders) => boolean): boolean =>
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
