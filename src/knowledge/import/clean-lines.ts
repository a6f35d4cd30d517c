import type { Repair } from '../export/flaws.ts';
import type { Finding } from '../format/problem.ts';
import { type BoxStart, boxEnd, boxStart, tagEnds } from './boxes.ts';
import type { LineRepair } from './draft.ts';
import { isMark, outsideCode } from './lines.ts';
import { type Line, type MarkdownTree, markdownTree, type TextLine, textLines, withFences } from './markdown-tree.ts';
import { withoutComments, withoutPageCode, withoutPageMarks } from './page-code.ts';

/**
 * Does for an answer in a table or list what cleanLines does for a document.
 * @param line the line of the answer, which all repairs get.
 */
export function cleanAnswer(markdown: string, line: number): { readonly text: string; readonly repairs: LineRepair[] } {
  const { tree, repairs } = cleanLines(textLines(markdown));
  return { text: tree.lines.map(({ text }) => text).join('\n'), repairs: repairs.map((one) => ({ ...one, line })) };
}

type Note = (what: Repair) => void;

/** A box that has not ended yet, and the column at which its content begins. */
interface OpenBox extends BoxStart {
  readonly length: number;
  readonly indent: number;
  /** Whether it is written as `<details>`. */
  readonly isFold: boolean;
  column?: number;
}

/** Most boxes inside one another; deeper ones stay as text. */
const DEEPEST = 20;
const MOST_OPTIONS = 10;
const BOX_END = /^\s*(:{3,}|\/{3,})\s*$/;
/** Options right below the beginning of a box: `:class: tip`, `    open: true`. */
const OPTION = /^(?::[\w-]+:| {4,}[\w-]+:[ \t]+\S)/;
/** `{{< note >}}`, `[[toc]]`, `{: .class }`. */
const MACHINE_LINE =
  /^\s*(?:\{%[^%]*(?:%(?!\})[^%]*)*%\}|\{\{[<%][^{}]*[>%]\}\}|\[\[?_?toc_?\]\]?|\{:[^{}]*\}|(?:--8<--|!include|\{!)[^\n]{0,300})\s*$/i;
