import {
  createHeadingTerms,
  type HeadingTerms,
  type NumberedHeading,
  numberHeading,
} from '../classifier/numbered-heading.ts';
import {
  createTerms,
  type NumberedEntry,
  type NumberedText,
  numberText,
  type TextTerms,
} from '../index/numbered-text.ts';
import type { Analyzer } from '../text/analyze.ts';

/** Reads texts that are searched without training. */
export interface Reader {
  readonly analyzer: Analyzer;
  /** What it has numbered so far. */
  readonly terms: TextTerms & HeadingTerms;
  readonly heading: (text: string) => NumberedHeading;
  readonly sentence: (text: string) => NumberedText;
}

/** An entry's texts in one language. */
export interface PlainEntry {
  readonly title: string;
  readonly phrasings: readonly string[];
  readonly sentences: readonly string[];
}

export type ReadyEntry = NumberedEntry<NumberedHeading>;

export function createReader(analyzer: Analyzer): Reader {
  const terms = { ...createTerms(), ...createHeadingTerms() };
  return {
    analyzer,
    terms,
    heading: (text) => numberHeading(analyzer.analyze(text), terms, analyzer),
    sentence: (text) => numberText(analyzer.analyze(text), terms),
  };
}

export const readWith = ({ heading, sentence }: Reader, { title, phrasings, sentences }: PlainEntry): ReadyEntry => ({
  title: heading(title),
  phrasings: phrasings.map(heading),
  sentences: sentences.map(sentence),
});

/** Characters that are remembered of each language, at some 20 bytes: those of a few thousand entries. */
const MOST_CHARACTERS = 1_500_000;

const REMEMBERING = new WeakMap<Analyzer, Reader & { readonly isFull: () => boolean }>();

/** A reader that knows what it has read before: of a community that is being changed, nearly all stays as it was. */
export function rememberingReader(analyzer: Analyzer): Reader {
  const known = REMEMBERING.get(analyzer);
  if (known && !known.isFull()) return known;
  const reader = createReader(analyzer);
  let characters = 0;
  const remembered = <T>(read: (text: string) => T): ((text: string) => T) => {
    const texts = new Map<string, T>();
    return (text) => {
      const before = texts.get(text);
      if (before !== undefined) return before;
      const value = read(text);
      texts.set(text, value);
      characters += text.length;
      return value;
    };
  };
  const remembering = {
    ...reader,
    heading: remembered(reader.heading),
    sentence: remembered(reader.sentence),
    isFull: () => characters > MOST_CHARACTERS,
  };
  REMEMBERING.set(analyzer, remembering);
  return remembering;
}
