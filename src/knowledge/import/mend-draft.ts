import { plainText } from '../../core/entry/blocks.ts';
import { inlineText } from '../../core/entry/markdown-words.ts';
import type { Repair } from '../export/flaws.ts';
import { type Finding, shortened, warning } from '../format/problem.ts';
import { type EntryDraft, LONGEST_MARKDOWN } from './draft.ts';
import { asksIn } from './lines.ts';
import { type Line, markdownTree, textLines } from './markdown-tree.ts';
import { blocksOf, LONGEST_MENDED, mendAnswer, plainWords } from './mend.ts';

interface MendedDraft {
  /** More than one if the answer is too long for one entry. */
  readonly drafts: readonly EntryDraft[];
  readonly repairs: readonly Repair[];
  readonly findings: readonly Finding[];
}

/** Characters of plain text, as the check of knowledge counts them. */
const LONGEST_ANSWER = 3500;
/** Room for a link to the rest. */
const ROOM = 10;
const MOST_PARTS = 30;
/** Shorter Markdown has no longer words. */
const LEAST_LENGTH = 3000;
/** A heading in an answer, or a line that acts as one. */
const HEADING = /^(?:#{3,4} (?<words>.{1,300})|\*\*(?<bold>(?:(?!\*\*).){1,300})\*\*)$/;
/** The names of a table at the end, and the dashes below them: without a row, they are none. */
const ROWLESS = /(?:^|\n\n)\|.*(?:\n\|[\s:|-]+\|)?$/;

/** Makes a draft such that readers take it, as far as that can be done without a person. */
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

/** Characters of an answer as the check of knowledge counts them; of what readers refuse, all of them. */
function lengthOf(markdown: string): number {
  if (markdown.length > LONGEST_MARKDOWN) return markdown.length;
  const blocks = blocksOf(markdown);
  return blocks ? plainText(blocks).length : 0;
}

/** Parts of an answer at its headings, and at lines of strong words, which act as such. */
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

/** As many lines as an answer may have; of the next one as much as has room, without marks. */
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

/** Characters that are worth showing. */
const LEAST = 40;

const MARK = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]+)*/;

/** The beginning of a line up to the end of a sentence if that keeps the most of it; never half of a pair. */
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
