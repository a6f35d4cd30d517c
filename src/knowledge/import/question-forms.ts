import { everyNode } from '../format/markdown-tokens.ts';
import { questionColumns } from './field-names.ts';
import { asksIn, isSeen, outsideCode } from './lines.ts';
import { looseForms } from './loose-forms.ts';
import type { Line, MarkdownTree } from './markdown-tree.ts';
import { pairsIn } from './question-words.ts';
import { summaryWords, withoutSigns } from './titles.ts';

/** A question or a section: a Markdown heading, or a line that acts as one. */
export interface QuestionHeading {
  /**
   * 1 to 6 for a heading. A line that acts as a heading has 7, or the level of the question that it comes after; a
   * heading inside a part that folds out has more than 7.
   */
  readonly level: number;
  /** Markdown. */
  readonly text: string;
  /** Whether it ends in a question mark or is marked as a question. */
  readonly asks: boolean;
  /** Whether it is another line that acts as a heading. Default: false. */
  readonly isMade?: boolean;
  /** Other wordings of the question, which are given beside it. Default: none. */
  readonly others?: readonly string[];
  /** The beginning of the answer, if that is on the same line. Default: none. */
  readonly rest?: string;
  /** Columns by which the answer is indented. Default: 0. */
  readonly indent?: number;
  /** The indexes of its first line and of the first line below it. */
  readonly from: number;
  readonly to: number;
}

/** A line that acts as a question, before its level is known. */
export type Mark = Pick<QuestionHeading, 'text' | 'from' | 'to' | 'others' | 'rest' | 'indent'>;

/** A document with all its questions. */
export interface Outlined extends Omit<MarkdownTree, 'blocks'> {
  readonly headings: readonly QuestionHeading[];
  /** For each line whether it is inside a part that folds out. */
  readonly isFolded: readonly boolean[];
}

/** Deeper than every heading of Markdown. */
const MARKED_LEVEL = 7;

/**
 * Finds all questions of a document: headings; `Q:` and `A:` in several languages; rows of a table; terms; parts that
 * fold out; bold lines, numbered lines and list items that ask. A form counts if it is plainly meant: below a heading
 * that asks nothing, and more than once; or beside questions of another form. The lines keep their number and order;
 * marks such as `A:` are removed from them.
 */
export function findQuestions(tree: MarkdownTree): Outlined {
  const lines = [...tree.lines];
  const headings = headingsIn(tree);
  const pairs = pairsIn(lines, new Set(headings.map(({ from }) => from)));
  const folds = foldsIn(lines);
  const isFolded = lines.map(() => false);
  for (const { from, to } of folds) isFolded.fill(true, from + 1, to);
  const sure = placed(lines, headings, [...pairs, ...rowsIn(lines, tree), ...termsIn(lines, headings)]);
  const folded = withFolds(lines, sure, folds, isFolded);
  const all = placed(lines, folded, looseForms(lines, folded, isFolded));
  // Only now may a single part that folds out turn out to be beside other questions.
  return { ...tree, lines, headings: withFolds(lines, all, folds, isFolded), isFolded };
}

/** The parts of a document between its headings; the first one has no heading. */
export function sectionsOf(
  lines: readonly Line[],
  headings: readonly QuestionHeading[],
): { readonly from: number; readonly to: number; readonly heading: QuestionHeading | undefined }[] {
  const starts = [{ from: 0, heading: undefined }, ...headings.map((heading) => ({ from: heading.to, heading }))];
  return starts.map(({ from, heading }, at) => ({ from, to: headings[at]?.from ?? lines.length, heading }));
}

/** Inserts lines that act as questions among the headings; each line counts once. */
function placed(
  lines: readonly Line[],
  headings: readonly QuestionHeading[],
  marks: readonly Mark[],
): readonly QuestionHeading[] {
  if (marks.length === 0) return headings;
  const taken = new Set(headings.flatMap(({ from, to }) => (to - from > 1 ? [from, to - 1] : [from])));
  const found = new Map<number, QuestionHeading | Mark>(headings.map((one) => [one.from, one]));
  for (const mark of marks) if (!taken.has(mark.from) && !found.has(mark.from)) found.set(mark.from, mark);
  let above: QuestionHeading | undefined;
  return [...found.values()]
    .sort((a, b) => a.from - b.from)
    .map((one): QuestionHeading => {
      if (!('level' in one)) return { ...one, level: markedLevel(above, lines, one.from), asks: true, isMade: true };
      if (!one.isMade) above = one;
      return one;
    });
}

