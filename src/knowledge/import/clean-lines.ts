import type { LineRepair } from './draft.ts';
import { documentLines, isMark, type Line } from './faq-lines.ts';
import type { Repair } from './html-words.ts';

export interface CleanLines {
  readonly lines: readonly Line[];
  readonly repairs: readonly LineRepair[];
}

/** The same for an answer that stands in a table or list. @param line on which it stands. */
export function cleanAnswer(
  markdown: string,
  line: number,
): { readonly text: string; readonly repairs: readonly LineRepair[] } {
  const { lines, repairs } = cleanLines(documentLines(markdown));
  return { text: lines.map(({ text }) => text).join('\n'), repairs: repairs.map((one) => ({ ...one, line })) };
}

type Note = (what: Repair) => void;

/** `::: tip Title`, `:::note[Title]` and their ends. */
const COLON_BOX = /^\s*:{3,}\s*(\w[\w-]*)?(?:\[([^\]]*)\]|[ \t]+(\S.*?))?[ \t]*$/;
const BOX_END = /^\s*:{3,}\s*$/;
/** `!!! note "Title"`, `??? note`, `=== "Tab"`: what belongs to it is indented. */
const INDENTED_BOX =
  /^ *(?:(?:!!!|\?{3}\+?)[ \t]+[\w-]+(?:[ \t]+[\w-]+)*|={3}[+!]?(?=[ \t]+"))[ \t]*(?:"([^"]*)")?[ \t]*$/;
const QUOTE_BOX = /^(\s*>\s*)\[![A-Za-z]+\][+-]?[ \t]*(.*)$/;
/** `{% hint %}`, `{{< note >}}`, `[[toc]]`, `import x from 'y'`, `{: .class }`. */
const MACHINE_LINE =
  /^\s*(?:\{%[^%]*(?:%(?!\})[^%]*)*%\}|\{\{[<%][^{}]*[>%]\}\}|\[\[?_?toc_?\]\]?|\{:[^{}]*\}|import\s[^;'"]{1,200}\sfrom\s+(['"])[^'"]{1,200}\1;?|(?:--8<--|!include|\{!)[^\n]{0,300})\s*$/i;
const ATTRIBUTES = /(?<=[)\]`*_\w])[ \t]?\{:?[ \t]*[.#:][^{}\n]{1,200}\}|(?<=\))\{:[^{}\n]{1,200}\}/g;
const TAB_LABEL = /^\s*={2,3}\s+(\S.*?)\s*$/;

/**
 * Takes out of Markdown what only one program understands: boxes, tabs, notes to editors, lines for templates, mentions
 * of people and places. Lines keep their numbers; code stays as it is, but for the indentation of a box around it.
 */
export function cleanLines(lines: readonly Line[]): CleanLines {
  const repairs: LineRepair[] = [];
  const uncommented = withoutComments(lines, repairs);
  let indents: readonly number[] = [];
  let tabs = 0;
  const cleaned = uncommented.flatMap((line): Line[] => {
    const note: Note = (what) => repairs.push({ line: line.number, what });
    const written = line.text.trim() !== '';
    if (written) indents = indents.filter((indent) => indentOf(line.text) > indent);
    const text = written ? dedented(line.text, indents.length) : line.text;
    if (line.isCode) return [{ ...line, text }];
    const box = INDENTED_BOX.exec(text);
    if (box) {
      indents = [...indents, indentOf(line.text)];
      note('a box became plain text');
      return titled(line, box[1] ?? '');
    }
    const [, kind = '', bracketed, title = bracketed ?? ''] = COLON_BOX.exec(text) ?? [];
    if (kind !== '' || BOX_END.test(text)) {
      note('a box became plain text');
      tabs = /^(?:tabs|code-group)$/.test(kind) ? tabs + 1 : tabs;
      return titled(line, title);
    }
    const [, label = ''] = tabs > 0 ? (TAB_LABEL.exec(text) ?? []) : [];
    return label === '' ? [{ ...line, text: cleanText(text, note) }] : titled(line, label);
  });
  return { lines: cleaned, repairs };
}

const indentOf = (text: string): number => /^[ \t]*/.exec(text)?.[0].replaceAll('\t', '    ').length ?? 0;

function dedented(text: string, boxes: number): string {
  if (boxes === 0) return text;
  const plain = text.replace(/^[ \t]+/, (space) => space.replaceAll('\t', '    '));
  return plain.slice(Math.min(boxes * 4, indentOf(plain)));
}

/** A box's title is a paragraph of its own. */
const titled = (line: Line, title: string): Line[] =>
  ['', ...(title.trim() === '' ? [] : [strong(title), ''])].map((text) => ({ ...line, text }));

const strong = (title: string): string => (title.trim() === '' ? '' : `**${title.trim().replaceAll('*', '')}**`);

function cleanText(text: string, note: Note): string {
  if (isMark(MACHINE_LINE, text)) {
    note('a line for the program that makes the page was left out');
    return '';
  }
  const quote = QUOTE_BOX.exec(text);
  if (quote) note('a box became plain text');
  const line = quote ? `${quote[1]}${strong(quote[2] ?? '')}` : text;
  const parts = line.split(/(`+[^`]*`+)/);
  return parts.map((part, at) => (at % 2 === 0 ? cleanWords(part, note) : part)).join('');
}

const MENTION =
  /<(?:@!?(?<person>\d{5,25})|@&(?<role>\d{5,25})|#(?<place>\d{5,25})|a?:(?<emoji>\w{2,40}):\d{5,25}|t:(?<time>-?\d{1,12})(?::[a-zA-Z])?|\/(?<command>[\p{L}\p{N}_ -]{1,99}):\d{5,25}|id:(?<page>\w{1,20}))>/gu;

/** `[[Page]]`, `[[Page#Part|words]]`, and `![[plan.png]]` of programs for notes. */
const NOTE_LINK = /(!?)\[\[(?!\s)([^\][|\n]{1,200})(?:\|([^\][\n]{1,200}))?(?<!\s)\]\](?!\()/g;
/** `==words==` is highlighted there, and `%%words%%` hidden. */
const HIGHLIGHT = /(?<![=\w])==(?![\s=])([^=*\n]{1,300}?)(?<!\s)==(?![=\w])/g;
const HIDDEN = / ?(?<![\w%])%%(?!%)[^%\n]{1,1000}%%(?![\w%])/g;

function fromNotes(text: string, note: Note): string {
  if (!/\[\[|==|%%/.test(text)) return text;
  const linked = text.replace(NOTE_LINK, (_, isEmbedded: string, page: string, words?: string) => {
    note(isEmbedded === '' ? 'a link between notes became text' : 'an embedded note or file was left out');
    return isEmbedded === '' ? (words ?? page.replace(/#\^?/g, ' ').trim()) : '';
  });
  return linked.replace(HIGHLIGHT, '**$1**').replace(HIDDEN, () => {
    note('a note to editors was left out');
    return '';
  });
}

function cleanWords(text: string, note: Note): string {
  const plain = fromNotes(text, note)
    .replace(ATTRIBUTES, '')
    .replace(/^\[\^([^\][]{1,100})\]:/, '\\[^$1]:');
  if (!plain.includes('<')) return plain;
  return plain.replace(MENTION, (whole, ...rest: unknown[]) => {
    const shown = mentionWords((rest.at(-1) ?? {}) as Readonly<Record<string, string | undefined>>);
    if (shown !== undefined) note('a mention became words');
    return shown ?? whole;
  });
}

/** Nobody but the platform knows the names of people and places; what stands for them is how they are written there. */
function mentionWords({
  person,
  role,
  place,
  emoji,
  time,
  command,
  page,
}: Readonly<Record<string, string | undefined>>): string | undefined {
  if (person !== undefined) return '@member';
  if (role !== undefined) return '@role';
  if (place !== undefined) return '#channel';
  if (emoji !== undefined) return `:${emoji}:`;
  if (command !== undefined) return `/${command}`;
  if (page !== undefined) return page;
  const date = new Date(Number(time) * 1000);
  return Number.isNaN(date.getTime()) ? undefined : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Notes to editors may go over many lines; one that does not end is text. */
function withoutComments(lines: readonly Line[], repairs: LineRepair[]): Line[] {
  const last = lines.findLastIndex(({ text, isCode }) => !isCode && text.includes(END));
  let isOpen = false;
  return lines.map((line, at) => {
    if (!isOpen && (line.isCode || !line.text.includes(START))) return line;
    if (!isOpen) repairs.push({ line: line.number, what: 'a note to editors was left out' });
    const cut = cutComments(line.text, isOpen, at < last);
    isOpen = cut.isOpen;
    return { ...line, text: cut.kept.trim() === '' ? '' : cut.kept };
  });
}

const [START, END] = ['<!--', '-->'];

/** One pass over a line, however many marks it holds. */
function cutComments(text: string, wasOpen: boolean, isEndedLater: boolean): { kept: string; isOpen: boolean } {
  const lastEnd = text.lastIndexOf(END);
  const kept: string[] = [];
  let [isOpen, isCode, at] = [wasOpen, false, 0];
  while (at < text.length) {
    const next = text.indexOf(isOpen ? END : START, at);
    const part = next < 0 ? text.slice(at) : text.slice(at, next);
    if (!isOpen) {
      kept.push(part);
      if ((part.split('`').length - 1) % 2 === 1) isCode = !isCode;
    }
    if (next < 0) break;
    at = next + (isOpen ? END : START).length;
    if (isOpen) isOpen = false;
    else if (!isCode && (isEndedLater || lastEnd > next)) isOpen = true;
    else kept.push(START);
  }
  return { kept: kept.join(''), isOpen };
}