/** A line that shows something only on the page: a video, a table of contents, another file. */
const EMBED =
  /^\s*(?:\{\{[<%]|\{%-?\s*(?:embed|include|content-ref|youtube|vimeo|video|figure)\b|\[\[?_?toc|--8<--|!include|\{!)/i;
const ATTRIBUTES = /(?<=[)\]`*_\w])[ \t]?\{:?[ \t]*[.#:][^{}\n]{1,200}\}|(?<=\))\{:[^{}\n]{1,200}\}/g;
/** A name of a heading is kept, as links lead to it. */
const NAMED_HEADING = /^ {0,3}#{1,6}[ \t].*\{#[\w-]{1,99}\}$/;
/** A heading as pages write it, for which Markdown has no other way to centre it. */
const HTML_HEADING = /^ {0,3}<h([1-6])\b[^<>]{0,500}>(.{1,1000})<\/h\1>\s*$/i;
const TAG = /<[^<>]{0,500}>/g;
/** A heading below it is the summary of a part that folds out. */
const SUMMARY_OPENS = /<summary\b[^<>]{0,500}>\s*$/i;
const TAB_LABEL = /^\s*={2,3}\s+(\S.*?)\s*$/;

/**
 * Takes out of Markdown what only one program understands: boxes, tabs, notes to editors, lines and code for the page,
 * mentions of people and places. Boxes that fold out, or are questions by their name, become `<details>`. Lines keep
 * their numbers; code stays as it is, but for the indentation of a box around it.
 *
 * This happens before the one tree is made. The content of a box is indented, or fenced by marks that CommonMark does
 * not know, so that a Markdown parser would read it as code or as one paragraph; and as answers are slices of lines,
 * the lines must already be without that indentation. Only `withFences` looks earlier, to know which lines are code.
 */
export function cleanLines(lines: readonly TextLine[]): {
  readonly tree: MarkdownTree;
  readonly repairs: LineRepair[];
  readonly findings: readonly Finding[];
} {
  const repairs: LineRepair[] = [];
  const marked = withoutPageMarks(withoutComments(withFences(lines), repairs), repairs);
  const { lines: text, findings } = withoutPageCode(marked, repairs);
  const ends = tagEnds(text);
  const lastEnd = (mark: string): number =>
    text.findLastIndex((line) => BOX_END.exec(line.text)?.[1]?.startsWith(mark));
  const last = { colons: lastEnd(':'), strokes: lastEnd('/') };
  const open: OpenBox[] = [];
  const cleaned = text.flatMap((line, at) => [...leave(line), ...read(inBox(line), at)]);
  const rest = cleaned.at(-1);
  return { tree: markdownTree([...cleaned, ...(rest ? closed(rest, 0) : [])]), repairs, findings };

  /** Ends the boxes that last only as long as lines are indented or quoted, if this line is not. */
  function leave(line: Line): Line[] {
    const isWritten = line.text.trim() !== '';
    const at = open.findIndex(({ end, indent }) =>
      end === 'quote' ? !/^ {0,3}>/.test(line.text) : end === 'indent' && isWritten && columnOf(line.text) <= indent,
    );
    return at < 0 ? [] : closed(line, at);
  }

  function closed(line: Line, from: number): Line[] {
    const boxes = open.splice(from).filter(({ isFold }) => isFold);
    return boxes.flatMap(() => lined(line, ['', '</details>', '']));
  }

  /** Removes the indentation or the quote mark that the boxes around a line give it. */
  function inBox(line: Line): Line {
    if (line.text.trim() === '') return line;
    const box = open.findLast(({ end }) => end === 'indent' || end === 'tag');
    if (box) box.column ??= columnOf(line.text);
    const text = dedented(line.text, box?.column ?? 0);
    return { ...line, text: open.at(-1)?.end === 'quote' ? text.replace(/^ {0,3}> ?/, '') : text };
  }

  function read(line: Line, at: number): Line[] {
    const note: Note = (what) => repairs.push({ line: line.number, what });
    if (line.isCode) return [line];
    const [, mark = ''] = BOX_END.exec(line.text) ?? [];
    const kind = mark.startsWith(':') ? 'colons' : 'strokes';
    if (mark.startsWith(':') || (mark !== '' && open.some(({ end }) => end === kind))) {
      note('a box became plain text');
      const box = open.findLastIndex(({ end, length }) => end === kind && length <= mark.length);
      return lined(line, ['']).concat(box < 0 ? [] : closed(line, box));
    }
    const end = boxEnd(line);
    const ended = end ? open.findLastIndex((box) => box.end === 'tag' && box.name === end.name) : -1;
    if (end && ended >= 0) {
      const above = end.before.trim() === '' ? lined(line, ['']) : read({ ...line, text: end.before }, at);
      return [...above, ...closed(line, ended)];
    }
    const start = open.length >= DEEPEST ? undefined : boxStart(line, (name) => (ends.get(name) ?? -1) >= at);
    if (start) return begin(line, start, at, note);
    if (OPTION.test(line.text) && text[at - 1]?.number !== undefined && isOptioned(at)) return lined(line, ['']);
    const [, label = ''] = open.some((box) => box.kind === 'tabs') ? (TAB_LABEL.exec(line.text) ?? []) : [];
    if (label !== '') return titled(line, label);
    const [, size, heading = ''] = HTML_HEADING.exec(line.text) ?? [];
    if (heading.replace(TAG, '').trim() !== '' && !isMark(SUMMARY_OPENS, text[at - 1]?.text ?? ''))
      return lined(line, ['', `${'#'.repeat(Number(size))} ${heading.trim()}`, '']);
    return apart(line.text).map((part) => ({ ...line, text: cleanText(part, note), isEmbed: isMark(EMBED, part) }));
  }

  /** Whether only options are between a line and the beginning of the box above it. */
  function isOptioned(at: number): boolean {
    let above = at - 1;
    while (above > at - MOST_OPTIONS && OPTION.test(text[above]?.text ?? '')) above--;
    return /^\s*(?::{3,}\s*\{|\/{3,}\s*\w)/.test(text[above]?.text ?? '');
  }

  function begin(line: Line, start: BoxStart, at: number, note: Note): Line[] {
    const { title, kind, end, rest } = start;
    const isEnded = end === 'colons' || end === 'strokes' ? last[end] > at : true;
    const isFold = isEnded && title.trim() !== '' && (kind === 'fold' || kind === 'question');
    const isTag = (end === 'tag' || end === 'none') && title === '';
    note(isTag ? 'a line for the program that makes the page was left out' : 'a box became plain text');
    const length = /^\s*([:/]+)/.exec(line.text)?.[1]?.length ?? 0;
    open.push({ ...start, length, indent: columnOf(text[at]?.text ?? ''), isFold });
    const class_ = kind === 'question' ? ' class="question"' : '';
    const summary = `<details${class_}><summary>${title.replaceAll('<', '&lt;')}</summary>`;
    const isEmbed = isTag && end === 'none' && rest.trim() === '';
    const head = isFold ? lined(line, ['', summary, '']) : titled({ ...line, isEmbed }, title);
    const body = rest.trim() === '' ? [] : read({ ...line, text: rest }, at);
    return [...head, ...body, ...(end === 'none' ? closed(line, open.length - 1) : [])];
  }
}

const columnOf = (text: string): number => /^[ \t]*/.exec(text)?.[0].replaceAll('\t', '    ').length ?? 0;

function dedented(text: string, columns: number): string {
  if (columns === 0) return text;
  const plain = text.replace(/^[ \t]+/, (space) => space.replaceAll('\t', '    '));
  return plain.slice(Math.min(columns, columnOf(plain)));
}

/** Splits a line at `<details>` and `</details>`, as Markdown reads blocks only on lines of their own. */
const apart = (text: string): string[] =>
  outsideCode(text, (words) =>
    words.replace(/[ \t]{0,99}<details\b/gi, '\n$&').replace(/<\/details>[ \t]{0,99}/gi, '$&\n'),
  )
    .split('\n')
    .filter((part) => part.trim() !== '' || text.trim() === '');

const lined = (line: Line, texts: readonly string[]): Line[] => texts.map((text) => ({ ...line, text }));

/** A box's title becomes a bold paragraph of its own. */
const titled = (line: Line, title: string): Line[] =>
  lined(line, ['', ...(title.trim() === '' ? [] : [strong(title), ''])]);

const strong = (title: string): string => (title.trim() === '' ? '' : `**${title.trim().replaceAll('*', '')}**`);

const QUOTE_BOX = /^(\s*>\s*)\[![A-Za-z]+\][+-]?[ \t]*(.*)$/;

function cleanText(text: string, note: Note): string {
  if (isMark(MACHINE_LINE, text)) {
    note('a line for the program that makes the page was left out');
    return '';
  }
  const quote = QUOTE_BOX.exec(text);
  if (quote) note('a box became plain text');
  const line = quote ? `${quote[1]}${strong(quote[2] ?? '')}` : text;
  return outsideCode(line, (words) => cleanWords(words, note));
}

const MENTION =
  /<(?:@!?(?<person>\d{5,25})|@&(?<role>\d{5,25})|#(?<place>\d{5,25})|a?:(?<emoji>\w{2,40}):\d{5,25}|t:(?<time>-?\d{1,12})(?::[a-zA-Z])?|\/(?<command>[\p{L}\p{N}_ -]{1,99}):\d{5,25}|id:(?<page>\w{1,20}))>/gu;

/** `[[Page]]` and `[[Page#Part|words]]` of wikis. */
const WIKI_LINK = /\[\[(?!\s)([^\][|\n]{1,200})(?:\|([^\][\n]{1,200}))?(?<!\s)\]\](?!\()/g;

function cleanWords(text: string, note: Note): string {
  const plain = text
    .replace(WIKI_LINK, (_, page: string, words?: string) => {
      note('a link between pages became text');
      return words ?? page.replaceAll('#', ' ').trim();
    })
    .replace(ATTRIBUTES, (mark) => (NAMED_HEADING.test(text) && text.endsWith(mark) ? mark : ''))
    .replace(/^\[\^([^\][]{1,100})\]:/, '\\[^$1]:');
  if (!plain.includes('<')) return plain;
  return plain.replace(MENTION, (whole, ...rest: unknown[]) => {
    const shown = mentionWords((rest.at(-1) ?? {}) as Mention);
    if (shown !== undefined) note('a mention became words');
    return shown ?? whole;
  });
}

type Mention = Readonly<
  Record<'person' | 'role' | 'place' | 'emoji' | 'time' | 'command' | 'page', string | undefined>
>;

/** Only the platform knows the names of people and places; they become the general words that people write for them. */
function mentionWords({ person, role, place, emoji, time, command, page }: Mention): string | undefined {
  if (person !== undefined) return '@member';
  if (role !== undefined) return '@role';
  if (place !== undefined) return '#channel';
  if (emoji !== undefined) return `:${emoji}:`;
  if (command !== undefined) return `/${command}`;
  if (page !== undefined) return page;
  const date = new Date(Number(time) * 1000);
  return Number.isNaN(date.getTime()) ? undefined : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
