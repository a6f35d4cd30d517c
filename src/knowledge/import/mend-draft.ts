import { plainText } from '../../core/entry/blocks.ts';
import { inlineText } from '../../core/entry/markdown-words.ts';
import type { Repair } from '../export/flaws.ts';
import { type Finding, shortened, warning } from '../format/problem.ts';
import { type EntryDraft, LONGEST_MARKDOWN } from './draft.ts';
import { asksIn } from './lines.ts';
import { type Line, markdownTree, textLines } from './markdown-tree.ts';
import { blocksOf, LONGEST_MENDED, mendAnswer, plainWords } from './mend.ts';

interface MendedDraft {
  /** Several if the answer was too long for one entry. */
  readonly drafts: readonly EntryDraft[];
  readonly repairs: readonly Repair[];
  readonly findings: readonly Finding[];
}

/** Most characters of an answer's plain text, as the check of knowledge counts them. */
const LONGEST_ANSWER = 3500;
/** Characters kept free for a link to the rest. */
const ROOM = 10;
const MOST_PARTS = 30;
/** Markdown up to this length is not parsed to be counted: its plain text is short enough. */
const LEAST_LENGTH = 3000;
/** A heading in an answer, or a line that acts as one. */
const HEADING = /^(?:#{3,4} (?<words>.{1,300})|\*\*(?<bold>(?:(?!\*\*).){1,300})\*\*)$/;
/** The header of a table at the end without any row, left over when the rows were cut off. */
const ROWLESS = /(?:^|\n\n)\|.*(?:\n\|[\s:|-]+\|)?$/;

/**
 * Changes a draft so that it can be an entry, as far as a program can: unsupported Markdown is replaced, and an answer
 * that is too long is split at its headings or cut.
 */
export function mendDraft(draft: EntryDraft): MendedDraft {
  if (draft.answer.length > LONGEST_MENDED) return { drafts: [draft], repairs: [], findings: [] };
  const rest = draft.base ?? draft.source.url;
  const { text, repairs } = mendAnswer(draft.answer, rest, draft.phrasings.length > 0);
  const mended: EntryDraft = text === draft.answer ? draft : { ...draft, answer: text, answerLine: () => draft.line };
  if (text.length <= LEAST_LENGTH || lengthOf(text) <= LONGEST_ANSWER)
    return { drafts: [mended], repairs, findings: [] };
  const parts = partsOf(markdownTree(textLines(text)).lines).map((part) => ({ ...part, ...cut(part.lines, rest) }));
  const drafts = parts.map(({ heading, answer }, at): EntryDraft => {
    const shared = { ...draft, answer, answerLine: () => draft.line };
    if (heading === undefined || at === 0) return shared;
    const title = asksIn(heading) ? heading : `${draft.title}: ${heading}`;
    return { ...shared, id: undefined, title, phrasings: [] };
  });
  const split: Repair[] = [
    ...(parts.length > 1 ? (['a long answer was split at its headings'] as const) : []),
    ...(parts.some((part) => part.gone !== '') ? (['a long answer was cut'] as const) : []),
  ];
  const findings = parts.flatMap(({ gone }, at) => {
    const values = { what: shortened(drafts[at]?.title ?? ''), count: gone.length, begin: shortened(gone) };
    return gone === '' ? [] : [warning(draft.line, 'cut-answer', values)];
  });
  return { drafts, repairs: [...repairs, ...split], findings };
}

/**
 * The length of an answer as the check of knowledge counts it. Markdown that is too long to be parsed counts with all
 * its characters; one with a refused part counts as 0, as the check reports it anyway.
 */
function lengthOf(markdown: string): number {
  if (markdown.length > LONGEST_MARKDOWN) return markdown.length;
  const blocks = blocksOf(markdown);
  return blocks ? plainText(blocks).length : 0;
}

/** Splits an answer at its headings, and at bold lines, which act as headings. */
function partsOf(lines: readonly Line[]): { readonly heading?: string; readonly lines: readonly Line[] }[] {
  const parts: { heading?: string; lines: Line[] }[] = [{ lines: [] }];
  for (const [at, line] of lines.entries()) {
    const { words: named, bold } = (line.isCode ? undefined : HEADING.exec(line.text)?.groups) ?? {};
    const words = named ?? bold;
    const isLast = lines.slice(at + 1).every(({ text }) => text === '');
    if (words === undefined || !line.isStart || isLast || parts.length === MOST_PARTS) parts.at(-1)?.lines.push(line);
    else parts.push({ heading: plainWords(words), lines: [] });
  }
  return parts.filter((part) => part.lines.some(({ text }) => text !== ''));
}

/**
 * Shortens an answer to as many whole lines as fit, and as much of the next line as has room, in plain text. `gone` is
 * the text that was cut off.
 */
function cut(lines: readonly Line[], rest: string | undefined): { readonly answer: string; readonly gone: string } {
  const whole = textOf(lines);
  if (lengthOf(whole) <= LONGEST_ANSWER) return { answer: whole, gone: '' };
  let [left, count] = [LONGEST_ANSWER - ROOM, 0];
  for (const { text } of lines) {
    const length = plainWords(text).length + 2;
    if (length > left) break;
    left -= length;
    count++;
  }
  const next = lines[count];
  const isOpen = next?.isCode === true && lines[count - 1]?.isCode === true;
  const kept = textOf(lines.slice(0, count)).replace(ROWLESS, '');
  const end = next && !next.isCode && !next.text.startsWith('|') ? sentences(next.text, left) : '';
  const fence = isOpen ? `\n${next.fence ?? ''}` : '';
  const behind = plainWords(next?.text ?? '').slice(plainWords(end).replace(MARK, '').length);
  const below = lines.slice(count + 1).map(({ text }) => plainWords(text));
  const gone = [behind, ...below]
    .filter((part) => part.trim() !== '')
    .join(' ')
    .trim();
  const mark = rest === undefined ? '…' : `[…](${rest})`;
  return { answer: `${[kept, end].filter((part) => part !== '').join('\n')}${fence}\n\n${mark}`, gone };
}

const textOf = (lines: readonly Line[]): string =>
  lines
    .map(({ text }) => text)
    .join('\n')
    .replace(/^\n+|\s+$/g, '');

/** Least characters of a line that are worth adding. */
const LEAST = 40;

const MARK = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]+)*/;

/**
 * The beginning of a line, up to the end of a sentence if that keeps more than half of it. A character of two UTF-16
 * units is never cut in half.
 */
function sentences(line: string, room: number): string {
  if (room < LEAST) return '';
  const [mark = ''] = MARK.exec(line) ?? [];
  const text = plainWords(line.slice(mark.length)).slice(0, room);
  const short = text.replace(/(?<=[.!?。！？؟])[^.!?。！？؟]*$/, '');
  const words = (short.length > text.length / 2 ? short : text)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .trimEnd();
  return `${mark}${inlineText(words)}`;
}
