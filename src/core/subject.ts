import type { Analysis, Analyzer } from './analyze.ts';
import { EVERYDAY, LEAST_SUBJECT, NAMING } from './calibration/policy.ts';

export interface Held {
  readonly holdsWord: (word: string) => boolean;
  readonly holdsConcept: (concept: string) => boolean;
}

/**
 * Whether a question names what it is about, so that it could be understood by somebody who has not heard what was said before:
 * "who decided that" and "is that still a thing" do not. A name does, and so does a word that people seldom use; of other words there
 * must be more than one beside a word that points to something said before.
 * @param entry tells which words and concepts the entry holds that is to answer it.
 */
export function namesSubject({ words, concepts, names }: Analysis, { weightOf, conceptRarity, isPointing }: Analyzer, entry: Held): boolean {
  if ([...names].some((name) => weightOf(name) > 0 && entry.holdsWord(name))) return true;
  const held = [...new Set(concepts)].filter((concept) => weightOf(concept) > EVERYDAY && entry.holdsConcept(concept)).map(conceptRarity);
  if (held.some((rarity) => rarity >= NAMING)) return true;
  const sum = held.reduce((total, rarity) => total + rarity ** 2, 0);
  return sum >= LEAST_SUBJECT && !(held.length === 1 && words.some(isPointing));
}
