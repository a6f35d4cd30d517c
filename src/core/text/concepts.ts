import type { LanguageData } from './language.ts';

/** Finds the concepts of words. */
export interface Concepts {
  /** Concepts of a text's words in order; a word without any is a concept of its own. */
  readonly in: (words: readonly string[]) => readonly string[];
  /** The words of a concept, as stems; none for a word that is a concept of its own. */
  readonly members: (concept: string) => readonly string[];
}

/** Before the number of a group of synonyms: no word has it. */
const MARK = '#';

/** Whether a concept is a group of synonyms, not a word of its own. */
export const isConcept = (term: string): boolean => term.startsWith(MARK);

/**
 * Reads words that mean about the same alike, by the language's groups of synonyms: "money back" and "refund" are one
 * concept. A word in several groups has each of their concepts.
 * @param stemsOf the stems of a text's words.
 */
export function conceptFinder(
  { synonyms = [] }: Pick<LanguageData, 'synonyms'>,
  stemsOf: (text: string) => readonly string[],
): Concepts {
  let known: Known | undefined;
  const read = () => {
    known ??= readGroups(synonyms, stemsOf);
    return known;
  };
  return {
    in: (words) => {
      const { concepts, longest } = read();
      const found: string[] = [];
      for (let at = 0; at < words.length; ) {
        const word = words[at] ?? '';
        const most = longest.get(word);
        const length = most === undefined ? 1 : lengthAt(words, at, most, concepts);
        const own = concepts.get(length === 1 ? word : words.slice(at, at + length).join(' '));
        if (own) found.push(...own);
        else found.push(word);
        at += length;
      }
      return found;
    },
    members: (concept) => (isConcept(concept) ? (read().members[Number(concept.slice(MARK.length))] ?? []) : []),
  };
}

interface Known {
  /** By the stems of a word or phrase, with spaces between them. */
  readonly concepts: ReadonlyMap<string, readonly string[]>;
  /** Words of the longest phrase that begins with a word; most words begin none. */
  readonly longest: ReadonlyMap<string, number>;
  /** Stems of the single words of each group. */
  readonly members: readonly (readonly string[])[];
}

function readGroups(groups: readonly (readonly string[])[], stemsOf: (text: string) => readonly string[]): Known {
  const concepts = new Map<string, string[]>();
  const longest = new Map<string, number>();
  const members = groups.map((group, number) => {
    const phrases = group.map(stemsOf).filter(({ length }) => length > 0);
    for (const phrase of phrases) {
      const key = phrase.join(' ');
      const own = concepts.get(key) ?? [];
      if (!own.includes(MARK + number)) concepts.set(key, [...own, MARK + number]);
      if (phrase.length === 1) continue;
      longest.set(phrase[0] ?? '', Math.max(longest.get(phrase[0] ?? '') ?? 1, phrase.length));
    }
    return phrases.filter(({ length }) => length === 1).flat();
  });
  return { concepts, longest, members };
}

function lengthAt(words: readonly string[], at: number, longest: number, concepts: Known['concepts']): number {
  for (let length = Math.min(longest, words.length - at); length > 1; length--) {
    if (concepts.has(words.slice(at, at + length).join(' '))) return length;
  }
  return 1;
}
