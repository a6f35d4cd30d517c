import { foldedIn, withDetails } from './details-marks.ts';
import { isSeen } from './faq-answer.ts';
import { asksIn, type Heading, type Line } from './faq-lines.ts';
import { type Mark, type MarkedText, type Marks, rebuilt, sectionsOf } from './marked-text.ts';
import { pairIn, type QuestionPair } from './question-words.ts';
import { namesRules, rulesHeading, rulesIn } from './rule-marks.ts';
import { withTables } from './table-marks.ts';

type MarkFinder = (line: Line, at: number, lines: readonly Line[]) => Mark | undefined;

const BOLD_QUESTION =
  /^( {0,3})(?:([-*+]|\d{1,3}[.)])[ \t]+)?(?:\*\*|__){1,2}((?:(?!\*\*|__).){2,500}?[?？؟][\s"”»)]*)(?:\*\*|__){1,2}[ \t:：]*(.*)$/;
const LIST_QUESTION = /^(?:[-*+]|\d{1,3}[.)])[ \t]+((?!\[)[^\n]{2,500}[?？؟][*_]{0,2})[ \t]*$/;

/** `1. ...?`, `2、...？` at the beginning of a line. */
const NUMBERED_QUESTION = /^\p{Nd}{1,3}(?:[.)][ \t]+|[、．)）][ \t]*)(\S[^\n]{1,500})$/u;

/**
 * Finds questions that are no headings, and makes them such: `Q:` and `A:` in several languages, `<details>` with a
 * summary, rows of a table, bold lines, numbered lines and list items that ask; and numbered rules. A kind counts where
 * it is plainly meant: below a heading that asks nothing, and more than once; or beside questions of another kind.
 */
export function markQuestions(lines: readonly Line[], headings: readonly Heading[]): MarkedText {
  const heading = headings.length === 0 && !pairIn(lines) ? rulesHeading(lines) : undefined;
  const paired = withPairs({ lines, headings: heading ? [heading] : headings });
  // A single part that folds out is one of a list that may only be seen afterwards.
  return besideMade(withDetails(bySections(withDetails(withTables(paired)))));
}

/** A list may go on in another language. */
function withPairs(text: MarkedText): MarkedText {
  let marked = text;
  for (let left = MOST_LANGUAGES; left > 0; left--) {
    const pair = pairIn(marked.lines);
    if (!pair) break;
    marked = markPairs(marked.lines, marked.headings, pair);
  }
  return marked;
}

const MOST_LANGUAGES = 3;

