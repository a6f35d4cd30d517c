import { type Finding, fault, shortened, warning } from '../format/problem.ts';
import { answerLines } from './answer-lines.ts';
import { type Defaults, type EntryDraft, type FileDrafts, LONGEST_TITLE } from './draft.ts';
import { placeId, tooMany } from './gather.ts';
import { MOST_ENTRIES } from './imported.ts';
import { asksIn, isSeen } from './lines.ts';
import { placeOfQuestion, questionAt } from './loose-forms.ts';
import type { MarkdownTree } from './markdown-tree.ts';
import { plainWords } from './mend.ts';
import { answerEnd, type HeadingKind, hasText, isArticle, kindOf, type Outline, outlined } from './outline.ts';
import { findQuestions, type QuestionHeading } from './question-forms.ts';
import { markedQuestion, withoutAnswerMark } from './question-words.ts';
import { isShort, unnumbered, withoutSigns, withParent } from './titles.ts';

/** Most characters of a heading that is parsed; no question is that long. */
const LONGEST_HEADING = 2000;
const LONGEST_TAG = 100;
/**
 * Puts a section without deeper headings half a level higher, so that the headings of its own level below it belong to
 * it.
 */
const HALF = 0.5;

interface PageInfo {
  /** Default: none, and the text above the first heading is not imported. */
  readonly title?: string;
  readonly tags?: readonly string[];
  /** Whether the whole page is one answer, whatever headings it has. Default: false. */
  readonly isEntry?: boolean;
}

interface Section {
  readonly level: number;
  readonly tag: string;
}

/**
 * Reads a document with questions and answers (see findQuestions). A heading with text below it is a question, and the
 * text its answer, up to the next heading of the same or a higher level; headings inside an answer stay there. A
 * heading without text is a section, and its name becomes a tag; a single heading above all others is the document's
 * title. If headings below another ask and it does not, the text between them is an introduction and not imported. A
 * document without any heading or question becomes one entry with the page's title; so does a longer text above the
 * first heading, if no heading asks. If the address of the page is known, relative links are resolved against it.
 */
export function readQuestions(tree: MarkdownTree, defaults: Defaults, page: PageInfo = {}): FileDrafts {
  const document = outlined(page.isEntry ? { ...tree, headings: [], isFolded: [] } : findQuestions(tree));
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

/** The heading above a question, unless that is the title of the whole document. */
function parentOf({ headings, ends }: Outline, at: number): string | undefined {
  const above = headings.slice(0, at).findLastIndex(({ level }) => level < (headings[at]?.level ?? 0));
  const isWhole = above === 0 && ends[0] === headings.length && !headings[0]?.asks;
  return above < 0 || isWhole ? undefined : withoutSigns(plainWords(headings[above]?.text ?? ''));
}

/** A heading that is not inside an answer. */
interface Part {
  readonly at: number;
  readonly kind: HeadingKind;
  readonly heading: QuestionHeading;
  /** The index of the next such heading. */
  readonly end: number;
}

function partsOf(document: Outline): Part[] {
  const parts: Part[] = [];
  for (let at = 0, heading = document.headings[0]; heading; heading = document.headings[at]) {
    const kind = kindOf(document, at);
    const end = kind === 'question' ? answerEnd(document, at) : at + 1;
    parts.push({ at, kind, heading, end });
    at = end;
  }
  return parts;
}

/** Finds the question that a link within the document leads to; undefined if that is not another question. */
const linksOf =
  ({ lines, headings, anchored }: Outline, own: Part, parts: readonly Part[]) =>
  (name: string): string | undefined => {
    const line = anchored(name) ?? -1;
    const found = parts.findLast(({ heading }) => heading.from <= line);
    const isIn = found?.kind === 'question' && found !== own && line < (headings[found.end]?.from ?? lines.length);
    return isIn ? placeId(found.heading.from) : undefined;
  };

function preamble(
  document: Outline,
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

function introduction(
  document: Outline,
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

function sectionFindings(document: Outline, at: number, kind: HeadingKind): Finding[] {
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

/** Warns of questions in a text that is not imported. */
const unread = ({ lines }: Outline, from: number, to: number): Finding[] =>
  lines.slice(from, to).flatMap(({ number }, at) => {
    const found = questionAt(lines, from + at, to);
    return found === undefined ? [] : [warning(number, 'unread-question', { question: shortened(plainWords(found)) })];
  });

function sectionOf({ headings, ends }: Outline, at: number): Section {
  const { level = 1, text = '' } = headings[at] ?? {};
  const hasDeeper = (ends[at] ?? 0) > at + 1;
  return { level: hasDeeper ? level : level - HALF, tag: plainWords(text).slice(0, LONGEST_TAG) };
}

function draftOf(
  document: Outline,
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

/** Warns of lines inside an answer that may be questions of their own. */
function questionsWithin(
  { lines }: Outline,
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

/** The plain text of a heading; empty, with a finding, if it is too long. */
function wordsOf(heading: QuestionHeading | undefined, { lines }: Outline, findings: Finding[]): string {
  const { text = '', from = 0 } = heading ?? {};
  if (text.length <= LONGEST_HEADING) return plainWords(text);
  findings.push(fault(lines[from]?.number ?? 1, 'long-heading', { count: text.length, most: LONGEST_TITLE }));
  return '';
}

/** Most characters of an answer that may be a mere notice; a longer one says something. */
const LONGEST = 400;
const NOTICE = new RegExp(
  '\\b(?:this|the|our|these)\\s+(?:[\\w-]+\\s+){0,3}(?:page|document|docs?|documentation|article|faq|section|content|guide|wiki|file|site)s?\\b' +
    '[^.!?]{0,30}\\b(?:has|have|was|were|is|are)\\s+(?:been\\s+)?(?:now\\s+)?(?:moved|relocated|migrated)\\b|^(?:page\\s+)?moved\\s+(?:here|to)\\b|' +
    '(?:本|此|该|該|这个|這個)(?:页|頁|文档|文檔|文章|内容|內容)[^。]{0,12}(?:移|迁|遷|搬)|' +
    '(?:страниц|стать|документац|раздел)[^.]{0,30}(?:перемещ|перенес|переех)|' +
    '(?:página|artículo|documento|contenido|documentación)[^.]{0,30}(?:se ha (?:movido|trasladado|mudado)|(?:ha|fue) (?:sido )?(?:movid|trasladad))|' +
    '(?:pagina|guida|articolo|documento|documentazione)[^.]{0,30}(?:stat[ao] (?:spostat|trasferit)|si è spostat)|' +
    '(?:페이지|문서|글)[^\\n]{0,60}(?:이동|옮겨|이전)(?:했|되|됐|하였|졌)|' +
    '(?:نُ?قلت|تم نقل|انتقلت)[^.]{0,20}(?:الصفحة|المقال|المحتوى|الوثائق)|(?:صفحه|مقاله|محتوا|مستندات)[^.]{0,30}منتقل شد',
  'iu',
);

/** Whether an entry only says that its page has moved. If the title asks, that may be the answer. */
const isMoved = ({ title, answer }: Pick<EntryDraft, 'title' | 'answer'>): boolean =>
  answer.length <= LONGEST && !asksIn(title) && NOTICE.test(answer);
