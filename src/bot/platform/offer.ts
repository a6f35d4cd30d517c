import type { Reply } from '../answers/reply.ts';

/** Titles that stand beside a number each: more would be no choice at a glance. */
const MOST_NUMBERED = 8;

/**
 * Whether a reply only asks which entry is meant: the titles stand in the text then, whole, and the buttons bear their
 * numbers.
 */
export function isOffer({
  title,
  blocks,
  question,
  choices = [],
  answer,
}: Pick<Reply, 'title' | 'blocks'> & Partial<Pick<Reply, 'question' | 'answer' | 'choices'>>): boolean {
  const isBare = title === undefined && blocks.length === 0 && question !== undefined && answer === undefined;
  return (
    isBare &&
    choices.length > 0 &&
    choices.length <= MOST_NUMBERED &&
    choices.every(({ command }) => command === 'show')
  );
}
