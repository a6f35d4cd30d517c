import { isSeen } from './faq-answer.ts';
import { asksIn, type Heading, type Line } from './faq-lines.ts';
import { MARKED_LEVEL, type Mark, type MarkedText, rebuilt, sectionsOf } from './marked-text.ts';

const SUMMARY = /<summary\b[^>]{0,500}>(.{0,2000}?)<\/summary>/i;
const DETAILS = /<(\/?)details\b[^>]{0,500}>/gi;

/**
 * Parts that fold out are questions where a section that asks nothing holds nothing else, where at least two of them
 * ask, or where each of them does in a list of questions.
 */
export function withDetails({ lines, headings }: MarkedText): MarkedText {
  if (!lines.some(({ text, isCode }) => !isCode && /<details\b/i.test(text))) return { lines, headings };
  const marks = new Map<number, Mark & { readonly to: number }>();
  const isFolded = foldedIn(lines);
  const plain = lines.map((line, at) => (isFolded(at) ? { ...line, isInside: true } : line));
  const inside = new Set<Heading>();
  const isList = headings.filter(({ asks }) => asks).length > 1;
  for (const section of sectionsOf({ lines, headings: headings.filter(({ from }) => !isFolded(from)) })) {
    const { summaries, isAlone, outer } = detailsIn(lines, section.from, section.to);
    const asking = summaries.filter(({ text }) => asksIn(text)).length;
    const isAsked = asking >= 2 || (isList && asking === summaries.length);
    if (summaries.length === 0 || !((isAlone && !section.heading?.asks) || isAsked)) continue;
    for (const at of outer)
      plain[at] = { number: 1, isCode: false, ...lines[at], text: (lines[at]?.text ?? '').replace(DETAILS, '') };
    for (const { at, to, text, rest } of summaries) marks.set(at, { text, rest, indent: 0, to });
    for (const heading of headings) if (heading.from >= section.from && heading.to <= section.to) inside.add(heading);
  }
  // Below a summary that became a question, the headings that fold out with it belong to its answer.
  const placed = headings.map((heading) =>
    inside.has(heading) ? { ...heading, level: MARKED_LEVEL + heading.level } : heading,
  );
  return rebuilt(plain, placed, marks);
}

/** Tells whether a line stands in a part that folds out, and that ends. */
export function foldedIn(lines: readonly Line[]): (at: number) => boolean {
  const folded = new Set<number>();
  let open: number[] = [];
  let depth = 0;
  for (const [at, { text, isCode }] of lines.entries()) {
    if (depth > 0) open.push(at);
    if (isCode) continue;
    for (const [, end] of text.matchAll(DETAILS)) depth = Math.max(0, depth + (end === '' ? 1 : -1));
    if (depth > 0) continue;
    for (const line of open) folded.add(line);
    open = [];
  }
  return (at) => folded.has(at);
}

interface Summary extends Omit<Mark, 'indent'> {
  readonly at: number;
  readonly to: number;
}

/** Those that stand in no other, the lines of their marks, and whether something is to be seen beside them. */
function detailsIn(
  lines: readonly Line[],
  from: number,
  to: number,
): { summaries: Summary[]; isAlone: boolean; outer: number[] } {
  const summaries: Summary[] = [];
  const outer: number[] = [];
  let [depth, isAlone] = [0, true];
  for (let at = from; at < to; at++) {
    const line = lines[at];
    if (!line || line.isCode) continue;
    const before = depth;
    let highest = depth;
    for (const [, end] of line.text.matchAll(DETAILS)) {
      depth = Math.max(0, depth + (end === '' ? 1 : -1));
      highest = Math.max(highest, depth);
    }
    if (Math.min(before, depth) === 0 && highest > 0) outer.push(at);
    if (highest === 0 && isSeen(line)) isAlone = false;
    if (highest !== 1) continue;
    const summary = summaryAt(lines, at, to);
    if (summary) summaries.push(summary);
  }
  return { summaries, isAlone, outer };
}

/** A summary may be spread over three lines. */
function summaryAt(lines: readonly Line[], at: number, end: number): Summary | undefined {
  if (!/<summary\b/i.test(lines[at]?.text ?? '')) return undefined;
  for (let to = at + 1; to <= Math.min(at + 4, end); to++) {
    const whole = lines
      .slice(at, to)
      .map(({ text }) => text.trim())
      .join(' ');
    const [found, text = ''] = SUMMARY.exec(whole) ?? [];
    if (found === undefined) continue;
    const rest = whole.slice(whole.indexOf(found) + found.length).replace(DETAILS, '');
    return { at, to, text: text.replace(/<\/?h[1-6][^>]{0,200}>/gi, '').trim(), rest: rest.trim() };
  }
  return undefined;
}
