import { type Finding, fault, shortened, warning } from '../format/problem.ts';
import { anchorsIn } from './anchors.ts';
import { answerLines, definitionsIn } from './answer-lines.ts';
import { type Defaults, type EntryDraft, type FileDrafts, LONGEST_TITLE } from './draft.ts';
import { placeId, tooMany } from './gather.ts';
import { MOST_ENTRIES } from './imported.ts';
import { asksIn, isSeen } from './lines.ts';
import { placeOfQuestion, questionAt } from './loose-forms.ts';
import type { Line, MarkdownTree } from './markdown-tree.ts';
import { plainWords } from './mend.ts';
import { isMoved } from './moved-page.ts';
import { findQuestions, type Outlined, type QuestionHeading } from './question-forms.ts';
import { markedQuestion, withoutAnswerMark } from './question-words.ts';
import { isShort, unnumbered, withoutSigns, withParent } from './titles.ts';

/** Nobody asks at greater length, and readers refuse it. */
const LONGEST_HEADING = 2000;
/** Characters of a text without a heading of its own that is worth an entry, if nothing in the document asks. */
const LEAST_INTRODUCTION = 80;
const LONGEST_TAG = 100;
/** A section without headings below it holds the headings of its own level that follow. */
const HALF = 0.5;

/** A page's own title and tags. */
interface PageInfo {
  /** Default: none; the text above the first heading is then left out. */
  readonly title?: string;
  readonly tags?: readonly string[];
  /** Whether the whole is one answer, whatever headings it has. Default: false. */
  readonly isEntry?: boolean;
}

/** A document with what its headings tell of one another. */
interface Document extends Outlined {
  readonly definitions: ReadonlyMap<string, Line>;
  /** The line that a link within the document leads to. */
  readonly anchored: (name: string) => number | undefined;
  /** For each heading, the number of the next one of the same or a higher level. */
  readonly ends: readonly number[];
  /** For each heading, and for the end, how many headings before it ask. */
  readonly asked: readonly number[];
  /** For each level, how many headings of it ask. */
  readonly askedAt: ReadonlyMap<number, number>;
}

interface Section {
  readonly level: number;
  readonly tag: string;
}

/**
 * Reads a document with questions and answers (see findQuestions): a heading with text below it is a question, and the
 * text its answer, up to the next heading of the same or a higher level. A heading without text is a section, whose
 * name becomes a tag; a single heading above all others is the document's title. Headings inside an answer stay such.
 * If headings below another ask and it does not, the text between is an introduction and not imported. If nothing asks
 * at all, it is an entry called like the page. If the source has an address, links relative to it are made whole.
 */
export function readQuestions(tree: MarkdownTree, defaults: Defaults, page: PageInfo = {}): FileDrafts {
  const document = outlined(page.isEntry ? { lines: tree.lines, headings: [], isFolded: [] } : findQuestions(tree));
  const { headings } = document;
  if (headings.length > MOST_ENTRIES * 2) return { drafts: [], findings: [tooMany(headings.length)] };
  const findings: Finding[] = [];
  const drafts: EntryDraft[] = [...preamble(document, defaults, page, findings)];
  const whole = kindOf(document, 0) === 'title' ? plainWords(headings[0]?.text ?? '') : page.title;
  const tags = page.tags ?? [];
  const parts = partsOf(document);
  let sections: readonly Section[] = [];
  for (const part of parts) {
    const { at, kind, heading } = part;
    const { level, to } = heading;
    const next = headings[at + 1]?.from ?? document.lines.length;
    if (kind === 'question') {
      sections = sections.filter((section) => section.level < level);
      const chapter = sections.at(-1)?.tag ?? whole;
      const shared = { ...defaults, tags: [...tags, ...sections.map(({ tag }) => tag)], chapter };
      drafts.push(draftOf(document, part, shared, findings, linksOf(document, part, parts)));
    } else if (kind === 'title' && isArticle(document, to, next))
      drafts.push(introduction(document, [heading, next], plainWords(heading.text), { ...defaults, tags }, findings));
    else findings.push(...sectionFindings(document, at, kind));
    if (kind === 'section')
      sections = [...sections.filter((section) => section.level < level - HALF), sectionOf(document, at)];
  }
  const moved = drafts.filter(isMoved);
  for (const { line, title } of moved) findings.push(warning(line, 'moved-page', { what: shortened(title) }));
  return { drafts: moved.length > 0 ? drafts.filter((draft) => !moved.includes(draft)) : drafts, findings };
}

