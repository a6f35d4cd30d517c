import { shortSlug } from '../export/slug.ts';
import { isSeen } from './lines.ts';
import type { Line } from './markdown-tree.ts';
import { plainWords } from './mend.ts';
import type { QuestionHeading } from './question-forms.ts';

/** Characters of a heading or a name. */
const LONGEST = 1000;
/** `## Heading {#name}`. */
const NAMED_HEADING = /\{#([\w-]{1,99})\}[ \t]*#*[ \t]*$/;
const MARKED = /<[a-z]\w{0,20}[ \t][^<>]{0,500}?\b(?:id|name)=["']?([^"'\s<>]{1,200})/gi;

/**
 * The lines that links within a page lead to, counted from 0: headings under the names that programs make of their
 * words, and marks. Programs differ in signs and accents, so that neither counts.
 */
export function anchorsIn(
  lines: readonly Line[],
  headings: readonly QuestionHeading[],
): (name: string) => number | undefined {
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

  /** A mark on a line of its own is about what is below it. */
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
