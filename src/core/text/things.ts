import type { Analyzer } from './analyze.ts';
import type { ConceptMention } from './concepts.ts';

/** The words and phrases that a text names, without stop words. @param words stems, in order. */
export const thingsOf = (words: readonly string[], { meantBy, weightOf }: Analyzer): readonly ConceptMention[] =>
  meantBy(words).filter((thing) => thing.kin.length > 0 || thing.words.some((word) => weightOf(word) > 0));

/** How seldom people use the words of a thing, in any text: 0 to 1. */
export const rarityOfThing = ({ words }: ConceptMention, { rarityOf, weightOf }: Analyzer): number =>
  Math.max(...words.map(rarityOf)) * Math.max(...words.map(weightOf));
