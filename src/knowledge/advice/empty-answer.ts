import { type Block, type Inline, plainText } from '../../core/entry/blocks.ts';
import { phraseKey } from '../../core/text/phrase-key.ts';
import type { ProblemCode } from '../problem.ts';

/** Letters and digits below which hardly anything is said; a character that stands for a syllable or a word counts as three. */
const FEWEST = 6;
/** Letters of an answer that begins as a stopgap and may still say something. */
const LONGEST_STOPGAP = 40;
const UNFINISHED = /^(?:to-?do|tbd|tba|fixme|xxx|n\/a)\b/i;

/** Why an answer helps nobody, if it does not. @param stopgaps answers of its language that only stand in for one. */
export function saysNothing(answer: readonly Block[], stopgaps: readonly string[]): ProblemCode | undefined {
  const text = plainText(answer).trim();
  if (UNFINISHED.test(text) || isStopgap(phraseKey(text), stopgaps)) return 'unfinished-answer';
  if (isOnlyLinks(answer)) return 'only-a-link';
  return weightOf(text) < FEWEST ? 'short-answer' : undefined;
}

function isStopgap(key: string, stopgaps: readonly string[]): boolean {
  return stopgaps.map(phraseKey).some((stopgap) => key === stopgap || (key.startsWith(stopgap) && key.length <= LONGEST_STOPGAP));
}

function weightOf(text: string): number {
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  const all = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return all + 2 * wide;
}

/** Whether nobody knows anything before a link is opened: the words of links are at most a few. */
function isOnlyLinks(answer: readonly Block[]): boolean {
  const inline = answer.flatMap((block) => (block.kind === 'paragraph' ? block.children : []));
  const links = inline.filter(({ kind }) => kind === 'link');
  return links.length > 0 && answer.every(({ kind }) => kind === 'paragraph') && inline.every((one) => one.kind === 'link' || isMark(one));
}

const isMark = (one: Inline): boolean => one.kind === 'break' || (one.kind === 'text' && !/[\p{L}\p{N}]/u.test(one.text));