function markPairs(lines: readonly Line[], headings: readonly Heading[], pair: QuestionPair): MarkedText {
  const taken = new Set(headings.map(({ from }) => from));
  const isAnswer = (at: number): boolean =>
    lines[at]?.isCode === false && pair.answer(lines[at]?.text ?? '') !== undefined;
  const marks = new Map<number, Mark & { readonly to: number }>();
  let end = 0;
  for (const [at, line] of lines.entries()) {
    const text =
      at < end || line.isCode || taken.has(at)
        ? undefined
        : (pair.question(line.text) ?? unmarkedQuestion(line.text, at, isAnswer));
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

/** Some mark the answer only. */
function unmarkedQuestion(text: string, at: number, isAnswer: (at: number) => boolean): string | undefined {
  const words = text.replace(/^(?:\*\*|__)(.*?)(?:\*\*|__)[ \t]*$/, '$1').trim();
  return isAnswer(at + 1) && asksIn(words) && !isAnswer(at) && /^[\p{L}\p{N}"«“¿(]/u.test(words) ? words : undefined;
}

/** A question may go on in the lines below it, up to an empty line or the answer. */
function questionEnd(lines: readonly Line[], at: number, isAnswer: (at: number) => boolean): number {
  let to = at + 1;
  while (to < at + 4 && to < lines.length && lines[to]?.text.trim() !== '' && !isAnswer(to)) to++;
  return isAnswer(to) ? to : at + 1;
}

/** Bold lines, numbered lines, list items and lines that ask, and rules. */
export function bySections(text: MarkedText): MarkedText {
  const { lines, headings } = text;
  const isAsked = headings.some(({ asks }) => asks);
  const marks = new Map<number, Mark & { readonly to: number }>();
  for (const [number, { from, to, heading }] of sectionsOf(text).entries()) {
    if (heading?.asks) continue;
    const rules = [heading, headings[0]].some((above) => above && namesRules(above.text))
      ? rulesIn(lines, from, to)
      : [];
    for (const rule of rules) marks.set(rule.at, { ...rule, to: rule.at + 1 });
    if (rules.length > 0) continue;
    const least = !headings[number]?.isMade && (isAsked || headings.length > 1) ? 2 : 1;
    const kinds: readonly (readonly [find: MarkFinder, least: number])[] = [
      [boldQuestion, least],
      [listQuestion, 2],
      [numberedQuestion, 2],
      ...(headings.length === 0 ? ([[lineQuestion, 2]] as const) : []),
    ];
    const found = kinds.map(([find]) => marksIn(lines, from, to, find));
    const first = found.findIndex((some, at) => {
      // Text above a single one is what the page is about; that then belongs to it.
      const isBelowText = some.size === 1 && heading && lines.slice(from, [...some.keys()][0]).some(isSeen);
      return some.size >= (kinds[at]?.[1] ?? 0) && !isBelowText;
    });
    if (first < 0) continue;
    // Beside those, one of another kind is enough; a line of its own may say anything.
    const own = found[first] ?? new Map();
    const all: Marks = new Map([...besideIn(lines, from, to), ...own]);
    const isStep = stepsIn(lines, { from, to, isAsked: false }, all);
    for (const [at, mark] of all) if (own.has(at) || !isStep(at)) marks.set(at, mark);
  }
  return marks.size === 0 ? text : rebuilt(lines, headings, marks);
}

/**
 * In a list of questions that are no headings, other lines that plainly ask are further ones, below whose answer they
 * may stand.
 */
function besideMade(text: MarkedText): MarkedText {
  const { lines } = text;
  const marks = new Map<number, Mark & { readonly to: number }>();
  for (const { from, to, heading } of sectionsOf(text)) {
    if (!heading?.isMade || !heading.asks) continue;
    const all = besideIn(lines, from, to);
    const isStep = stepsIn(lines, { from, to, isAsked: true }, all);
    for (const [at, mark] of all)
      if (
        !isStep(at) &&
        lines.slice(from, at).some(isSeen) &&
        (mark.rest !== '' || nextWritten(lines, at, to) !== undefined)
      )
        marks.set(at, mark);
  }
  return marks.size === 0 ? text : rebuilt(lines, text.headings, marks);
}

/** What counts beside questions of another kind: bold and numbered lines, and list items where several ask. */
function besideIn(lines: readonly Line[], from: number, to: number): Marks {
  const items = marksIn(lines, from, to, (line, at, all) => (isPart(line) ? undefined : listQuestion(line, at, all)));
  const others = marksIn(lines, from, to, (line, at, all) =>
    isPart(line) ? undefined : (boldQuestion(line) ?? numberedQuestion(line, at, all)),
  );
  return new Map([...(items.size > 1 ? items : []), ...others]);
}

const ITEM = /^(?:[-*+][ \t]+|\p{Nd}{1,3}(?:[.)][ \t]+|[、．）][ \t]*))\S/u;
const ANNOUNCES = /[:：][*_]{0,3}$/;

/**
 * Tells which of some questions are steps of an answer: items of a list that a line with a colon announces, or in which
 * another item above asks nothing. @param isAsked whether what stands at the beginning answers a question
 */
function stepsIn(
  lines: readonly Line[],
  { from, to, isAsked }: { readonly from: number; readonly to: number; readonly isAsked: boolean },
  marks: Marks,
): (at: number) => boolean {
  const steps = new Set<number>();
  let isBelow = isAsked;
  /** The list of steps that goes on there, and whether its last item asks. */
  let list: { readonly isNumbered: boolean; readonly isAsking: boolean } | undefined;
  let before = '';
  for (let at = from; at < to; at++) {
    const line = lines[at];
    if (!line) break;
    const { text, isCode } = line;
    const isAsking = marks.has(at);
    const isPlain = !isCode && text.trim() !== '' && !isPart(line);
    if (isPlain && ITEM.test(text)) {
      const isNumbered = !/^[-*+]/.test(text);
      const isStep = isBelow && (list?.isNumbered === isNumbered || ANNOUNCES.test(before));
      if (isAsking && isStep) steps.add(at);
      list = isStep || !isAsking ? { isNumbered, isAsking } : undefined;
    } else if (isAsking || (isPlain && lines[at - 1]?.text.trim() === '' && !list?.isAsking)) list = undefined;
    isBelow ||= isAsking;
    if (text.trim() !== '') before = text.trim();
  }
  return (at) => steps.has(at);
}

/** Whether a line belongs to an item or a part that folds out, and asks no more than that. */
const isPart = ({ isInside, text }: Line): boolean => isInside === true || /^[ \t]/.test(text);

/** What asks inside a part that folds out belongs to that, unless nothing else asks. */
function marksIn(lines: readonly Line[], from: number, to: number, find: MarkFinder): Marks {
  const found = new Map<number, Mark & { readonly to: number }>();
  for (const [number, line] of lines.slice(from, to).entries()) {
    const at = from + number;
    const mark = line.isCode ? undefined : find(line, at, lines);
    if (mark) found.set(at, { ...mark, to: at + 1 });
  }
  if (found.size === 0) return found;
  const isFolded = foldedIn(lines.slice(from, to));
  const open = [...found].filter(([at]) => !isFolded(at - from));
  return open.length === 0 ? found : new Map(open);
}

/** A line inside an answer that looks as if it asked a question of its own. */
export function standingQuestion(lines: readonly Line[], at: number, to: number): string | undefined {
  const line = lines[at];
  if (!line || line.isCode || isPart(line)) return undefined;
  const mark =
    boldQuestion(line) ??
    listQuestion(line, at, lines) ??
    numberedQuestion(line, at, lines) ??
    lineQuestion(line, at, lines);
  return mark && (mark.rest !== '' || nextWritten(lines, at, to) !== undefined) ? mark.text : undefined;
}

function boldQuestion({ text }: Line): Mark | undefined {
  const [, space = '', bullet = '', question, rest = ''] = BOLD_QUESTION.exec(text) ?? [];
  return question === undefined
    ? undefined
    : {
        text: question.trim(),
        rest: rest.replace(/\\$/, '').trim(),
        indent: bullet === '' ? 0 : space.length + bullet.length + 1,
      };
}

/** An item whose next line goes on inside it. */
function listQuestion(line: Line, at: number, lines: readonly Line[]): Mark | undefined {
  const [, question] = LIST_QUESTION.exec(line.text) ?? [];
  if (question === undefined) return undefined;
  const below = nextWritten(lines, at);
  return below !== undefined && /^[ \t]{2,}\S/.test(below)
    ? { text: question, rest: '', indent: /^\S+[ \t]+/.exec(line.text)?.[0].length ?? 2 }
    : undefined;
}

/** A numbered line that asks, with something else below it than the next item. */
function numberedQuestion({ text }: Line, at: number, lines: readonly Line[]): Mark | undefined {
  const [, question] = NUMBERED_QUESTION.exec(text) ?? [];
  const below = nextWritten(lines, at);
  const isMeant =
    question !== undefined &&
    asksIn(question) &&
    below !== undefined &&
    !/^[ \t]*(?:[-*+][ \t]|\p{Nd}{1,3}[.)、．）])/u.test(below);
  return isMeant
    ? { text: question.trim(), rest: '', indent: /^[ \t]{2,}\S/.test(below) ? text.length - question.length : 0 }
    : undefined;
}

/** A line of its own that asks, with a text below it. */
function lineQuestion(line: Line, at: number, lines: readonly Line[]): Mark | undefined {
  const isQuestion =
    /^(?:\p{Extended_Pictographic}\uFE0F?[ \t]*)?[\p{L}\p{N}"«“¿(][^\n]{2,300}$/u.test(line.text) &&
    asksIn(line.text) &&
    (lines[at - 1]?.text.trim() ?? '') === '';
  return isQuestion && nextWritten(lines, at) !== undefined
    ? { text: line.text.trim(), rest: '', indent: 0 }
    : undefined;
}

function nextWritten(lines: readonly Line[], at: number, to = lines.length): string | undefined {
  return lines.slice(at + 1, Math.min(at + 4, to)).find(({ text }) => text.trim() !== '')?.text;
}
