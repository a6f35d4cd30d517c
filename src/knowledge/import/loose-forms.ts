import { asksIn, isSeen } from './lines.ts';
import type { Line } from './markdown-tree.ts';
import { type Mark, type QuestionHeading, sectionsOf } from './question-forms.ts';
import { summaryWords } from './titles.ts';

/** The question on a line, if the line has the form that is looked for. */
type Found = Omit<Mark, 'from' | 'to'>;
type Form = (lines: readonly Line[], at: number) => Found | undefined;
type Marks = ReadonlyMap<number, Mark>;

const BOLD_QUESTION =
  /^( {0,3})(?:([-*+]|\d{1,3}[.)])[ \t]+)?(?:\*\*|__){1,2}((?:(?!\*\*|__).){2,500}?[?？؟][\s"”»)]*)(?:\*\*|__){1,2}[ \t:：]*(.*)$/;
/** A bold line that asks nothing. In a list of bold questions it may be one, too. */
const BOLD_LINE = /^(?:\*\*|__)((?:(?!\*\*|__).){2,500})(?:\*\*|__)[ \t]*$/;
const SUMMARY = /^(.{0,500}?)<summary\b[^>]{0,200}>(.{2,500}?)<\/summary>/i;
/** A list item's mark and text, unless it begins with a link or a checkbox. */
const ITEM_WORDS = /^(\S{1,10}[ \t]+)((?!\[)[^\n]{2,500}?)[ \t]*$/;
/** `1. ...?`, `2、...？` at the beginning of a line. */
const NUMBERED_QUESTION = /^\p{Nd}{1,3}(?:[.)][ \t]+|[、．)）][ \t]*)(\S[^\n]{1,500})$/u;
const LINE_QUESTION = /^(?:\p{Extended_Pictographic}\uFE0F?[ \t]*)?[\p{L}\p{N}"«“¿(][^\n]{2,300}$/u;
/**
 * A numbered line that Markdown may not read as a list: in digits of another script, with another mark, or right below
 * a text.
 */
const NUMBER = /^\p{Nd}{1,3}(?:[.)][ \t]+|[、．）][ \t]*)\S/u;
const ANNOUNCES = /[:：][*_]{0,3}$/;

/**
 * Finds lines that act as questions without being headings: bold lines, list items, numbered lines, and lines of their
 * own that ask. A form counts only if several lines have it, or if there are other questions beside it: a single such
 * line is more often part of an answer. A single bold question also counts if the document has at most one heading and
 * no other question.
 * @param isFolded for each line, whether it is inside a part that folds out. Such lines count only if no other line has
 * the form.
 */
export function looseForms(
  lines: readonly Line[],
  headings: readonly QuestionHeading[],
  isFolded: readonly boolean[],
): readonly Mark[] {
  const isPart = (at: number): boolean => isFolded[at] === true || lines[at]?.isInner === true;
  const isAsked = headings.some(({ asks }) => asks);
  return sectionsOf(lines, headings).flatMap(({ from, to, heading }, number) => {
    if (heading?.asks) return heading.isMade ? besideMade(heading, from, to) : [];
    const least = !headings[number]?.isMade && (isAsked || headings.length > 1) ? 2 : 1;
    const forms: readonly (readonly [Form, number])[] = [
      [boldQuestion, least],
      [listQuestion, 2],
      [numberedQuestion, 2],
      ...(headings.length === 0 ? ([[lineQuestion, 2]] as const) : []),
    ];
    for (const [form, most] of forms) {
      const own = marksIn(from, to, form);
      // A single line below other text of a section continues that text; it does not begin a list of questions.
      const isBelowText = own.size === 1 && heading && lines.slice(from, [...own.keys()][0]).some(isSeen);
      if (own.size < most || isBelowText) continue;
      const all: Marks = new Map([
        ...besideIn(from, to),
        ...own,
        ...(form === boldQuestion ? alike(own, from, to) : []),
      ]);
      const isStep = stepsIn(lines, { from, to, isAsked: false }, all, isPart);
      return [...all].flatMap(([at, mark]) => (own.has(at) || !isStep(at) ? [mark] : []));
    }
    return [];
  });

  /**
   * Bold lines that ask nothing, among bold questions that each have their text on the next line, are questions, too.
   */
  function alike(own: Marks, from: number, to: number): Marks {
    const starts = [...own.keys()];
    const isForm = starts.length > 1 && starts.every((at) => isTitle(lines, at));
    return isForm
      ? marksIn(starts[0] ?? from, to, (all, at) => (isTitle(all, at) ? boldLine(all, at) : undefined))
      : new Map();
  }

  /** Further questions below one that is not a heading: such a list has no headings to separate them. */
  function besideMade(heading: QuestionHeading, from: number, to: number): Mark[] {
    const all = besideIn(from, to);
    const isStep = stepsIn(lines, { from, to, isAsked: true }, all, isPart);
    const isAnswered = (at: number): boolean => Boolean(heading.rest) || lines.slice(from, at).some(isSeen);
    return [...all].flatMap(([at, mark]) =>
      !isStep(at) && isAnswered(at) && (mark.rest || nextWritten(lines, at, to) !== undefined) ? [mark] : [],
    );
  }

  /**
   * Lines that count beside questions of another form: bold and numbered ones, and list items if several of them ask.
   */
  function besideIn(from: number, to: number): Marks {
    const whole =
      (form: Form): Form =>
      (all, at) =>
        isPart(at) ? undefined : form(all, at);
    const items = marksIn(from, to, whole(listQuestion));
    const others = marksIn(
      from,
      to,
      whole((all, at) => boldQuestion(all, at) ?? numberedQuestion(all, at)),
    );
    return new Map([...(items.size > 1 ? items : []), ...others]);
  }

  function marksIn(from: number, to: number, form: Form): Marks {
    const found: Mark[] = [];
    for (let at = from; at < to; at++) {
      const mark = lines[at]?.isCode ? undefined : form(lines, at);
      if (mark) found.push({ ...mark, from: at, to: at + 1 });
    }
    const open = found.filter((mark) => !isFolded[mark.from]);
    return new Map((open.length === 0 ? found : open).map((mark) => [mark.from, mark]));
  }
}

/**
 * Finds questions that are only steps of an answer: items of a list that follows a line with a colon, or of a list in
 * which an item above asks nothing.
 * @param isAsked whether the text before the first mark already answers a question
 */
function stepsIn(
  lines: readonly Line[],
  { from, to, isAsked }: { readonly from: number; readonly to: number; readonly isAsked: boolean },
  marks: Marks,
  isPart: (at: number) => boolean,
): (at: number) => boolean {
  const steps = new Set<number>();
  let isBelow = isAsked;
  /** The list that the lines are in, if any, and whether its last item asks. */
  let list: { readonly isNumbered: boolean; readonly isAsking: boolean } | undefined;
  let before = '';
  for (let at = from; at < to; at++) {
    const { text = '', isCode = false, item } = lines[at] ?? {};
    const isAsking = marks.has(at);
    const isPlain = !isCode && text.trim() !== '' && !isPart(at);
    if (isPlain && (item || NUMBER.test(text))) {
      const isNumbered = item?.isNumbered ?? true;
      const isStep = isBelow && (list?.isNumbered === isNumbered || ANNOUNCES.test(before));
      if (isAsking && isStep) steps.add(at);
      list = isStep || !isAsking ? { isNumbered, isAsking } : undefined;
    } else if (isAsking || (isPlain && isAlone(lines, at) && !list?.isAsking)) list = undefined;
    isBelow ||= isAsking;
    if (text.trim() !== '') before = text.trim();
  }
  return (at) => steps.has(at);
}

const boldLine = (lines: readonly Line[], at: number): Found | undefined => {
  const [, text] = BOLD_LINE.exec(lines[at]?.text ?? '') ?? [];
  return text === undefined ? undefined : { text };
};

/** Whether a line is bold and right above its text. */
const isTitle = (lines: readonly Line[], at: number): boolean =>
  boldLine(lines, at) !== undefined && isAlone(lines, at) && Boolean(lines[at + 1]?.text.trim());

/** Whether a block begins on a line: no text of the same block is right above it. */
const isAlone = (lines: readonly Line[], at: number): boolean =>
  lines[at]?.isStart === true || (lines[at - 1]?.text.trim() ?? '') === '';

/**
 * The text of a line in an answer that asks nothing but looks like the next question: bold as the question is, or
 * numbered after it. The import warns of it, as it may be a question that was missed.
 */
export function placeOfQuestion(lines: readonly Line[], at: number, question: number): string | undefined {
  if (lines[at]?.isCode !== false || at === 0 || !isAlone(lines, at)) return undefined;
  const bold = boldLine(lines, question) && boldLine(lines, at);
  const [before, here] = [question, at].map((one) => NUMBERED_QUESTION.exec(lines[one]?.text ?? ''));
  const isNext = Boolean(before && here) && parseInt(here?.[0] ?? '', 10) === parseInt(before?.[0] ?? '', 10) + 1;
  return bold?.text ?? (isNext && /^[^\s\d*+-]/.test(nextWritten(lines, at)?.text ?? '') ? here?.[1] : undefined);
}

/** The question on a line inside an answer, if it seems to begin a question of its own; the import warns of it. */
export function questionAt(lines: readonly Line[], at: number, to: number): string | undefined {
  const line = lines[at];
  if (line === undefined || line.isCode) return undefined;
  const { text, isInner } = line;
  const [, open = '', summary = ''] = SUMMARY.exec(text) ?? [];
  const folded = summaryWords(lines[at - 1]?.text.trim() === '<summary>' ? text : summary);
  if (asksIn(folded) || (folded !== '' && /\bclass="question"/.test(open))) return folded;
  if (isInner) {
    const bold = boldQuestion([{ ...line, text: text.trim() }], 0);
    return bold && (bold.rest || nextWritten(lines, at, to) !== undefined) ? bold.text : undefined;
  }
  const mark =
    boldQuestion(lines, at) ?? listQuestion(lines, at) ?? numberedQuestion(lines, at) ?? lineQuestion(lines, at);
  return mark && (mark.rest || nextWritten(lines, at, to) !== undefined) ? mark.text : undefined;
}

function boldQuestion(lines: readonly Line[], at: number): Found | undefined {
  const [, space = '', bullet = '', question, rest = ''] = BOLD_QUESTION.exec(lines[at]?.text ?? '') ?? [];
  if (question === undefined) return undefined;
  const indent = bullet === '' ? 0 : space.length + bullet.length + 1;
  return { text: question.trim(), rest: rest.replace(/\\$/, '').trim(), indent };
}

/** A list item that asks, with its answer below it in the same item. */
function listQuestion(lines: readonly Line[], at: number): Found | undefined {
  const { text: line = '', item, isInner } = lines[at] ?? {};
  const [, mark = '', text = ''] = (item && !isInner && ITEM_WORDS.exec(line)) || [];
  const isQuestion = asksIn(text) && nextWritten(lines, at, item?.to) !== undefined;
  return isQuestion ? { text, indent: mark.length } : undefined;
}

/** A numbered line that asks, with its answer below it: directly another item would be a plain list. */
function numberedQuestion(lines: readonly Line[], at: number): Found | undefined {
  const line = lines[at]?.text ?? '';
  const [, text] = NUMBERED_QUESTION.exec(line) ?? [];
  const below = nextWritten(lines, at);
  if (text === undefined || !asksIn(text) || !below || below.item || NUMBER.test(below.text)) return undefined;
  return { text: text.trim(), indent: below.isInner ? line.length - text.length : 0 };
}

/** A line of its own that asks, with text below it. */
function lineQuestion(lines: readonly Line[], at: number): Found | undefined {
  const line = lines[at]?.text ?? '';
  const isQuestion = isAlone(lines, at) && LINE_QUESTION.test(line) && asksIn(line);
  return isQuestion && nextWritten(lines, at) !== undefined ? { text: line.trim() } : undefined;
}

const nextWritten = (lines: readonly Line[], at: number, to = lines.length): Line | undefined =>
  lines.slice(at + 1, Math.min(at + 4, to)).find(({ text }) => text.trim() !== '');