/** The heading above a question, if that is more than the title of it all. */
function parentOf({ headings, ends }: Document, at: number): string | undefined {
  const above = headings.slice(0, at).findLastIndex(({ level }) => level < (headings[at]?.level ?? 0));
  const isWhole = above === 0 && ends[0] === headings.length && !headings[0]?.asks;
  return above < 0 || isWhole ? undefined : withoutSigns(plainWords(headings[above]?.text ?? ''));
}

/** A heading that is no part of an answer. */
interface Part {
  readonly at: number;
  readonly kind: Kind;
  readonly heading: QuestionHeading;
  /** The number of the next such heading. */
  readonly end: number;
}

function partsOf(document: Document): Part[] {
  const parts: Part[] = [];
  for (let at = 0, heading = document.headings[0]; heading; heading = document.headings[at]) {
    const kind = kindOf(document, at);
    const end = kind === 'question' ? answerEnd(document, at) : at + 1;
    parts.push({ at, kind, heading, end });
    at = end;
  }
  return parts;
}

/** Gives what a link within the document leads to if another question is there. */
const linksOf =
  ({ lines, headings, anchored }: Document, own: Part, parts: readonly Part[]) =>
  (name: string): string | undefined => {
    const line = anchored(name) ?? -1;
    const found = parts.findLast(({ heading }) => heading.from <= line);
    const isIn = found?.kind === 'question' && found !== own && line < (headings[found.end]?.from ?? lines.length);
    return isIn ? placeId(found.heading.from) : undefined;
  };

