import { shortSlug } from '../export/slug.ts';
import { asksIn, isSeen } from './lines.ts';
import type { Line } from './markdown-tree.ts';
import { plainWords } from './mend.ts';
import type { Outlined, QuestionHeading } from './question-forms.ts';

/** Least characters of a text without a heading that is worth an entry, if no heading in the document asks. */
const LEAST_INTRODUCTION = 80;

/** A document with the relations between its headings. */
export interface Outline extends Outlined {
  /** The index of the line that a link within the document leads to, by the link's fragment. */
  readonly anchored: (name: string) => number | undefined;
  /** For each heading the index of the next one of the same or a higher level. */
  readonly ends: readonly number[];
  /** For each heading, and for the end of the document, how many headings before it ask. */
  readonly asked: readonly number[];
  /** For each level how many of its headings ask. */
  readonly askedAt: ReadonlyMap<number, number>;
}

export function outlined(found: Outlined): Outline {
  const { lines, headings } = found;
  let count = 0;
  const askedAt = new Map<number, number>();
  for (const { level, asks } of headings) if (asks) askedAt.set(level, (askedAt.get(level) ?? 0) + 1);
  return {
    ...found,
    anchored: anchorsIn(lines, headings),
    ends: endsOf(headings),
    asked: [...headings.map(({ asks }) => (asks ? count++ : count)), count],
    askedAt,
  };
}

function endsOf(headings: readonly QuestionHeading[]): number[] {
  const ends = headings.map(() => headings.length);
  const open: number[] = [];
  for (const [at, { level }] of headings.entries()) {
    while (open.length > 0 && (headings[open.at(-1) ?? 0]?.level ?? 0) >= level) ends[open.pop() ?? 0] = at;
    open.push(at);
  }
  return ends;
}

export type HeadingKind = 'question' | 'section' | 'title' | 'unanswered' | 'embed';

/** What a heading is for; readQuestions says what becomes of each kind. */
export function kindOf(document: Outline, at: number): HeadingKind {
  const { headings, ends, asked } = document;
  const isAsking = headings[at]?.asks ?? false;
  const end = ends[at] ?? headings.length;
  const hasDeeper = end > at + 1;
  const isAskedBelow = hasDeeper && (asked[end] ?? 0) > (asked[at + 1] ?? 0);
  if (isAsking && !isAskedBelow && (hasDeeper || hasText(document, at))) return 'question';
  if (at === 0 && hasDeeper && end === headings.length) return 'title';
  if (!hasText(document, at) && !hasDeeper && hasEmbed(document, at)) return 'embed';
  if (!hasText(document, at)) return isAsking && !hasDeeper ? 'unanswered' : 'section';
  return isAskedBelow && !isAsking ? 'section' : 'question';
}

/**
 * The index of the heading at which the answer to a question ends. Usually that is the next one of the same or a higher
 * level. A deeper heading that asks ends it, too, if the document is a list of questions and this one has text of its
 * own: people choose a smaller heading for its size.
 */
export function answerEnd(document: Outline, at: number): number {
  const { headings, ends, askedAt } = document;
  const end = ends[at] ?? headings.length;
  const { level = 0, asks = false } = headings[at] ?? {};
  const alike = [...askedAt].reduce((sum, [other, count]) => (other <= level ? sum + count : sum), 0);
  if (!asks || alike < 2 || !hasText(document, at)) return end;
  // A mark at another place may be only a term in a list.
  for (let next = at + 1; next < end; next++)
    if (asksIn(headings[next]?.text ?? '') && hasText(document, next)) return next;
  return end;
}

/** Whether there is visible text between a heading and the next. */
export const hasText = ({ lines, headings }: Outline, at: number): boolean =>
  Boolean(headings[at]?.rest) || lines.slice(headings[at]?.to, headings[at + 1]?.from).some(isSeen);

/**
 * Whether only the page can show what is between a heading and the next. Such a heading is no chapter of those that
 * follow.
 */
const hasEmbed = ({ lines, headings }: Outline, at: number): boolean =>
  lines.slice(headings[at]?.to, headings[at + 1]?.from).some(({ isEmbed }) => isEmbed === true);

/** Whether a text is long enough to be an entry in a document in which no heading asks. */
export function isArticle({ lines, headings, asked }: Outline, from: number, to: number): boolean {
  if ((asked[headings.length] ?? 0) > 0) return false;
  const seen = lines.slice(from, to).filter(isSeen);
  return seen.reduce((sum, { text }) => sum + text.trim().length, 0) >= LEAST_INTRODUCTION;
}

/** Most characters of a heading or name from which a link's name is made. */
const LONGEST = 1000;
/** `## Heading {#name}`. */
const NAMED_HEADING = /\{#([\w-]{1,99})\}[ \t]*#*[ \t]*$/;
const MARKED = /<[a-z]\w{0,20}[ \t][^<>]{0,500}?\b(?:id|name)=["']?([^"'\s<>]{1,200})/gi;

/**
 * Finds the line, by index, that a link within the page leads to. Headings have the names that programs make of their
 * words; other names are given by `id`, `name` or `{#name}`. Programs treat signs and accents differently, so neither
 * counts.
 */
function anchorsIn(lines: readonly Line[], headings: readonly QuestionHeading[]): (name: string) => number | undefined {
  const found = new Map<string, number>();
  const put = (name: string, at: number): void => void (found.has(name) || found.set(name, at));
  for (const [at, { text, isCode }] of lines.entries()) {
    if (isCode) continue;
    const named = NAMED_HEADING.exec(text);
    for (const [, name = ''] of [...(named ? [named] : []), ...text.matchAll(MARKED)]) put(nameOf(name), below(at));
  }
  const counts = new Map<string, number>();
  for (const { text, from } of headings) {
    const name = nameOf(plainWords(text.slice(0, LONGEST)));
    const before = counts.get(name) ?? 0;
    counts.set(name, before + 1);
    put(before === 0 ? name : `${name}-${before}`, from);
  }
  return (name) => found.get(nameOf(decoded(name)));

  /** A mark on a line of its own names the first visible line below it. */
  function below(at: number): number {
    let seen = at;
    while (lines[seen] && !isSeen(lines[seen] ?? NOTHING)) seen++;
    return seen;
  }
}

const NOTHING: Line = { text: '', number: 1, isCode: false };

const nameOf = (words: string): string => shortSlug(words, LONGEST);

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
