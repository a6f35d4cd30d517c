import { isSeen } from './faq-answer.ts';
import { asksIn, type Heading, type Line } from './faq-lines.ts';
import { pairIn, type QuestionPair } from './question-words.ts';
import { namesRules, rulesHeading, rulesIn } from './rule-marks.ts';

export interface MarkedText {
  readonly lines: readonly Line[];
  readonly headings: readonly Heading[];
}

/** Deeper than all headings of Markdown. */
export const MARKED_LEVEL = 7;

/** What a line that stands for a heading says, with what stands on the same line of the answer. */
interface Mark {
  readonly text: string;
  readonly rest: string;
  /** Further questions with the same answer. */
  readonly others?: readonly string[];
  /** Columns by which the answer's lines are indented. */
  readonly indent: number;
}

type MarkFinder = (line: Line, at: number, lines: readonly Line[]) => Mark | undefined;

const BOLD_QUESTION = /^( {0,3})(?:([-*+]|\d{1,3}[.)])[ \t]+)?(?:\*\*|__)((?:(?!\*\*|__).){2,500}?[?？؟][\s"”»)]*)(?:\*\*|__)[ \t:：]*(.*)$/;
const LIST_QUESTION = /^(?:[-*+]|\d{1,3}[.)])[ \t]+((?!\[)[^\n]{2,500}[?？؟][*_]{0,2})[ \t]*$/;

/**
 * Finds questions that are no headings, and makes them such: `Q:` and `A:` in several languages, `<details>` with a summary, bold lines
 * and list items that ask; and numbered rules. Each kind counts only where it is plainly meant: below a heading that asks nothing, and more than once.
 */
export function markQuestions(lines: readonly Line[], headings: readonly Heading[]): MarkedText {
  const pair = pairIn(lines);
  if (pair) return withDetails(markPairs(lines, headings, pair));
  const heading = headings.length === 0 ? rulesHeading(lines) : undefined;
  return bySections(withDetails({ lines, headings: heading ? [heading] : headings }));
}

/** Texts between two headings, from line to line. */
function sectionsOf({ lines, headings }: MarkedText): { from: number; to: number; heading: Heading | undefined }[] {
  const starts = [{ from: 0, heading: undefined }, ...headings.map((heading) => ({ from: heading.to, heading }))];
  return starts.map(({ from, heading }, at) => ({ from, to: headings[at]?.from ?? lines.length, heading }));
}

function markPairs(lines: readonly Line[], headings: readonly Heading[], pair: QuestionPair): MarkedText {
  const taken = new Set(headings.map(({ from }) => from));
  const isAnswer = (at: number): boolean => lines[at]?.isCode === false && pair.answer(lines[at]?.text ?? '') !== undefined;
  const marks = new Map<number, Mark & { readonly to: number }>();
  let end = 0;
  for (const [at, line] of lines.entries()) {
    const text = at < end || line.isCode || taken.has(at) ? undefined : pair.question(line.text);
    if (text === undefined) continue;
    const to = questionEnd(lines, at, isAnswer);
    end = to;
    const more = lines.slice(at + 1, to).map((one) => one.text.trim());
    const asked = [text];
    for (const one of more) {
      const other = pair.question(one);
      if (other === undefined) asked.push(`${asked.pop() ?? ''} ${one}`);
      else asked.push(other);
    }
    const [first = '', ...others] = asked.map((one) => one.trim());
    marks.set(at, { text: first, rest: '', others, indent: 0, to });
  }
  const answers = lines.map((line) => (line.isCode ? line : { ...line, text: pair.answer(line.text) ?? line.text }));
  return rebuilt(answers, headings, marks);
}

/** A question may go on in the lines below it, up to an empty line or the answer. */
function questionEnd(lines: readonly Line[], at: number, isAnswer: (at: number) => boolean): number {
  let to = at + 1;
  while (to < at + 4 && to < lines.length && lines[to]?.text.trim() !== '' && !isAnswer(to)) to++;
  return isAnswer(to) ? to : at + 1;
}

/** Puts headings in the place of marked lines; what else stands on such a line goes below. */
function rebuilt(lines: readonly Line[], headings: readonly Heading[], marks: ReadonlyMap<number, Mark & { readonly to: number }>): MarkedText {
  const places = new Map(headings.map((heading) => [heading.from, heading]));
  const made: Line[] = [];
  const found: Heading[] = [];
  let above: Heading | undefined;
  let indent = 0;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    const mark = marks.get(at);
    const heading = places.get(at);
    if (!line) break;
    if (heading) {
      above = { ...heading, from: made.length, to: made.length + heading.to - heading.from };
      found.push(above);
      made.push(...lines.slice(at, heading.to));
      indent = 0;
      at = heading.to;
    } else if (mark) {
      found.push({ level: markedLevel(above, made), text: mark.text, asks: true, from: made.length, to: made.length + 1, others: mark.others });
      made.push({ ...line, text: '' }, ...(mark.rest === '' ? [] : [{ ...line, text: mark.rest }]));
      indent = mark.indent;
      at = mark.to;
    } else {
      made.push(indent === 0 ? line : { ...line, text: outdented(line.text, indent) });
      at++;
    }
  }
  return { lines: made, headings: found };
}

/** What is marked as a question below another one's answer stands beside it, and is no part of it. @param above the last heading that was not made */
export function markedLevel(above: Heading | undefined, lines: readonly Line[]): number {
  if (!above?.asks) return MARKED_LEVEL;
  for (let at = above.to; at < lines.length; at++) if (isSeen(lines[at] ?? EMPTY)) return above.level;
  return MARKED_LEVEL;
}

const EMPTY: Line = { text: '', number: 1, isCode: false };

function outdented(text: string, columns: number): string {
  const space = /^[ \t]*/.exec(text)?.[0].length ?? 0;
  return text.slice(Math.min(space, columns));
}

const SUMMARY = /<summary\b[^>]{0,500}>(.*?)<\/summary>/i;
const DETAILS = /<(\/?)details\b[^>]{0,500}>/gi;

/** Parts that fold out are questions where a section that asks nothing holds nothing else, where at least two of them ask, or where each of them does in a list of questions. */
function withDetails({ lines, headings }: MarkedText): MarkedText {
  if (!lines.some(({ text, isCode }) => !isCode && /<details\b/i.test(text))) return { lines, headings };
  const marks = new Map<number, Mark & { readonly to: number }>();
  const plain = [...lines];
  const isFolded = foldedIn(lines);
  const inside = new Set<Heading>();
  const isList = headings.filter(({ asks }) => asks).length > 1;
  for (const section of sectionsOf({ lines, headings: headings.filter(({ from }) => !isFolded(from)) })) {
    const { summaries, isAlone, outer } = detailsIn(lines, section.from, section.to);
    const asking = summaries.filter(({ text }) => asksIn(text)).length;
    const isAsked = asking >= 2 || (isList && asking === summaries.length);
    if (summaries.length === 0 || !((isAlone && !section.heading?.asks) || isAsked)) continue;
    for (const at of outer) plain[at] = { number: 1, isCode: false, ...lines[at], text: (lines[at]?.text ?? '').replace(DETAILS, '') };
    for (const { at, to, text, rest } of summaries) marks.set(at, { text, rest, indent: 0, to });
    for (const heading of headings) if (heading.from >= section.from && heading.to <= section.to) inside.add(heading);
  }
  // Below a summary that became a question, the headings that fold out with it belong to its answer.
  const placed = headings.map((heading) => (inside.has(heading) ? { ...heading, level: MARKED_LEVEL + heading.level } : heading));
  return rebuilt(plain, placed, marks);
}

/** Tells whether a line stands in a part that folds out, and that ends. */
function foldedIn(lines: readonly Line[]): (at: number) => boolean {
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
function detailsIn(lines: readonly Line[], from: number, to: number): { summaries: Summary[]; isAlone: boolean; outer: number[] } {
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

/** Bold lines, list items and lines that ask, and rules. */
export function bySections(text: MarkedText): MarkedText {
  const { lines, headings } = text;
  const isAsked = headings.some(({ asks }) => asks);
  const marks = new Map<number, Mark & { readonly to: number }>();
  for (const { from, to, heading } of sectionsOf(text)) {
    if (heading?.asks) continue;
    const rules = [heading, headings[0]].some((above) => above && namesRules(above.text)) ? rulesIn(lines, from, to) : [];
    for (const rule of rules) marks.set(rule.at, { ...rule, to: rule.at + 1 });
    if (rules.length > 0) continue;
    const least = isAsked || headings.length > 1 ? 2 : 1;
    const kinds: readonly (readonly [find: MarkFinder, least: number])[] = [[boldQuestion, least], [listQuestion, 2], ...(headings.length === 0 ? ([[lineQuestion, 2]] as const) : [])];
    for (const [find, needed] of kinds) {
      const found = lines.slice(from, to).flatMap((line, at) => {
        const mark = line.isCode ? undefined : find(line, from + at, lines);
        return mark ? [[from + at, { ...mark, to: from + at + 1 }] as const] : [];
      });
      // Text above a single one is what the page is about; that then belongs to it.
      const [first] = found;
      if (found.length < needed || (found.length === 1 && heading && lines.slice(from, first?.[0]).some(isSeen))) continue;
      for (const [at, mark] of found) marks.set(at, mark);
      break;
    }
  }
  return marks.size === 0 ? text : rebuilt(lines, headings, marks);
}

function boldQuestion({ text }: Line): Mark | undefined {
  const [, space = '', bullet = '', question, rest = ''] = BOLD_QUESTION.exec(text) ?? [];
  return question === undefined ? undefined : { text: question.trim(), rest: rest.replace(/\\$/, '').trim(), indent: bullet === '' ? 0 : space.length + bullet.length + 1 };
}

/** An item whose next line goes on inside it. */
function listQuestion(line: Line, at: number, lines: readonly Line[]): Mark | undefined {
  const [, question] = LIST_QUESTION.exec(line.text) ?? [];
  if (question === undefined) return undefined;
  const below = nextWritten(lines, at);
  return below !== undefined && /^[ \t]{2,}\S/.test(below) ? { text: question, rest: '', indent: /^\S+[ \t]+/.exec(line.text)?.[0].length ?? 2 } : undefined;
}

/** A line of its own that asks, with a text below it. */
function lineQuestion(line: Line, at: number, lines: readonly Line[]): Mark | undefined {
  const isQuestion = /^[\p{L}\p{N}"«“¿(][^\n]{2,300}$/u.test(line.text) && asksIn(line.text) && (lines[at - 1]?.text.trim() ?? '') === '';
  return isQuestion && nextWritten(lines, at) !== undefined ? { text: line.text.trim(), rest: '', indent: 0 } : undefined;
}

function nextWritten(lines: readonly Line[], at: number): string | undefined {
  return lines.slice(at + 1, at + 4).find(({ text }) => text.trim() !== '')?.text;
}
