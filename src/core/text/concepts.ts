import type { Analyzer } from './analyze.ts';
import type { LanguageData } from './language.ts';
import { gradual, type Stepwise } from './remember.ts';

/** A language's words that mean the same, and those of a kind. */
type Thesaurus = Pick<LanguageData, 'synonyms' | 'kin'>;

/** Finds the concepts of words. */
export interface Concepts extends Stepwise {
  /**
   * Concepts of a text's words in order: the synonym groups of each word or phrase, then its categories. A word without
   * any is its own concept.
   */
  readonly in: (words: readonly string[]) => readonly string[];
  /** The words and phrases of a text in order, each with its concepts. */
  readonly apart: (words: readonly string[]) => readonly ConceptMention[];
  /** Stems of a concept's words; empty for a word that is its own concept. */
  readonly members: (concept: string) => readonly string[];
}

/** A word or phrase of a text, and its concepts. */
export interface ConceptMention {
  readonly words: readonly string[];
  /** Its synonym groups, or the word itself. Words of a group can replace each other in any question. */
  readonly same: readonly string[];
  /** Its categories: dogs and cats are pets, and find each other. But facts about dogs need not hold for cats. */
  readonly categories: readonly string[];
  /** Synonym groups of the categories' names: what holds for pets holds for dogs. */
  readonly categoryNames: readonly string[];
}

/** A concept is one of these with a number, or a word; no word begins so. */
const [SAME, CATEGORY] = ['#', '~'];

/** Whether a concept is a synonym group or a category, and not a single word. */
export const isConcept = (term: string): boolean => term.startsWith(SAME) || isCategory(term);

/** Whether a concept is a category, whose words are related but not synonymous. */
export const isCategory = (term: string): boolean => term.startsWith(CATEGORY);

/**
 * Maps words to concepts by the language's groups of synonyms: "money back" and "refund" are one concept. A word of
 * several groups has each of their concepts.
 * @param stemsOf stems of a text's words
 */
export function conceptFinder(language: Thesaurus, stemsOf: (text: string) => readonly string[]): Concepts {
  const known = gradual(() => readGroups(language, stemsOf));
  const apart: Concepts['apart'] = (words) => {
    const { meanings, longest } = known.get();
    const found: ConceptMention[] = [];
    for (let at = 0; at < words.length; at += found.at(-1)?.words.length ?? 1) {
      const most = longest.get(words[at] ?? '') ?? 1;
      const length = most === 1 ? 1 : lengthAt(words, at, most, meanings);
      const own = words.slice(at, at + length);
      const { same, categories, categoryNames } = meanings.get(own.join(' ')) ?? NOTHING;
      found.push({ words: own, same: same.length > 0 ? same : own, categories, categoryNames });
    }
    return found;
  };
  return {
    steps: known.steps,
    apart,
    in: (words) =>
      apart(words).flatMap(({ same, categories }) => (categories.length === 0 ? same : [...same, ...categories])),
    members: (concept) => (isConcept(concept) ? (known.get().members.get(concept) ?? []) : []),
  };
}

type Meaning = Omit<ConceptMention, 'words'>;
const NOTHING: Meaning = { same: [], categories: [], categoryNames: [] };

interface Known {
  /** By the stems of a word or phrase, joined by spaces. */
  readonly meanings: ReadonlyMap<string, Meaning>;
  /** Number of words of the longest phrase that begins with a word; most words begin none. */
  readonly longest: ReadonlyMap<string, number>;
  /** Stems of the single words of each concept. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

function* readGroups(
  { synonyms = [], kin = [] }: Thesaurus,
  stemsOf: (text: string) => readonly string[],
): Generator<undefined, Known> {
  const meanings = new Map<string, Record<keyof Meaning, readonly string[]>>();
  const longest = new Map<string, number>();
  const members = new Map<string, readonly string[]>();
  const note = (texts: readonly string[], concept: string, kind: keyof Meaning): void => {
    const phrases = texts.map(stemsOf).filter(({ length }) => length > 0);
    for (const phrase of phrases) {
      const key = phrase.join(' ');
      const own = meanings.get(key) ?? { ...NOTHING };
      meanings.set(key, own);
      // Copied, as a list that grows in place reserves memory for many more items, and there are thousands.
      if (!own[kind].includes(concept)) own[kind] = own[kind].concat(concept);
      const [first = ''] = phrase;
      if (phrase.length > (longest.get(first) ?? 1)) longest.set(first, phrase.length);
    }
    if (kind !== 'categoryNames') members.set(concept, phrases.filter(({ length }) => length === 1).flat());
  };
  let groups = 0;
  const noteSame = (texts: readonly string[]): string => {
    const concept = SAME + groups++;
    note(texts, concept, 'same');
    return concept;
  };
  for (const group of synonyms) {
    noteSame(group);
    yield;
  }
  for (const [number, { drawer, things }] of kin.entries()) {
    const name = drawer.length > 0 ? [noteSame(drawer)] : [];
    for (const thing of things) {
      noteSame(thing);
      for (const concept of name) note(thing, concept, 'categoryNames');
    }
    note([...drawer, ...things.flat()], CATEGORY + number, 'categories');
    yield;
  }
  return { meanings, longest, members };
}

function lengthAt(words: readonly string[], at: number, longest: number, meanings: Known['meanings']): number {
  for (let length = Math.min(longest, words.length - at); length > 1; length--) {
    if (meanings.has(words.slice(at, at + length).join(' '))) return length;
  }
  return 1;
}

/** The words and phrases that a text names, without stop words. @param words stems in order */
export const thingsOf = (words: readonly string[], { meantBy, weightOf }: Analyzer): readonly ConceptMention[] =>
  meantBy(words).filter((thing) => thing.categories.length > 0 || thing.words.some((word) => weightOf(word) > 0));

/** Rarity of a thing's words in the language, 0 to 1. */
export const rarityOfThing = ({ words }: ConceptMention, { rarityOf, weightOf }: Analyzer): number =>
  Math.max(...words.map(rarityOf)) * Math.max(...words.map(weightOf));
