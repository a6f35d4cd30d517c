import { type Finding, fault, shortened, warning } from '../format/problem.ts';
import { type Defaults, type Draft, type Drafts, LONGEST_TITLE } from './draft.ts';
import { answerOf, isSeen } from './faq-answer.ts';
import { asksIn, type Heading } from './faq-lines.ts';
import { answerEnd, type Document, hasText, type Kind, kindOf } from './faq-outline.ts';
import { tooMany } from './gather.ts';
import { MOST_ENTRIES } from './imported.ts';
import { plainWords } from './mend.ts';
import { standingQuestion } from './question-marks.ts';
import { markedQuestion, withoutAnswerMark } from './question-words.ts';

interface Section {
  readonly level: number;
  readonly tag: string;
}

/** Nobody asks at greater length, and readers refuse it. */
const LONGEST_HEADING = 2000;
/** Characters of a text without a heading of its own that is worth an entry, where nothing in the document asks. */
const LEAST_INTRODUCTION = 80;

/** What a page says of itself. */
export interface PageInfo {
  /** Default: none; the text above the first heading is then left out. */
  readonly title?: string | undefined;
  readonly tags?: readonly string[] | undefined;
}

/**
 * Reads a plain list of questions and answers: a heading with text below it is a question, and the text its answer, up
 * to the next heading of the same or a higher level. A heading without text is a section, whose name becomes a tag; a
 * single heading above all others is the document's title. `Q:` and `A:` are dropped. Headings inside an answer become
 * bold lines. Where headings below another ask and it does not, the text between is an introduction and not imported.
 * Where nothing asks at all, it is an entry called like the page. Where the source has an address, links relative to it
 * are made whole.
 */
export function readDocument(document: Document, defaults: Defaults, page: PageInfo = {}): Drafts {
  const { headings } = document;
  if (headings.length > MOST_ENTRIES * 2) return { drafts: [], findings: [tooMany(headings.length)] };
  const findings: Finding[] = [];
  const drafts: Draft[] = [...preamble(document, defaults, page, findings)];
  const whole = kindOf(document, 0) === 'title' ? plainWords(headings[0]?.text ?? '') : page.title;
  let sections: readonly Section[] = [];
  let at = 0;
  for (let heading = headings[0]; heading; heading = headings[at]) {
    const { level } = heading;
    const kind = kindOf(document, at);
    if (kind === 'question') {
      sections = sections.filter((section) => section.level < level);
      drafts.push(
        draftOf(
          document,
          at,
          {
            ...defaults,
            tags: [...(page.tags ?? []), ...sections.map(({ tag }) => tag)],
            chapter: sections.at(-1)?.tag ?? whole,
          },
          findings,
        ),
      );
    } else if (kind === 'title' && isArticle(document, heading.to, headings[at + 1]?.from)) {
      drafts.push(
        introduction(document, heading.to, headings[at + 1]?.from, plainWords(heading.text), {
          ...defaults,
          tags: page.tags ?? [],
        }),
      );
    } else findings.push(...sectionFindings(document, at, kind));
    if (kind === 'section')
      sections = [...sections.filter((section) => section.level < level - HALF), sectionOf(document, at)];
    at = kind === 'question' ? answerEnd(document, at) : at + 1;
  }
  return { drafts, findings };
}

function preamble(
  document: Document,
  defaults: Defaults,
  { title, tags = [] }: PageInfo,
  findings: Finding[],
): Draft[] {
  const { lines, headings } = document;
  const to = headings[0]?.from ?? lines.length;
  const seen = lines.slice(0, to).find(isSeen);
  if (!seen) return [];
  if (title !== undefined && (headings.length === 0 || isArticle(document, 0, to)))
    return [introduction(document, 0, to, plainWords(title), { ...defaults, tags })];
  if (headings.length > 0) findings.push(warning(seen.number, 'unheaded-text'));
  return [];
}

/** Whether a text says something in a document that is no list of questions. */
function isArticle({ lines, headings, asked }: Document, from: number, to: number | undefined): boolean {
  const length = lines
    .slice(from, to)
    .filter(isSeen)
    .reduce((sum, { text }) => sum + text.trim().length, 0);
  return (asked[headings.length] ?? 0) === 0 && length >= LEAST_INTRODUCTION;
}