/** A line below the answer of a question is a further question beside it, rather than a part of it. */
function markedLevel(above: QuestionHeading | undefined, lines: readonly Line[], from: number): number {
  if (!above?.asks) return MARKED_LEVEL;
  for (let at = above.to; at < from; at++) if (isSeen(lines[at] ?? EMPTY)) return above.level;
  return MARKED_LEVEL;
}

const EMPTY: Line = { text: '', number: 1, isCode: false };

/**
 * Headings outside of lists and quotes. A row of dashes below a tag, or below several lines, does not make these a
 * heading.
 */
function headingsIn({ blocks }: MarkdownTree): QuestionHeading[] {
  return blocks.flatMap(({ token: { type, tag, map }, children }): QuestionHeading[] => {
    const [from = 0, to = 0] = map ?? [];
    const words = children[0]?.token.content ?? '';
    const isText = to === from + 1 || (to === from + 2 && !words.startsWith('<'));
    return type === 'heading_open' && isText ? [{ level: Number(tag[1]), ...headingText(words), from, to }] : [];
  });
}

/** Some site generators allow `{#name}` at the end of a heading. */
function headingText(words: string): Pick<QuestionHeading, 'text' | 'asks'> {
  const text = words.replace(/[ \t]{0,9}\{#[\w-]{1,99}\}$/, '');
  return { text, asks: asksIn(withoutSigns(text)) };
}

/** Terms of a list. Terms with the same description are one question; below a question only terms that ask count. */
function termsIn(lines: readonly Line[], headings: readonly QuestionHeading[]): Mark[] {
  const terms = lines.flatMap(({ text, isCode }, from): Mark[] => {
    const words = isCode ? undefined : /^\s*<dt>(.{1,2000})<\/dt>\s*$/.exec(text)?.[1];
    return words === undefined ? [] : [{ text: words, from, to: from + 1 }];
  });
  const found: (Mark & { readonly others: string[]; to: number })[] = [];
  let next = 0;
  for (const term of terms) {
    while ((headings[next]?.from ?? Number.POSITIVE_INFINITY) < term.from) next++;
    if (!asksIn(term.text) && headings[next - 1]?.asks) continue;
    const last = found.at(-1);
    if (last && !lines.slice(last.to, term.from).some(isSeen)) {
      last.others.push(term.text);
      last.to = term.to;
    } else found.push({ ...term, others: [] });
  }
  return found;
}

/** A part that folds out and is not inside another; `to` is the index of the line behind it. */
interface Fold {
  readonly from: number;
  readonly to: number;
  /** Whether it is marked as a question, whatever its words are. */
  readonly isQuestion: boolean;
}

const SUMMARY = /<summary\b[^>]{0,500}>(.{0,2000}?)<\/summary>/i;
const QUESTION = /<details[^>]{0,500}\sclass="[^"]{0,200}\b(?:question|faq)\b/i;
const DETAILS = /<(\/?)details\b[^>]{0,500}>/gi;

function foldsIn(lines: readonly Line[]): Fold[] {
  const folds: Fold[] = [];
  let [depth, from] = [0, 0];
  for (const [at, { text, isCode }] of lines.entries())
    for (const [, end] of isCode ? [] : detailsIn(text)) {
      if (end === '' && depth++ === 0) from = at;
      if (end !== '' && depth > 0 && --depth === 0)
        folds.push({ from, to: at + 1, isQuestion: QUESTION.test(lines[from]?.text ?? '') });
    }
  return folds;
}

/** Its tags, without those in code, which only show how one is written. */
function detailsIn(text: string): RegExpExecArray[] {
  const tags: RegExpExecArray[] = [];
  outsideCode(text, (words) => {
    tags.push(...words.matchAll(DETAILS));
    return words;
  });
  return tags;
}

/**
 * Makes questions of parts that fold out: if a section that asks nothing consists only of them, if at least two of them
 * ask, or if all of them ask in a list of questions. Headings inside such a part belong to its answer.
 */
function withFolds(
  lines: Line[],
  headings: readonly QuestionHeading[],
  folds: readonly Fold[],
  isFolded: readonly boolean[],
): readonly QuestionHeading[] {
  if (folds.length === 0) return headings;
  const outer = headings.filter(({ from }) => !isFolded[from]);
  const isList = [...headings.filter(({ asks }) => asks), ...folds.filter((fold) => fold.isQuestion)].length > 1;
  const isInner = lines.map(() => false);
  const marks: Mark[] = [];
  let next = 0;
  for (const { from, to, heading } of sectionsOf(lines, outer)) {
    const inside: Fold[] = [];
    for (let fold = folds[next]; fold && fold.from < to; fold = folds[++next]) inside.push(fold);
    if (inside.length === 0) continue;
    const found = inside.map((fold) => ({ fold, summary: summaryIn(lines, fold) }));
    const summaries = found.flatMap(({ summary }) => summary ?? []);
    const asking = found.filter(({ fold, summary }) => fold.isQuestion || asksIn(summary?.text ?? '')).length;
    const starts = new Set(inside.map((fold) => fold.from));
    const isAlone = !lines
      .slice(from, to)
      .some((line, at) => !isFolded[from + at] && !starts.has(from + at) && isSeen(line));
    const isAsked = asking >= 2 || (isList && asking === summaries.length);
    if (summaries.length === 0 || !((isAlone && !heading?.asks) || isAsked)) continue;
    for (const fold of inside) {
      isInner.fill(true, fold.from, fold.to);
      for (const at of [fold.from, fold.to - 1]) withoutTag(lines, at);
    }
    for (const summary of summaries) marks.push(summary);
  }
  return placed(lines, headings, marks).map((one) =>
    !one.isMade && one.level < MARKED_LEVEL && isInner[one.from] ? { ...one, level: MARKED_LEVEL + one.level } : one,
  );
}

function withoutTag(lines: Line[], at: number): void {
  const line = lines[at];
  if (line) lines[at] = { ...line, text: outsideCode(line.text, (words) => words.replace(DETAILS, '')) };
}

/** The question of a part that folds out; a summary may span four lines. */
function summaryIn(lines: readonly Line[], { from, to: end }: Fold): Mark | undefined {
  const at = lines.slice(from, end).findIndex(({ text }) => /<summary\b/i.test(text));
  for (let to = from + at + 1; at >= 0 && to <= Math.min(from + at + 4, end); to++) {
    const whole = lines
      .slice(from + at, to)
      .map(({ text }) => text.trim())
      .join(' ');
    const [found, text = ''] = SUMMARY.exec(whole) ?? [];
    if (found === undefined) continue;
    const rest = whole
      .slice(whole.indexOf(found) + found.length)
      .replace(DETAILS, '')
      .trim();
    return { text: summaryWords(text), rest, from: from + at, to };
  }
  return undefined;
}

/** Rows of tables that hold a question and its answer. The header, which nobody needs to see, becomes empty lines. */
function rowsIn(lines: Line[], { blocks }: MarkdownTree): Mark[] {
  return everyNode(blocks).flatMap(({ token: { type, map } }): Mark[] => {
    const [from = 0, to = 0] = type === 'table_open' ? (map ?? []) : [];
    const rows = lines.slice(from, to).map(({ text }) => cellsOf(text));
    // A second table may follow without an empty line.
    const starts = rows.flatMap((_, at) => (isDivider(rows[at + 1]) ? [at] : []));
    return starts.flatMap((at, number) => {
      const cells = rows.slice(at + 2, starts[number + 1]);
      const columns = questionColumns(rows[at] ?? [], cells);
      if (!columns) return [];
      for (const unseen of [from + at, from + at + 1])
        lines[unseen] = { number: 1, isCode: false, ...lines[unseen], text: '' };
      return cells.flatMap((row, below): Mark[] => {
        const [text = '', rest = ''] = [row[columns.question], row[columns.answer]];
        const place = from + at + 2 + below;
        return text === '' ? [] : [{ text, rest, from: place, to: place + 1 }];
      });
    });
  });
}

const isDivider = (cells: readonly string[] = ['']): boolean => cells.every((cell) => /^:?-+:?$/.test(cell));

const withoutBorders = (row: string): string => row.trim().replace(/^\||(?<!\\)\|$/g, '');

/** A `|` in code or behind a backslash is part of a cell. */
function cellsOf(row: string): string[] {
  const cells = withoutBorders(row).match(/(?:\\.|`[^`]*`|[^|])+|(?<=\||^)(?=\||$)/g);
  return (cells ?? []).map((cell) => cell.trim().replaceAll('\\|', '|'));
}
