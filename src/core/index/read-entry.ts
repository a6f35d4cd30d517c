import type { Analysis } from '../text/analyze.ts';

/** The part of a text's analysis that indexes need: plain data. */
export type ReadText = Pick<Analysis, 'surface' | 'words' | 'concepts' | 'stretches'>;

/** One entry in one language, read. */
export interface ReadEntry<Text extends ReadText = ReadText> {
  readonly title: Text;
  readonly phrasings: readonly Text[];
  readonly sentences: readonly Text[];
}