function introduction(
  document: Document,
  from: number,
  to: number | undefined,
  title: string,
  shared: Defaults & Pick<Draft, 'tags'>,
): Draft {
  const { lines } = document;
  const answer = answerOf(document, from, to ?? lines.length, [], shared.base ?? shared.source.url);
  const line = lines[from]?.number ?? 1;
  return {
    ...shared,
    title,
    phrasings: [],
    answer: answer.text,
    line,
    answerLine: (number) => answer.lines[number] ?? line,
  };
}

/** A section without headings below it holds the headings of its own level that follow. */
const HALF = 0.5;

function sectionFindings(document: Document, at: number, kind: Kind): Finding[] {
  const heading = document.headings[at];
  const line = document.lines[heading?.from ?? 0]?.number ?? 1;
  const what = shortened(heading?.text ?? '');
  if (kind === 'unanswered') return [fault(line, 'unanswered-heading', { what })];
  return hasText(document, at) ? [warning(line, 'text-below-heading', { what })] : [];
}

function sectionOf({ headings, ends }: Document, at: number): Section {
  const level = headings[at]?.level ?? 1;
  const hasDeeper = (ends[at] ?? 0) > at + 1;
  return { level: hasDeeper ? level : level - HALF, tag: plainWords(headings[at]?.text ?? '').slice(0, LONGEST_TAG) };
}

const LONGEST_TAG = 100;

function draftOf(
  document: Document,
  at: number,
  shared: Defaults & Pick<Draft, 'tags' | 'chapter'>,
  findings: Finding[],
): Draft {
  const { lines, headings } = document;
  const heading = headings[at];
  const end = answerEnd(document, at);
  const inside = headings.slice(at + 1, end).map((one) => ({ ...one, text: wordsOf(one, document, findings) }));
  const answer = answerOf(
    document,
    heading?.to ?? 0,
    headings[end]?.from ?? lines.length,
    inside,
    shared.base ?? shared.source.url,
  );
  const line = lines[heading?.from ?? 0]?.number ?? 1;
  const words = wordsOf(heading, document, findings);
  const question = markedQuestion(words);
  const title = unnumbered(question ?? words);
  findings.push(...questionsWithin(document, heading?.to ?? 0, headings[end]?.from ?? lines.length, title));
  return {
    ...shared,
    title,
    phrasings: (heading?.others ?? []).map(plainWords),
    answer: question === undefined ? answer.text : withoutAnswerMark(answer.text),
    line,
    answerLine: (number) => answer.lines[number] ?? answer.lines.at(-1) ?? line,
  };
}

/** The place of a question in a list, or a sign before it, is no part of it. */
const unnumbered = (words: string): string => (asksIn(words) ? words.replace(NUMBER, '') : words);

const NUMBER =
  /^(?:\p{Nd}{1,3}(?:[.)][ \t]+|[、．)）][ \t]*)|\p{Nd}\uFE0F?\u20E3[ \t]*|[\u2460-\u2473][ \t]*|[一二三四五六七八九十]{1,3}、[ \t]*|\p{Extended_Pictographic}\uFE0F?[ \t]*)(?=\p{L}|[¿"«“(])/u;

/** What stayed in an answer and may be meant as a question of its own. */
function questionsWithin({ lines, headings }: Document, from: number, to: number, title: string): Finding[] {
  const inside = headings
    .filter((heading) => heading.asks && heading.from >= from && heading.from < to)
    .map((heading) => [heading.from, heading.text] as const);
  const standing = lines.slice(from, to).flatMap((_, number) => {
    const found = standingQuestion(lines, from + number, to);
    return found === undefined ? [] : [[from + number, found] as const];
  });
  return [...inside, ...standing].map(([at, text]) =>
    warning(lines[at]?.number ?? 1, 'question-in-answer', {
      question: shortened(plainWords(text)),
      what: shortened(title),
    }),
  );
}

/** The plain words of a heading. */
function wordsOf(heading: Heading | undefined, { lines }: Document, findings: Finding[]): string {
  const text = heading?.text ?? '';
  if (text.length <= LONGEST_HEADING) return plainWords(text);
  findings.push(
    fault(lines[heading?.from ?? 0]?.number ?? 1, 'long-heading', { count: text.length, most: LONGEST_TITLE }),
  );
  return '';
}
