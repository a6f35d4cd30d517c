import { definitionsIn, isSeen } from './faq-answer.ts';
import type { Heading, Line } from './faq-lines.ts';

/** A document with what its headings tell of one another. */
export interface Document {
  readonly lines: readonly Line[];
  readonly headings: readonly Heading[];
  readonly definitions: ReadonlyMap<string, Line>;
  /** For each heading, the number of the next one of the same or a higher level. */
  readonly ends: readonly number[];
  /** For each heading, and for the end, how many headings before it ask. */
  readonly asked: readonly number[];
}

export function outlineDocument(lines: readonly Line[], headings: readonly Heading[]): Document {
  return { lines, headings, definitions: definitionsIn(lines), ends: endsOf(headings), asked: askedBefore(headings) };
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

/** Whether something is to be seen between a heading and the next. */
export function hasText({ lines, headings }: Document, at: number): boolean {
  return lines.slice(headings[at]?.to, headings[at + 1]?.from).some(isSeen);
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