function outlined(found: Outlined): Document {
  const { lines, headings } = found;
  let count = 0;
  const askedAt = new Map<number, number>();
  for (const { level, asks } of headings) if (asks) askedAt.set(level, (askedAt.get(level) ?? 0) + 1);
  return {
    ...found,
    definitions: definitionsIn(lines),
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

type Kind = 'question' | 'section' | 'title' | 'unanswered' | 'embed';

/** The kind of a heading; see readQuestions. */
function kindOf(document: Document, at: number): Kind {
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
 * The number of the heading at which the answer to a question ends: a deeper one that asks, too, is another question if
 * the document is a list of them and something was answered until then; people take a smaller heading for its size.
 */
function answerEnd(document: Document, at: number): number {
  const { headings, ends, askedAt } = document;
  const end = ends[at] ?? headings.length;
  const { level = 0, asks = false } = headings[at] ?? {};
  const alike = [...askedAt].reduce((sum, [other, count]) => (other <= level ? sum + count : sum), 0);
  if (!asks || alike < 2 || !hasText(document, at)) return end;
  // Another mark of a question may be a term in a list.
  for (let next = at + 1; next < end; next++)
    if (asksIn(headings[next]?.text ?? '') && hasText(document, next)) return next;
  return end;
}

/** Whether something is to be seen between a heading and the next. */
const hasText = ({ lines, headings }: Document, at: number): boolean =>
  Boolean(headings[at]?.rest) || lines.slice(headings[at]?.to, headings[at + 1]?.from).some(isSeen);

/** Whether only the page can show what is between a heading and the next: it is no chapter of what follows. */
const hasEmbed = ({ lines, headings }: Document, at: number): boolean =>
  lines.slice(headings[at]?.to, headings[at + 1]?.from).some(({ isEmbed }) => isEmbed === true);

function preamble(
  document: Document,
  defaults: Defaults,
  { title, tags = [] }: PageInfo,
  findings: Finding[],
): EntryDraft[] {
  const { lines, headings } = document;
  const to = headings[0]?.from ?? lines.length;
  const seen = lines.slice(0, to).find(isSeen);
  if (!seen) return [];
  if (title !== undefined && (headings.length === 0 || isArticle(document, 0, to)))
    return [introduction(document, [undefined, to], plainWords(title), { ...defaults, tags }, findings)];
  if (headings.length > 0) findings.push(warning(seen.number, 'unheaded-text'), ...unread(document, 0, to));
  return [];
}

/** Whether a text says something in a document that is no list of questions. */
function isArticle({ lines, headings, asked }: Document, from: number, to: number): boolean {
  if ((asked[headings.length] ?? 0) > 0) return false;
  const seen = lines.slice(from, to).filter(isSeen);
  return seen.reduce((sum, { text }) => sum + text.trim().length, 0) >= LEAST_INTRODUCTION;
}

function introduction(
  document: Document,
  [heading, to]: readonly [heading: QuestionHeading | undefined, to: number],
  title: string,
  shared: Defaults & Pick<EntryDraft, 'tags'>,
  findings: Finding[],
): EntryDraft {
  findings.push(...questionsWithin(document, [], { from: -1, to: heading?.to ?? 0 }, to, title));
  const answer = answerLines(document, heading, to, [], { base: shared.base ?? shared.source.url });
  const line = document.lines[heading?.to ?? 0]?.number ?? 1;
  const answerLine = (number: number): number => answer.lines[number] ?? line;
  return { ...shared, title, phrasings: [], answer: answer.text, line, answerLine };
}

function sectionFindings(document: Document, at: number, kind: Kind): Finding[] {
  const { headings, asked } = document;
  const { from = 0, to = 0, text = '', level = 0, asks = false } = headings[at] ?? {};
  const line = document.lines[from]?.number ?? 1;
  const what = shortened(plainWords(text));
  const next = headings[at + 1];
  const isEmpty = kind === 'section' && (asked[headings.length] ?? 0) > 0 && (next?.level ?? 0) < level;
  if (hasText(document, at))
    return [
      warning(line, 'text-below-heading', { what }),
      ...unread(document, to, next?.from ?? document.lines.length),
    ];
  if (kind === 'unanswered' || kind === 'embed' || isEmpty) return [fault(line, 'unanswered-heading', { what })];
  return asks ? [warning(line, 'asking-chapter', { what })] : [];
}

/** Questions in a text that is not imported. */
const unread = ({ lines }: Document, from: number, to: number): Finding[] =>
  lines.slice(from, to).flatMap(({ number }, at) => {
    const found = questionAt(lines, from + at, to);
    return found === undefined ? [] : [warning(number, 'unread-question', { question: shortened(plainWords(found)) })];
  });

function sectionOf({ headings, ends }: Document, at: number): Section {
  const { level = 1, text = '' } = headings[at] ?? {};
  const hasDeeper = (ends[at] ?? 0) > at + 1;
  return { level: hasDeeper ? level : level - HALF, tag: plainWords(text).slice(0, LONGEST_TAG) };
}

function draftOf(
  document: Document,
  { at, heading, end }: Part,
  shared: Defaults & Pick<EntryDraft, 'tags' | 'chapter'>,
  findings: Finding[],
  linked: (name: string) => string | undefined,
): EntryDraft {
  const { lines, headings } = document;
  const to = headings[end]?.from ?? lines.length;
  const inside = headings.slice(at + 1, end).map((one) => ({ ...one, text: wordsOf(one, document, findings) }));
  const context = { base: shared.base ?? shared.source.url, linked };
  const answer = answerLines(document, heading, to, inside, context);
  const line = lines[heading.from]?.number ?? 1;
  const words = wordsOf(heading, document, findings);
  const question = markedQuestion(words);
  const title = withParent(unnumbered(withoutSigns(question ?? words)), parentOf(document, at));
  findings.push(...questionsWithin(document, headings.slice(at + 1, end), heading, to, title));
  return {
    ...shared,
    title,
    isShort: heading.isMade !== true && isShort(title, shared.chapter ?? ''),
    phrasings: (heading.others ?? []).map(plainWords),
    answer: question === undefined ? answer.text : withoutAnswerMark(answer.text),
    line,
    place: heading.from,
    answerLine: (number) => answer.lines[number] ?? answer.lines.at(-1) ?? line,
  };
}

/** Lines that stayed in an answer and may be questions of their own. */
function questionsWithin(
  { lines }: Document,
  headings: readonly QuestionHeading[],
  { from: question, to: from }: Pick<QuestionHeading, 'from' | 'to'>,
  to: number,
  title: string,
): Finding[] {
  const inside = headings.filter(({ asks }) => asks).map((heading) => [heading.from, heading.text] as const);
  const taken = new Set(inside.map(([at]) => at));
  const plain = lines.slice(from, to).flatMap((_, number) => {
    const at = from + number;
    const found = taken.has(at) ? undefined : (questionAt(lines, at, to) ?? placeOfQuestion(lines, at, question));
    return found === undefined ? [] : [[at, found] as const];
  });
  return [...inside, ...plain].map(([at, text]) => {
    const question = shortened(plainWords(text));
    return warning(lines[at]?.number ?? 1, 'question-in-answer', { question, what: shortened(title) });
  });
}

/** The plain words of a heading. */
function wordsOf(heading: QuestionHeading | undefined, { lines }: Document, findings: Finding[]): string {
  const { text = '', from = 0 } = heading ?? {};
  if (text.length <= LONGEST_HEADING) return plainWords(text);
  findings.push(fault(lines[from]?.number ?? 1, 'long-heading', { count: text.length, most: LONGEST_TITLE }));
  return '';
}
