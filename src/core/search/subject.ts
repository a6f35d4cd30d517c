import { EVERYDAY, LEAST_SUBJECT, NAMING } from '../calibration/policy.ts';
import type { Match } from '../index/language-index.ts';

/** A question, and what an index holds of it. */
type Asked = Pick<Match, 'question' | 'analyzer'> & {
  readonly [index in 'words' | 'concepts']: Pick<Match[index], 'holds'>;
};

/**
 * Whether a question names what it is about, so that it could be understood by somebody who has not heard what was said
 * before: "who decided that" and "is that still a thing" do not. A name does, and so does a word that people seldom
 * use; of other words there must be more than one beside a word that points to something said before.
 * @param entry that is to answer it.
 */
export function namesSubject({ question, analyzer, words, concepts }: Asked, entry: number): boolean {
  const { weightOf, conceptRarity, isPointing } = analyzer;
  if ([...question.names].some((name) => weightOf(name) > 0 && words.holds(entry, name))) return true;
  const held = [...new Set(question.concepts)]
    .filter((concept) => weightOf(concept) > EVERYDAY && concepts.holds(entry, concept))
    .map(conceptRarity);
  if (held.some((rarity) => rarity >= NAMING)) return true;
  const sum = held.reduce((total, rarity) => total + rarity ** 2, 0);
  return sum >= LEAST_SUBJECT && !(held.length === 1 && question.words.some(isPointing));
}
