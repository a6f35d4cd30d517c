import type { LineRepair, Repair } from './draft.ts';
import { documentLines, isMark, type Line } from './lines.ts';

/** Cleans an answer in a table or list as cleanLines does a document. @param line on which it is. */
export function cleanAnswer(markdown: string, line: number): { readonly text: string; readonly repairs: LineRepair[] } {
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
export function cleanLines(lines: readonly Line[]): { readonly lines: Line[]; readonly repairs: LineRepair[] } {
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

/** `[[Page]]` and `[[Page#Part|words]]` of wikis. */
const WIKI_LINK = /\[\[(?!\s)([^\][|\n]{1,200})(?:\|([^\][\n]{1,200}))?(?<!\s)\]\](?!\()/g;

function cleanWords(text: string, note: Note): string {
  const plain = text
    .replace(WIKI_LINK, (_, page: string, words?: string) => {
      note('a link between pages became text');
      return words ?? page.replaceAll('#', ' ').trim();
    })
    .replace(ATTRIBUTES, '')
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

/** Nobody but the platform knows the names of people and places; they become what people write for them. */
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

const [START, END] = ['<!--', '-->'];

/** Notes to editors may go over many lines; one that does not end is text. */
function withoutComments(lines: readonly Line[], repairs: LineRepair[]): Line[] {
  const last = lines.findLastIndex(({ text, isCode }) => !isCode && text.includes(END));
  let isOpen = false;
  return lines.map((line, at) => {
    if (!isOpen && (line.isCode || !line.text.includes(START))) return line;
    // Behind code in backticks, a mark of its own is text.
    const parts = line.text.split(/(<!--|-->|`[^`]*`)/);
    const lastEnd = parts.lastIndexOf(END);
    const kept = parts.filter((part, number) => {
      const isLater = at < last || lastEnd > number;
      if (!isOpen && part === START && isLater) {
        repairs.push({ line: line.number, what: 'a note to editors was left out' });
        isOpen = true;
      } else if (isOpen && part === END) isOpen = false;
      else return !isOpen;
      return false;
    });
    const text = kept.join('');
    return { ...line, text: text.trim() === '' ? '' : text };
  });
}
