import { type Draft, LONGEST_MARKDOWN } from './draft.ts';
import { asksIn } from './faq-lines.ts';
import type { Repair } from './html-words.ts';
import { blocksOf, LONGEST_MENDED, mendAnswer } from './mend.ts';
import { isTooLong, type Part, splitAnswer, splitRepairs } from './split-answer.ts';
import { writeBlocks } from './write-blocks.ts';

export interface MendedDraft {
  /** More than one where the answer is too long for one entry. */
  readonly drafts: readonly Draft[];
  readonly repairs: readonly Repair[];
}

/** Makes a draft such that readers take it, as far as that can be done without a person. */
export function mendDraft(draft: Draft): MendedDraft {
  if (draft.answer.length > LONGEST_MENDED) return { drafts: [draft], repairs: [] };
  const base = draft.base ?? draft.source.url;
  const { text, repairs } = mendAnswer(draft.answer, base, draft.phrasings.length > 0);
  const isChanged = text !== draft.answer;
  const mended: Draft = isChanged ? { ...draft, answer: text, answerLine: () => draft.line } : draft;
  const blocks = text.length > LEAST_LENGTH ? blocksOf(text) : undefined;
  if (!blocks || !(isTooLong(blocks) || text.length > LONGEST_MARKDOWN)) return { drafts: [mended], repairs };
  const parts = splitAnswer(blocks, base);
  return { drafts: parts.map((part, at) => partOf(mended, part, at)), repairs: [...repairs, ...splitRepairs(parts)] };
}

/** Shorter Markdown has no longer words. */
const LEAST_LENGTH = 3000;

/** A part of its own is asked for by its heading; the question stays with the first. */
function partOf(draft: Draft, { heading, blocks }: Part, at: number): Draft {
  const answer = writeBlocks(blocks);
  const shared = { ...draft, answer, answerLine: () => draft.line };
  if (heading === undefined || at === 0) return shared;
  return { ...shared, id: undefined, title: asksIn(heading) ? heading : `${draft.title}: ${heading}`, phrasings: [] };
}
