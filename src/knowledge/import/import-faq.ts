import { markdownTokens } from '../markdown-tokens.ts';
import { readQuestion } from '../phrasings.ts';
import { errorAt, type Finding, fault, quoted, warningAt } from '../problem.ts';
import { treeOf } from '../token-tree.ts';
import type { Defaults, Draft, Drafts } from './draft.ts';
import { answerOf, isSeen } from './faq-answer.ts';
import type { Heading, Line } from './faq-lines.ts';
import { type Document, hasText, type Kind, kindOf, readOutline } from './faq-outline.ts';
import { tooMany } from './gather.ts';
import { MOST_ENTRIES } from './imported.ts';

interface Section {
  readonly level: number;
  readonly tag: string;
}

/** Some write `Q: How?`, and `A: So.` below it. */
const QUESTION_MARK = /^Q\d{0,4}[.:：]\s*(?=\S)/;
const ANSWER_MARK = /^(?:A\d{0,4}[.:：]|\*\*A\d{0,4}[.:：]\*\*)[ \t]*(?=\S)/;
/** Nobody asks at greater length, and readers refuse it. */
const LONGEST_HEADING = 2000;

/**
 * Reads a plain list of questions and answers: a heading with text below it is a question, and the text its answer, up to the next heading
 * of the same or a higher level. A heading without text is a section, whose name becomes a tag; a single heading above all others is the
 * document's title. `Q:` and `A:` are dropped. Headings inside an answer become bold lines. Where headings below another ask and it does not, the text between is
 * an introduction and not imported. Where the source has an address, links relative to it are made whole.
 */
export function readFaq(text: string, defaults: Defaults): Drafts {
  const document = readOutline(text);
  const { headings, ends } = document;
  if (headings.length > MOST_ENTRIES * 2) return { drafts: [], findings: [tooMany(headings.length)] };
  const findings: Finding[] = preambleFindings(document);
  const drafts: Draft[] = [];
  let sections: readonly Section[] = [];
  let at = 0;
  for (let heading = headings[0]; heading; heading = headings[at]) {
    const { level } = heading;
    const kind = kindOf(document, at);
    if (kind === 'question') {
      sections = sections.filter((section) => section.level < level);
      drafts.push(draftOf(document, at, { ...defaults, tags: sections.map(({ tag }) => tag) }, findings));
    } else findings.push(...sectionFindings(document, at, kind));
    if (kind === 'section') sections = [...sections.filter((section) => section.level < level - HALF), sectionOf(document, at, findings)];
    at = kind === 'question' ? (ends[at] ?? headings.length) : at + 1;
  }
  return { drafts, findings };
}

function preambleFindings({ lines, headings: [first] }: Document): Finding[] {
  const line = first && lines.slice(0, first.from).find(isSeen);
  return line ? [warningAt(line.number, 'the text above the first heading is not imported', 'give it a heading of its own if it answers a question')] : [];
}

/** A section without headings below it holds the headings of its own level that follow. */
const HALF = 0.5;

function sectionFindings(document: Document, at: number, kind: Kind): Finding[] {
  const heading = document.headings[at];
  const line = (heading?.from ?? 0) + 1;
  if (kind === 'unanswered') return [errorAt(line, `no answer below the question ${quoted(heading?.text ?? '')}`, 'write one, or take the heading out')];
  return hasText(document, at) ? [warningAt(line, `the text right below ${quoted(heading?.text ?? '')} is not imported`, 'give it a heading of its own if it answers a question')] : [];
}

function sectionOf({ headings, ends, lines }: Document, at: number, findings: Finding[]): Section {
  const level = headings[at]?.level ?? 1;
  const hasDeeper = (ends[at] ?? 0) > at + 1;
  return { level: hasDeeper ? level : level - HALF, tag: wordsOf(headings[at], lines, findings) };
}

function draftOf(document: Document, at: number, shared: Defaults & Pick<Draft, 'tags'>, findings: Finding[]): Draft {
  const { lines, headings, ends, definitions } = document;
  const heading = headings[at];
  const end = ends[at] ?? headings.length;
  const inside = headings.slice(at + 1, end).map((one) => ({ ...one, text: wordsOf(one, lines, findings) }));
  const answer = answerOf(lines.slice(heading?.to, headings[end]?.from), inside, definitions, shared.source.url);
  const line = lines[heading?.from ?? 0]?.number ?? 1;
  const words = wordsOf(heading, lines, findings);
  const isMarked = QUESTION_MARK.test(words);
  return {
    ...shared,
    title: words.replace(QUESTION_MARK, ''),
    phrasings: [],
    answer: isMarked ? answer.text.replace(ANSWER_MARK, '') : answer.text,
    line,
    answerLine: (number) => answer.lines[number] ?? answer.lines.at(-1) ?? line,
  };
}

/** The plain words of a heading. */
function wordsOf(heading: Heading | undefined, lines: readonly Line[], findings: Finding[]): string {
  const line = lines[heading?.from ?? 0]?.number ?? 1;
  const text = heading?.text ?? '';
  if (text.length > LONGEST_HEADING) {
    findings.push(errorAt(line, `the heading has ${text.length} characters`, 'shorten it'));
    return '';
  }
  const [node] = treeOf(markdownTokens(`# ${text}`));
  return node ? readQuestion(node, 'heading', (_line, code, values) => findings.push(fault(line, code, values))) : '';
}
