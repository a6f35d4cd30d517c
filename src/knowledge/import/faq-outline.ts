import { definitionsIn, isSeen } from './faq-answer.ts';
import { asksIn, type Heading, type Line } from './faq-lines.ts';

/** A document with what its headings tell of one another. */
export interface Document {
  readonly lines: readonly Line[];
  readonly headings: readonly Heading[];
  readonly definitions: ReadonlyMap<string, Line>;
  /** For each heading, the number of the next one of the same or a higher level. */
  readonly ends: readonly number[];
  /** For each heading, and for the end, how many headings before it ask. */
  readonly asked: readonly number[];
  /** For each level, how many headings of it ask. */
  readonly askedAt: ReadonlyMap<number, number>;
}

export function outlineDocument(lines: readonly Line[], headings: readonly Heading[]): Document {
  return {
    lines,
    headings,
    definitions: definitionsIn(lines),
    ends: endsOf(headings),
    asked: askedBefore(headings),
    askedAt: askedByLevel(headings),
  };
}

/** What a heading is: see readFaq. */
export type Kind = 'question' | 'section' | 'title' | 'unanswered';

export function kindOf(document: Document, at: number): Kind {
  const { headings, ends } = document;
  const isAsking = headings[at]?.asks ?? false;
  const end = ends[at] ?? headings.length;
  const hasDeeper = end > at + 1;
  const isAskedBelow = hasDeeper && (document.asked[end] ?? 0) > (document.asked[at + 1] ?? 0);
  const isWhole = at === 0 && hasDeeper && end === headings.length;
  if (isAsking && !isAskedBelow && (hasDeeper || hasText(document, at))) return 'question';
  if (isWhole) return 'title';
  if (!hasText(document, at)) return isAsking && !hasDeeper ? 'unanswered' : 'section';
  return isAskedBelow && !isAsking ? 'section' : 'question';
}

/**
 * The number of the heading at which the answer to a question ends: a deeper one that asks, too, is another question
 * where the document is a list of them and something was answered until then; people take a smaller heading for its
 * size.
 */
export function answerEnd(document: Document, at: number): number {
  const { headings, ends, askedAt } = document;
  const end = ends[at] ?? headings.length;
  const { level = 0, asks = false } = headings[at] ?? {};
  const alike = [...askedAt].reduce((sum, [other, count]) => (other <= level ? sum + count : sum), 0);
  if (!asks || alike < 2 || !hasText(document, at)) return end;
  for (let next = at + 1; next < end; next++) {
    const { text = '' } = headings[next] ?? {};
    // What is marked as a question otherwise may be a term in a list.
    if (asksIn(text) && hasText(document, next)) return next;
  }
  return end;
}

/** Whether something is to be seen between a heading and the next. */
export function hasText({ lines, headings }: Document, at: number): boolean {
  return lines.slice(headings[at]?.to, headings[at + 1]?.from).some(isSeen);
}

function askedByLevel(headings: readonly Heading[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { level, asks } of headings) if (asks) counts.set(level, (counts.get(level) ?? 0) + 1);
  return counts;
}

function askedBefore(headings: readonly Heading[]): number[] {
  let count = 0;
  return [...headings.map(({ asks }) => (asks ? count++ : count)), count];
}

function endsOf(headings: readonly Heading[]): number[] {
  const ends = headings.map(() => headings.length);
  const open: number[] = [];
  for (const [at, { level }] of headings.entries()) {
    while (open.length > 0 && (headings[open.at(-1) ?? 0]?.level ?? 0) >= level) ends[open.pop() ?? 0] = at;
    open.push(at);
  }
  return ends;
}
