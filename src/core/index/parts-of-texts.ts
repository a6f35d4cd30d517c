import { LEAST_RARITY_WEIGHT } from '../calibration/reading-policy.ts';
import type { Analysis, Analyzer } from '../text/analyze.ts';
import { gramSize, gramsOf } from '../text/tokenize.ts';
import { type EntryMatch, matchParts } from './matches.ts';
import { Parts } from './parts.ts';

/** The parts of a question that some texts hold, by each kind of term. */
export type PartMatches = Readonly<Record<'words' | 'concepts' | 'grams', EntryMatch>>;

/** The titles, phrasings and sentences of entries by their words, their concepts and their character grams. */
export class PartsOfTexts {
  readonly words: Parts;
  readonly concepts: Parts;
  readonly grams = new Parts(() => 1);
  readonly #weightOf: Analyzer['weightOf'];

  constructor({ weightOf, rarityOf, conceptRarity }: Analyzer) {
    const weightByRarity = (weight: number, rarity: number) =>
      weight * (LEAST_RARITY_WEIGHT + (1 - LEAST_RARITY_WEIGHT) * rarity);
    this.words = new Parts((word) => weightByRarity(weightOf(word), rarityOf(word)));
    this.concepts = new Parts((concept) => weightByRarity(weightOf(concept), conceptRarity(concept)));
    this.#weightOf = weightOf;
  }

  /** @param entry a number that has no parts yet. */
  add(entry: number, { title, phrasings, sentences }: ReadEntry): void {
    const add = (parts: Parts, termsOf: (text: TextTerms) => readonly string[]): void =>
      parts.add(entry, { headings: [title, ...phrasings].map(termsOf), sentences: sentences.map(termsOf) });
    add(this.words, ({ words }) => words);
    add(this.concepts, ({ concepts }) => concepts);
    add(this.grams, gramsIn);
  }

  remove(entry: number): void {
    for (const parts of [this.words, this.concepts, this.grams]) parts.remove(entry);
  }

  /** Searches the parts alone: of thousands of lines that are never answered, a MiniSearch takes long to fill. */
  match(question: Analysis): PartMatches {
    const hasWeight = (term: string) => this.#weightOf(term) > 0;
    return {
      words: matchParts(this.words, question.words.filter(hasWeight)),
      concepts: matchParts(this.concepts, question.concepts.filter(hasWeight)),
      grams: matchParts(this.grams, gramsIn(question)),
    };
  }
}

/** Character grams of a text, in order. */
export const gramsIn = ({ stretches }: Pick<Analysis, 'stretches'>): readonly string[] =>
  stretches.flatMap((stretch) => gramsOf(stretch, gramSize(stretch)));

/** The part of a text's analysis that indexes need: plain data. */
export type TextTerms = Pick<Analysis, 'surface' | 'words' | 'concepts' | 'stretches'>;

/** One entry in one language, read. */
export interface ReadEntry<Text extends TextTerms = TextTerms> {
  readonly title: Text;
  readonly phrasings: readonly Text[];
  readonly sentences: readonly Text[];
}
